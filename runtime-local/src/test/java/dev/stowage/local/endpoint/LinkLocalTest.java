package dev.stowage.local.endpoint;

import static dev.stowage.local.dns.RecordType.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.dns.Instance;
import dev.stowage.local.dns.NameServer;
import dev.stowage.local.dns.Resolvers;
import dev.stowage.local.dns.ServiceName;
import dev.stowage.local.dns.Zone;
import dev.stowage.local.stack.Roles;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One address for all runs of a machine. Loopback stands for 169.254.170.2 here. */
class LinkLocalTest {

    private static final long ANY = 0xffff_ffffL;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeEverything() throws Exception {
        for (var one : open) {
            one.close();
        }
    }

    @Test
    @Behaviour("6.1")
    void passesAQuestionOnToTheRunThatItIsAbout() throws Exception {
        var address = free();
        var runs = List.of(run("shop"), run("shop.two"));
        open(LinkLocal.at(address, free(), () -> runs));

        assertThat(get(address, "/v4/" + id("shop"), "169.254.170.2")).contains("200 OK", "\"Name\":\"web\"");
        assertThat(get(address, "/v4/" + id("shop.two"), "169.254.170.2")).contains("200 OK");
        assertThat(get(address, "/v4/" + id("gone"), "169.254.170.2")).contains("404");
    }

    @Test
    @Behaviour("6.1")
    void goesOverToAnotherProcessWhenTheOneThatHasItEnds() throws Exception {
        var address = free();
        var names = free();
        var runs = List.of(run("shop"));
        var first = LinkLocal.at(address, names, () -> runs);
        var second = open(LinkLocal.at(address, names, () -> runs));
        assertThat(first.isHolder()).isTrue();
        assertThat(second.isHolder()).isFalse();

        first.close();

        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!second.isHolder() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(get(address, "/v4/" + id("shop"), "169.254.170.2")).contains("200 OK");
    }

    @Test
    @Behaviour("6.4")
    void tellsOfTheTasksOfAllRunsBesideTheAddress() throws Exception {
        var agent = free();
        var runs = List.of(run("shop"), run("shop.two"));
        open(LinkLocal.at(free(), free(), Optional.of(agent), () -> runs));

        assertThat(get(agent, "/v1/tasks", "127.0.0.1").split("\"Arn\"", -1)).hasSize(3);
        assertThat(get(agent, "/v1/tasks?dockerid=bbbb", "127.0.0.1")).contains("200 OK", "\"Name\":\"web\"");
        assertThat(get(agent, "/v1/tasks?dockerid=cccc", "127.0.0.1")).contains("404");
        assertThat(get(agent, "/", "127.0.0.1")).contains("/v1/metadata");
        assertThat(get(agent, "/v2/credentials/" + id("shop"), "127.0.0.1")).contains("404");
    }

    @Test
    @Behaviour("6.1")
    void isLedToARunOnlyByAHolderThatKnowsIt() throws Exception {
        var address = free();
        var names = free();
        var runs = List.of(run("shop"));
        var holder = open(LinkLocal.at(address, names, () -> runs));
        var other = open(LinkLocal.at(address, names, () -> runs));

        assertThat(holder.leadsTo("shop")).isTrue();
        assertThat(other.leadsTo("shop")).isTrue();
        assertThat(other.leadsTo("gone")).isFalse();
    }

    @Test
    void refusesARequestThatMeansAnotherHost() throws Exception {
        var address = free();
        var runs = List.of(run("shop"));
        open(LinkLocal.at(address, free(), () -> runs));

        assertThat(get(address, "/v4/" + id("shop"), "evil.example")).contains("403");
    }

    @Test
    @Behaviour("13")
    void asksTheNamesOfTheRunWhoseNetworkTheCallerIsIn() throws Exception {
        var names = free();
        var here = InetAddress.getByAddress(new byte[] {10, 0, 0, 9});
        var service = new ServiceName(
                "orders.shop.local", Set.of(A), 60, false, List.of(new Instance("t", (Inet4Address) here, 80, true)));
        var zone = Zone.of(List.of("shop.local"), List.of(service));
        var own = open(NameServer.at(free(), () -> zone, Resolvers.at(List.of(), Duration.ZERO), new Random(1)));
        var run = new Neighbour("shop", 1, own.address().getPort(), 0, ANY);
        open(LinkLocal.at(free(), names, () -> List.of(run)));

        assertThat(ask(names, "orders.shop.local")).isEqualTo("10.0.0.9");
    }

    private Neighbour run(String name) throws IOException {
        var ids = EndpointIds.of(name, new byte[] {7});
        var village = Village.of(Roles.NONE);
        var endpoint = open(RunEndpoint.open(0, village, ids, Credentials.NONE, LogSink.empty(), () -> Village.NOON));
        return new Neighbour(name, endpoint.port(), 1, 1, 1);
    }

    private static String id(String run) {
        return EndpointIds.of(run, new byte[] {7}).of(Village.WEB);
    }

    private <T extends AutoCloseable> T open(T one) {
        open.add(one);
        return one;
    }

    private static InetSocketAddress free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    private static String get(InetSocketAddress address, String path, String host) throws IOException {
        try (var socket = new Socket(address.getAddress(), address.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String ask(InetSocketAddress server, String name) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns://127.0.0.1:" + server.getPort());
        return new InitialDirContext(settings)
                .getAttributes(name, new String[] {"A"})
                .get("A")
                .get(0)
                .toString();
    }
}
