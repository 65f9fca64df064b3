package dev.stowage.local.traffic;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;

/** A request as it goes out to a target, no faster than that takes it. */
final class Sending {

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final HttpClientRequest outgoing;

    Sending(Exchange exchange, HttpServerRequest request, HttpClientRequest outgoing) {
        this.exchange = exchange;
        this.request = request;
        this.outgoing = outgoing;
    }

    void begin() {
        if (exchange.group().protocol().isHttp2()) {
            asHttp2();
        }
        if (Tunnel.isAsked(request)) {
            new Tunnel(exchange, request, outgoing).open();
        } else if (!hasBody()) {
            exchange.sent();
            outgoing.end();
            request.resume();
        } else if (request.headers().contains(HttpHeaders.EXPECT)) {
            outgoing.setChunked(isChunked());
            outgoing.continueHandler(go -> {
                request.response().writeContinue();
                body();
            });
            outgoing.sendHead();
        } else {
            outgoing.setChunked(isChunked());
            body();
        }
    }

    /** HTTP/2 has a place of its own for the host, and lets nothing hop but this. */
    private void asHttp2() {
        var host = outgoing.headers().get(HttpHeaders.HOST);
        if (host != null) {
            outgoing.headers().remove(HttpHeaders.HOST);
            outgoing.authority(HostAndPort.parseAuthority(host, -1));
        }
        if (request.headers().contains("te", "trailers", true)) {
            outgoing.putHeader("te", "trailers");
        }
    }

    private boolean hasBody() {
        var headers = request.headers();
        if (request.version() == HttpVersion.HTTP_2) {
            // Whether a body follows is not known yet; with these, none does.
            var isPlain = HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
            return !request.isEnded() && !(isPlain && !headers.contains(HttpHeaders.CONTENT_LENGTH));
        }
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0") || headers.contains(HttpHeaders.TRANSFER_ENCODING);
    }

    private boolean isChunked() {
        return !request.headers().contains(HttpHeaders.CONTENT_LENGTH);
    }

    private void body() {
        request.exceptionHandler(error -> exchange.leave());
        request.handler(chunk -> {
            exchange.touch();
            if (!exchange.isOver()) {
                outgoing.write(chunk);
                if (outgoing.writeQueueFull()) {
                    request.pause();
                    outgoing.drainHandler(drained -> request.resume());
                }
            }
        });
        request.endHandler(end -> {
            exchange.sent();
            if (!exchange.isOver()) {
                outgoing.end();
            }
        });
        request.resume();
    }
}
