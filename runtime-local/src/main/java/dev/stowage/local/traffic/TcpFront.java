package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Proxy;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** A listener of a Network Load Balancer: a connection to a target for each connection that comes. On the loop. */
final class TcpFront implements Front {

    /** After so long without a byte a Network Load Balancer forgets a connection. */
    private static final Duration IDLE = Duration.ofSeconds(350);

    private final Vertx vertx;
    private final Registry registry;
    private final InstantSource time;
    private final Optional<PemKeyCertOptions> certificates;
    private final NetClient plain;
    private final NetClient secure;
    private Listener listener;

    TcpFront(
            Vertx vertx,
            Registry registry,
            InstantSource time,
            Optional<PemKeyCertOptions> certificates,
            Balancer balancer,
            Listener listener) {
        this.vertx = vertx;
        this.registry = registry;
        this.time = time;
        this.certificates = certificates;
        this.listener = listener;
        this.plain = vertx.createNetClient(new NetClientOptions().setConnectTimeout(Lines.CONNECT_MILLIS));
        this.secure = vertx.createNetClient(new NetClientOptions()
                .setConnectTimeout(Lines.CONNECT_MILLIS)
                .setSsl(true)
                .setTrustAll(true)
                .setHostnameVerificationAlgorithm(""));
    }

    @Override
    public void become(Balancer balancer, Listener next) {
        listener = next;
    }

    @Override
    public Future<Opened> listen(String host, int port) {
        var options = new NetServerOptions();
        certificates.ifPresent(
                pem -> options.setSsl(true).setKeyCertOptions(pem).setSslHandshakeTimeout(10));
        return vertx.createNetServer(options)
                .connectHandler(this::take)
                .listen(port, host)
                .map(server -> new Opened(server.actualPort(), server::close));
    }

    private void take(NetSocket caller) {
        caller.pause();
        var destination = listener.rules().standard() instanceof Action.Forward forward
                ? Destination.of(forward, caller.remoteAddress(), registry, time.instant())
                : null;
        if (destination == null) {
            caller.close();
        } else {
            new Flow(caller, destination).connect();
        }
    }

    /** A connection and the one that was made for it. */
    private final class Flow implements Passage {
        private final NetSocket caller;
        private Destination destination;
        private Optional<NetSocket> other = Optional.empty();
        private long touched = System.nanoTime();
        private boolean isOver;

        Flow(NetSocket caller, Destination destination) {
            this.caller = caller;
            this.destination = destination;
            caller.closeHandler(closed -> over());
            caller.exceptionHandler(error -> {});
        }

        private void connect() {
            destination.target().enters(this);
            var client = destination.group().protocol().isSecure() ? secure : plain;
            var target = destination.target().target();
            client.connect(target.port(), target.host()).onComplete(made -> {
                if (made.succeeded()) {
                    join(made.result());
                } else {
                    unconnected();
                }
            });
        }

        /** Behind a name, somebody else may be asked. */
        private void unconnected() {
            var next = isOver ? null : destination.other(time.instant());
            if (next == null) {
                abandon();
                return;
            }
            destination.target().leaves(this);
            destination = next;
            connect();
        }

        private void join(NetSocket there) {
            if (isOver) {
                there.close();
                return;
            }
            other = Optional.of(there);
            if (destination.group().isTold()) {
                there.write(ProxyHeader.of(caller.remoteAddress(), caller.localAddress()))
                        .onFailure(error -> abandon());
            }
            Joint.join(caller, there, () -> touched = System.nanoTime(), this::over);
        }

        private void over() {
            isOver = true;
            destination.target().leaves(this);
        }

        @Override
        public void checkIdle(long nanos) {
            var idle = destination.group().proxy().map(Proxy::idle).orElse(IDLE);
            if (!idle.isZero() && nanos - touched > idle.toNanos()) {
                abandon();
            }
        }

        @Override
        public void abandon() {
            caller.close();
            other.ifPresent(NetSocket::close);
            over();
        }
    }
}
