package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.datagram.DatagramPacket;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** A listener of a Network Load Balancer for datagrams: those of one caller go to one target. On the loop. */
final class UdpFront implements Front {

    /** After so long without a datagram a Network Load Balancer forgets who talked to whom. */
    private static final Duration IDLE = Duration.ofMinutes(2);

    private final Vertx vertx;
    private final Registry registry;
    private final InstantSource time;
    private final Map<SocketAddress, Talk> talks = new HashMap<>();
    private Listener listener;

    UdpFront(Vertx vertx, Registry registry, InstantSource time, Balancer balancer, Listener listener) {
        this.vertx = vertx;
        this.registry = registry;
        this.time = time;
        this.listener = listener;
    }

    @Override
    public void become(Balancer balancer, Listener next) {
        listener = next;
    }

    @Override
    public Future<Opened> listen(String host, int port) {
        return vertx.createDatagramSocket().listen(port, host).map(socket -> {
            socket.handler(packet -> take(socket, packet));
            return new Opened(socket.localAddress().port(), socket::close);
        });
    }

    private void take(DatagramSocket socket, DatagramPacket packet) {
        var talk = talks.get(packet.sender());
        if (talk == null) {
            var destination = listener.rules().standard() instanceof Action.Forward forward
                    ? Destination.of(forward, packet.sender(), registry, time.instant())
                    : null;
            if (destination == null) {
                return;
            }
            talk = new Talk(socket, packet.sender(), destination.target());
            talks.put(packet.sender(), talk);
            destination.target().enters(talk);
        }
        talk.send(packet);
    }

    /** A caller and the target that its datagrams go to, with a port of its own for the answers. */
    private final class Talk implements Passage {
        private final SocketAddress caller;
        private final LiveTarget target;
        private final DatagramSocket own;
        private long touched;

        Talk(DatagramSocket socket, SocketAddress caller, LiveTarget target) {
            this.caller = caller;
            this.target = target;
            this.own = vertx.createDatagramSocket();
            own.handler(answer -> {
                touched = System.nanoTime();
                socket.send(answer.data(), caller.port(), caller.host());
            });
        }

        void send(DatagramPacket packet) {
            touched = System.nanoTime();
            own.send(packet.data(), target.target().port(), target.target().host());
        }

        @Override
        public void checkIdle(long nanos) {
            if (nanos - touched > IDLE.toNanos()) {
                abandon();
            }
        }

        @Override
        public void abandon() {
            if (talks.remove(caller, this)) {
                own.close();
                target.leaves(this);
            }
        }
    }
}
