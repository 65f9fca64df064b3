package dev.stowage.local.traffic;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;

/** A request that becomes a connection of its own when the target agrees: a WebSocket. */
final class Tunnel {

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final HttpClientRequest outgoing;

    Tunnel(Exchange exchange, HttpServerRequest request, HttpClientRequest outgoing) {
        this.exchange = exchange;
        this.request = request;
        this.outgoing = outgoing;
    }

    /** Whether a request asks for that. */
    static boolean isAsked(HttpServerRequest request) {
        var connection = request.headers().get(HttpHeaders.CONNECTION);
        return connection != null
                && request.version() == HttpVersion.HTTP_1_1
                && HttpMethod.GET.equals(request.method())
                && connection.toLowerCase(Locale.ROOT).contains("upgrade")
                && "websocket".equalsIgnoreCase(request.headers().get(HttpHeaders.UPGRADE));
    }

    void open() {
        outgoing.putHeader(HttpHeaders.CONNECTION, "Upgrade");
        outgoing.putHeader(HttpHeaders.UPGRADE, request.headers().get(HttpHeaders.UPGRADE));
        outgoing.connect().onSuccess(response -> {
            if (response.statusCode() == 101) {
                join(response);
            }
        });
    }

    private void join(HttpClientResponse response) {
        var there = response.netSocket();
        there.pause();
        Heads.answer(response.headers(), request.response().headers(), false);
        request.response().putHeader(HttpHeaders.CONNECTION, "upgrade");
        request.response().putHeader(HttpHeaders.UPGRADE, response.headers().get(HttpHeaders.UPGRADE));
        request.toNetSocket()
                .onSuccess(here -> {
                    exchange.isCutBy(() -> {
                        here.close();
                        there.close();
                    });
                    Joint.join(here, there, exchange::touch, () -> exchange.over(false));
                })
                .onFailure(error -> exchange.fail(502));
    }
}
