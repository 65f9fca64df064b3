package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Listener.Protocol;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Listeners of Network Load Balancers. */
@Behaviour("14.7")
class NetworkTest {

    private static final TaskId TASK = new TaskId("task");

    private final Semaphore news = new Semaphore(0);

    private Traffic traffic() {
        return Traffic.open(TrafficSettings.STANDARD.scaled(new TimeScale(100)), news::release);
    }

    private static int serve(Traffic traffic, TargetGroup group, Protocol protocol) {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(group.name()));
        var listener = Listener.http("net:7000", 7000, rules).speaking(protocol, List.of());
        var served = traffic.serve(List.of(Balancer.of("net", List.of(listener))), List.of(group));
        assertThat(served.refusals()).isEmpty();
        return served.addresses().get(0).port();
    }

    private static TargetGroup group(TargetGroup.Protocol protocol, HealthCheck.Way way) {
        var usual = HealthCheck.STANDARD;
        var check = new HealthCheck(way, "", usual.port(), usual.interval(), usual.timeout(), 2, 2, usual.matcher());
        return TargetGroup.http("net").speaking(protocol).asked(check);
    }

    private void awaits(Traffic traffic, TargetHealth health) throws InterruptedException {
        while (traffic.everything().stream()
                .noneMatch(one -> one instanceof TargetSeen it && it.task().equals(TASK) && it.health() == health)) {
            assertThat(news.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void passesBytesBothWaysAndWaitsForOpenConnectionsBeforeATaskIsUnused() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var traffic = traffic()) {
            var echo = new Thread(() -> echo(server));
            echo.start();
            var port = serve(traffic, group(TargetGroup.Protocol.TCP, HealthCheck.Way.TCP), Protocol.TCP);
            traffic.register(TASK, List.of(new Target(TASK, "net", "127.0.0.1", server.getLocalPort())));
            awaits(traffic, TargetHealth.HEALTHY);
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(10_000);
                assertThat(said(socket, "hello")).isEqualTo("hello");
                traffic.deregister(TASK);
                awaits(traffic, TargetHealth.DRAINING);
                assertThat(said(socket, "still here")).isEqualTo("still here");
            }
            awaits(traffic, TargetHealth.UNUSED);
        }
    }

    private static String said(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        socket.getOutputStream().write(bytes);
        return new String(socket.getInputStream().readNBytes(bytes.length), StandardCharsets.UTF_8);
    }

    /** Gives back what each connection sends, one connection after the other, until the server is closed. */
    private static void echo(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            } catch (IOException e) {
                assertThat(e).isInstanceOf(java.net.SocketException.class);
            }
        }
    }

    @Test
    void sendsTheDatagramsOfACallerToOneTarget() throws IOException {
        try (var server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var caller = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var traffic = traffic()) {
            server.setSoTimeout(10_000);
            caller.setSoTimeout(10_000);
            var port = serve(traffic, group(TargetGroup.Protocol.UDP, HealthCheck.Way.NONE), Protocol.UDP);
            traffic.register(TASK, List.of(new Target(TASK, "net", "127.0.0.1", server.getLocalPort())));
            traffic.rosters();
            var ping = "ping".getBytes(StandardCharsets.UTF_8);
            caller.send(new DatagramPacket(ping, ping.length, InetAddress.getLoopbackAddress(), port));
            var heard = new DatagramPacket(new byte[100], 100);
            server.receive(heard);
            server.send(new DatagramPacket(heard.getData(), heard.getLength(), heard.getSocketAddress()));
            var back = new DatagramPacket(new byte[100], 100);
            caller.receive(back);

            assertThat(new String(back.getData(), 0, back.getLength(), StandardCharsets.UTF_8))
                    .isEqualTo("ping");
        }
    }

    @Test
    void tellsTheTargetWhoCallsWhereThatIsSet() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var traffic = traffic()) {
            var plain = group(TargetGroup.Protocol.TCP, HealthCheck.Way.NONE);
            var told = new TargetGroup(
                    plain.name(),
                    plain.protocol(),
                    plain.algorithm(),
                    plain.check(),
                    plain.stickiness(),
                    plain.slowStart(),
                    plain.delay(),
                    plain.fewestHealthy(),
                    true,
                    plain.proxy());
            var port = serve(traffic, told, Protocol.TCP);
            traffic.register(TASK, List.of(new Target(TASK, "net", "127.0.0.1", server.getLocalPort())));
            awaits(traffic, TargetHealth.HEALTHY);
            try (var caller = new Socket("127.0.0.1", port)) {
                caller.getOutputStream().write('x');
                try (var there = server.accept()) {
                    there.setSoTimeout(10_000);
                    var head = ByteBuffer.wrap(there.getInputStream().readNBytes(28));
                    assertThat(Arrays.copyOf(head.array(), 12))
                            .isEqualTo("\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII));
                    assertThat(head.getInt(12)).isEqualTo(0x2111_000C);
                    assertThat(head.getInt(16)).isEqualTo(0x7F00_0001);
                    assertThat(head.getInt(20)).isEqualTo(0x7F00_0001);
                    assertThat(Short.toUnsignedInt(head.getShort(24))).isEqualTo(caller.getLocalPort());
                    assertThat(Short.toUnsignedInt(head.getShort(26))).isEqualTo(port);
                    assertThat(there.getInputStream().read()).isEqualTo('x');
                }
            }
        }
    }

    @Test
    @Behaviour("14.2")
    void whoeverHasTheSameAddressComesToTheSameTargetWhereThatIsSet() throws IOException, InterruptedException {
        try (var one = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
                var two = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
                var traffic = traffic()) {
            var sticky =
                    group(TargetGroup.Protocol.TCP, HealthCheck.Way.NONE).sticky(new TargetGroup.Stickiness.Source());
            var port = serve(traffic, sticky, Protocol.TCP);
            for (var server : List.of(one, two)) {
                new Thread(() -> greet(server)).start();
                var target = new Target(TASK, "net", "127.0.0.1", server.getLocalPort());
                traffic.register(TASK, List.of(target));
            }
            awaits(traffic, TargetHealth.HEALTHY);
            assertThat(traffic.rosters().get(0).entries()).hasSize(2);
            var heard = new TreeSet<Integer>();
            for (var time = 0; time < 6; time++) {
                try (var caller = new Socket("127.0.0.1", port)) {
                    caller.setSoTimeout(10_000);
                    heard.add(new DataInputStream(caller.getInputStream()).readInt());
                }
            }

            assertThat(heard).hasSize(1);
        }
    }

    /** Tells its port to each who comes, until the server is closed. */
    private static void greet(ServerSocket server) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                new DataOutputStream(socket.getOutputStream()).writeInt(server.getLocalPort());
            } catch (IOException e) {
                assertThat(e).isInstanceOf(java.net.SocketException.class);
            }
        }
    }

    @Test
    void closesAConnectionThatNobodyTakes() throws IOException {
        try (var traffic = traffic()) {
            var port = serve(traffic, group(TargetGroup.Protocol.TCP, HealthCheck.Way.TCP), Protocol.TCP);
            try (var socket = new Socket("127.0.0.1", port)) {
                socket.setSoTimeout(10_000);
                assertThat(socket.getInputStream().read()).isNegative();
            }
        }
    }
}
