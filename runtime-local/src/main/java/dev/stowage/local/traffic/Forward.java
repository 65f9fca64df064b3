package dev.stowage.local.traffic;

import dev.stowage.local.traffic.Claims.Claim;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A port of this machine that leads somewhere else: a connection there for each connection that comes. */
public final class Forward implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 5;

    private final NetServer server;
    private final NetClient client;
    private final Supplier<List<InetSocketAddress>> places;

    private final Runnable release;

    private Forward(Vertx vertx, Supplier<List<InetSocketAddress>> places, Runnable release) {
        this.release = release;
        this.server = vertx.createNetServer();
        this.client = vertx.createNetClient(new NetClientOptions().setConnectTimeout(Lines.CONNECT_MILLIS));
        this.places = places;
    }

    /** One that listens there, and whose connections go on to the first of those places that takes them. On the loop. */
    static Future<Forward> open(
            Vertx vertx, Context loop, Claims claims, Claim claim, Supplier<List<InetSocketAddress>> places) {
        Runnable release = () -> loop.runOnContext(closed -> claims.release(claim));
        var forward = new Forward(vertx, places, release);
        return claims.listen(
                claim,
                () -> forward.server
                        .connectHandler(caller -> forward.take(caller.pause()))
                        .listen(claim.port(), claim.host())
                        .map(listening -> forward));
    }

    private void take(NetSocket caller) {
        var isOver = new AtomicBoolean();
        caller.exceptionHandler(error -> {});
        caller.closeHandler(closed -> isOver.set(true));
        connect(places.get(), 0)
                .onSuccess(there -> join(caller, there.pause(), isOver.get()))
                .onFailure(error -> caller.close());
    }

    private static void join(NetSocket caller, NetSocket there, boolean isOver) {
        if (isOver) {
            there.close();
        } else {
            Joint.join(caller, there, () -> {}, () -> {});
        }
    }

    private Future<NetSocket> connect(List<InetSocketAddress> all, int next) {
        if (next == all.size()) {
            return Future.failedFuture("nobody is there");
        }
        var place = all.get(next);
        return client.connect(place.getPort(), place.getHostString()).recover(error -> connect(all, next + 1));
    }

    /** The port at which it listens. */
    public int port() {
        return server.actualPort();
    }

    /** Stops listening, and ends what goes through it; the port is free afterwards. Never called on the loop. */
    @Override
    public void close() {
        client.close().onComplete(closed -> {});
        try {
            server.close().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            // The port stays taken; whoever wants it next takes another.
            return;
        }
        release.run();
    }
}
