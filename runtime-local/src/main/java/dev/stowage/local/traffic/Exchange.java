package dev.stowage.local.traffic;

import dev.stowage.local.balance.TargetGroup;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a target, and the answer on its way back. It is sent once: whatever breaks after its first byte may
 * have been carried out.
 */
final class Exchange implements Passage {

    private final HttpFront front;
    private final IncomingRequest incoming;
    private final HttpServerRequest request;
    private final HttpServerResponse answer;
    private final Destination destination;
    private long touched = System.nanoTime();
    private boolean isSent;
    private boolean isOver;
    private boolean isSecond;
    private long missing;
    private @Nullable Line line;
    private @Nullable HttpClientRequest asked;
    private @Nullable Runnable cut;

    Exchange(HttpFront front, IncomingRequest incoming, HttpServerRequest request, Destination destination) {
        this.front = front;
        this.incoming = incoming;
        this.request = request;
        this.answer = request.response();
        this.destination = destination;
    }

    void begin() {
        destination.target().enters(this);
        request.pause();
        answer.exceptionHandler(error -> leave());
        answer.closeHandler(closed -> leave());
        var protocol = destination.group().protocol();
        front.lines().line(destination.target(), protocol).onComplete(found -> {
            if (found.succeeded()) {
                connected(found.result());
            } else {
                unconnected(found.cause());
            }
        });
    }

    /** Nothing was sent, so that somebody else may be asked, once. */
    private void unconnected(Throwable error) {
        var next = isOver || isSecond ? null : destination.other(front.now());
        if (next == null) {
            fail(error instanceof ConnectTimeoutException ? 504 : 502);
            return;
        }
        isOver = true;
        destination.target().leaves(this);
        var second = new Exchange(front, incoming, request, next);
        second.isSecond = true;
        second.begin();
    }

    private void connected(Line found) {
        line = found;
        if (isOver) {
            found.rest(System.nanoTime());
            return;
        }
        var options = new RequestOptions().setMethod(request.method()).setURI(incoming.target());
        found.connection().request(options).onSuccess(this::ask).onFailure(error -> fail(502));
    }

    private void ask(HttpClientRequest outgoing) {
        asked = outgoing;
        if (isOver) {
            outgoing.reset();
            return;
        }
        front.heads().request(incoming, request.headers(), outgoing.headers());
        if (destination.group().protocol().isHttp2()) {
            asHttp2(outgoing);
        }
        // What breaks is told by the answer that does not come.
        outgoing.exceptionHandler(error -> {});
        outgoing.response().onSuccess(this::reply).onFailure(error -> fail(502));
        if (Tunnel.isAsked(request)) {
            new Tunnel(this, request, outgoing).open();
        } else if (!hasBody()) {
            sent(outgoing);
        } else if (request.headers().contains(HttpHeaders.EXPECT)) {
            outgoing.setChunked(isChunked());
            outgoing.continueHandler(go -> {
                answer.writeContinue();
                body(outgoing);
            });
            outgoing.sendHead();
        } else {
            outgoing.setChunked(isChunked());
            body(outgoing);
        }
    }

    /** HTTP/2 has a place of its own for the host, and lets nothing hop but this. */
    private void asHttp2(HttpClientRequest outgoing) {
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

    private void sent(HttpClientRequest outgoing) {
        isSent = true;
        outgoing.end();
        request.resume();
    }

    private void body(HttpClientRequest outgoing) {
        request.exceptionHandler(error -> leave());
        request.handler(chunk -> {
            touch();
            if (!isOver) {
                outgoing.write(chunk);
                if (outgoing.writeQueueFull()) {
                    request.pause();
                    outgoing.drainHandler(drained -> request.resume());
                }
            }
        });
        request.endHandler(end -> {
            isSent = true;
            if (!isOver) {
                outgoing.end();
            }
        });
        request.resume();
    }

    private void reply(HttpClientResponse response) {
        touch();
        response.exceptionHandler(error -> cut());
        if (isOver || response.statusCode() == 101) {
            return;
        }
        answer.setStatusCode(response.statusCode());
        if (request.version() != HttpVersion.HTTP_2) {
            answer.setStatusMessage(response.statusMessage());
        }
        Heads.answer(response.headers(), answer.headers());
        for (var cookie : destination.cookies(response, front.now())) {
            answer.headers().add(HttpHeaders.SET_COOKIE, cookie);
        }
        missing = length(response);
        if (missing < 0 && request.version() != HttpVersion.HTTP_1_0) {
            answer.setChunked(true);
        }
        response.handler(chunk -> pass(chunk, response));
        response.endHandler(end -> ended(response));
    }

    /** How many bytes follow; 0 where none can, -1 where only the end tells. */
    private long length(HttpClientResponse response) {
        var status = response.statusCode();
        if (HttpMethod.HEAD.equals(request.method()) || status == 204 || status == 304) {
            return 0;
        }
        if (destination.group().protocol().isHttp2()) {
            // Trailers may follow.
            return -1;
        }
        var header = response.headers().get(HttpHeaders.CONTENT_LENGTH);
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private void pass(Buffer chunk, HttpClientResponse response) {
        touch();
        if (isOver || answer.ended()) {
            return;
        }
        if (missing == chunk.length()) {
            // The last piece and the end leave in one go.
            answer.end(chunk);
            return;
        }
        missing = missing < 0 ? missing : missing - chunk.length();
        answer.write(chunk);
        if (answer.writeQueueFull()) {
            response.pause();
            answer.drainHandler(drained -> {
                touch();
                response.resume();
            });
        }
    }

    private void ended(HttpClientResponse response) {
        if (isOver) {
            return;
        }
        var canRest = isSent && isKept(response);
        if (!answer.ended()) {
            for (var trailer : response.trailers()) {
                answer.putTrailer(trailer.getKey(), trailer.getValue());
            }
            answer.end();
        }
        over(canRest);
    }

    private static boolean isKept(HttpClientResponse response) {
        var connection = response.headers().get(HttpHeaders.CONNECTION);
        return response.version() == HttpVersion.HTTP_1_0
                ? "keep-alive".equalsIgnoreCase(connection)
                : !"close".equalsIgnoreCase(connection);
    }

    /** The target broke off in the middle of its answer: so does this one. */
    private void cut() {
        if (!isOver && cut == null) {
            if (answer.headWritten()) {
                answer.reset();
                over(false);
            } else {
                answer.headers().clear();
                fail(502);
            }
        }
    }

    /** Has it end in that way from now on: it became a tunnel. */
    void isCutBy(Runnable end) {
        cut = end;
    }

    /** The caller is gone; of a tunnel, its ends tell. */
    private void leave() {
        if (!isOver && !answer.ended() && cut == null) {
            over(false);
        }
    }

    /** Answers with a status of the balancer's own. */
    void fail(int status) {
        if (cut != null) {
            cut.run();
            over(false);
        } else if (!isOver) {
            if (answer.headWritten()) {
                answer.reset();
            } else {
                OwnAnswer.status(answer, status);
            }
            over(false);
        }
    }

    /** Ends it, whatever it was at. */
    void over(boolean canRest) {
        if (isOver) {
            return;
        }
        isOver = true;
        var used = line;
        var isShared = destination.group().protocol().isHttp2();
        if (used != null && !isShared) {
            if (canRest) {
                used.rest(System.nanoTime());
            } else {
                used.close();
            }
        }
        if (isShared && !canRest && asked != null) {
            asked.reset();
        }
        destination.target().leaves(this);
    }

    void touch() {
        touched = System.nanoTime();
    }

    TargetGroup group() {
        return destination.group();
    }

    @Override
    public void checkIdle(long nanos) {
        if (nanos - touched > front.idleNanos()) {
            fail(isSent ? 504 : 408);
        }
    }

    @Override
    public void abandon() {
        fail(502);
    }
}
