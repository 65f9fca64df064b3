package dev.stowage.local.traffic;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;

/** The answer of a target on its way to the caller, no faster than that takes it. */
final class Answering {

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final HttpServerResponse answer;
    private final HttpClientResponse response;

    /** How many bytes of the body are to come; -1 where only its end tells. */
    private long missing;

    Answering(Exchange exchange, HttpServerRequest request, HttpClientResponse response) {
        this.exchange = exchange;
        this.request = request;
        this.answer = request.response();
        this.response = response;
    }

    void begin() {
        exchange.touch();
        response.exceptionHandler(error -> exchange.broken());
        if (exchange.isOver() || response.statusCode() == 101) {
            return;
        }
        answer.setStatusCode(response.statusCode());
        if (request.version() != HttpVersion.HTTP_2) {
            answer.setStatusMessage(response.statusMessage());
        }
        Heads.answer(response.headers(), answer.headers(), exchange.incoming().hidesCors());
        for (var cookie : exchange.cookies(response)) {
            answer.headers().add(HttpHeaders.SET_COOKIE, cookie);
        }
        missing = length();
        if (missing < 0 && request.version() != HttpVersion.HTTP_1_0) {
            answer.setChunked(true);
        }
        response.handler(this::pass);
        response.endHandler(end -> ended());
    }

    /** How many bytes follow; 0 where none can, -1 where only the end tells. */
    private long length() {
        var status = response.statusCode();
        if (HttpMethod.HEAD.equals(request.method()) || status == 204 || status == 304) {
            return 0;
        }
        if (exchange.group().protocol().isHttp2()) {
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

    private void pass(Buffer chunk) {
        exchange.touch();
        if (exchange.isOver() || answer.ended()) {
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
                exchange.touch();
                response.resume();
            });
        }
    }

    private void ended() {
        if (exchange.isOver()) {
            return;
        }
        var canRest = exchange.isSent() && isKept();
        if (!answer.ended()) {
            for (var trailer : response.trailers()) {
                answer.putTrailer(trailer.getKey(), trailer.getValue());
            }
            answer.end();
        }
        exchange.over(canRest);
    }

    private boolean isKept() {
        var connection = response.headers().get(HttpHeaders.CONNECTION);
        return response.version() == HttpVersion.HTTP_1_0
                ? "keep-alive".equalsIgnoreCase(connection)
                : !"close".equalsIgnoreCase(connection);
    }
}
