package dev.stowage.local.traffic;

import dev.stowage.local.balance.TargetGroup;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.http.HttpVersion;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Opens connections to targets and keeps them while they are of use. A connection is used for one request at a time, or, with
 * HTTP/2, for all.
 */
final class Lines {

    /** No connection is made in longer than this: 10 s. */
    static final int CONNECT_MILLIS = 10_000;

    /** The head of an answer may be this long. */
    private static final int LONGEST_HEAD = 32 * 1024;

    /** A target may close a connection that waited this long; then the news of it is looked for before it is used. */
    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(20);

    /** In what time the loop has looked at its sockets again: 1 ms. */
    private static final long ONE_LOOK = 1;

    private final Vertx vertx;
    private final Map<TargetGroup.Protocol, HttpClientAgent> clients = new EnumMap<>(TargetGroup.Protocol.class);

    Lines(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A connection for a request to that target. */
    Future<Line> line(LiveTarget target, TargetGroup.Protocol protocol) {
        var shared = target.shared();
        if (shared != null) {
            return shared;
        }
        var idle = target.takeIdle();
        if (idle == null) {
            return connect(target, protocol);
        }
        if (System.nanoTime() - idle.restedAt() < FRESH) {
            return Future.succeededFuture(idle);
        }
        return checked(idle, target, protocol);
    }

    /** A connection that waited may have been closed by the target, which is known once the loop has looked at its sockets. */
    private Future<Line> checked(Line idle, LiveTarget target, TargetGroup.Protocol protocol) {
        var promise = io.vertx.core.Promise.<Line>promise();
        var timer = vertx.setTimer(ONE_LOOK, later -> {
            if (idle.isClosed()) {
                line(target, protocol).onComplete(promise::handle);
            } else {
                promise.complete(idle);
            }
        });
        assert timer >= 0;
        return promise.future();
    }

    private Future<Line> connect(LiveTarget target, TargetGroup.Protocol protocol) {
        var options = new HttpConnectOptions()
                .setHost(target.target().host())
                .setPort(target.target().port());
        var line = clients.computeIfAbsent(protocol, this::client)
                .connect(options)
                .map(connection -> new Line(connection, target));
        return protocol.isHttp2() ? target.share(line) : line;
    }

    private HttpClientAgent client(TargetGroup.Protocol protocol) {
        var options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxInitialLineLength(LONGEST_HEAD)
                .setMaxChunkSize(64 * 1024)
                .setPipelining(false);
        if (protocol.isHttp2()) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    .setUseAlpn(protocol.isSecure());
        }
        if (protocol.isSecure()) {
            options.setSsl(true).setTrustAll(true).setVerifyHost(false).setSslHandshakeTimeout(10);
        }
        return vertx.createHttpClient(options);
    }
}
