package dev.stowage.local.dns;

import static dev.stowage.local.dns.RecordType.A;
import static dev.stowage.local.dns.RecordType.SRV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Questions that the JDK's own DNS client asks, and messages that nobody should send. */
class NameServerTest {

    private static final int SRV_CODE = 33;
    private static final Resolvers NOBODY = Resolvers.at(List.of(), Duration.ZERO);

    private final AtomicReference<Zone> zone = new AtomicReference<>(Zone.of(List.of("shop.local"), List.of()));
    private NameServer server = at(NOBODY);

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    @Behaviour("13")
    void answersWithTheAddressesOfTheHealthyInstances() throws Exception {
        knows(name(Set.of(A), false, instance(1, true), instance(2, false), instance(3, true)));

        assertThat(ask("orders.shop.local", "A")).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.3");
        assertThat(ask("Orders.SHOP.local", "A")).hasSize(2);
    }

    @Test
    @Behaviour("13")
    void answersWithTheUnhealthyOnesWhereNoneIsHealthy() throws Exception {
        knows(name(Set.of(A), false, instance(1, false), instance(2, false)));

        assertThat(ask("orders.shop.local", "A")).containsExactlyInAnyOrder("10.0.0.1", "10.0.0.2");
    }

    @Test
    @Behaviour("13")
    void answersWithEightAtMostAndNotAlwaysTheSame() throws Exception {
        knows(name(Set.of(A), false, instances(20)));

        var seen = new HashSet<String>();
        for (var i = 0; i < 30; i++) {
            var some = ask("orders.shop.local", "A");
            assertThat(some).hasSize(8).doesNotHaveDuplicates();
            seen.addAll(some);
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    @Behaviour("13")
    void answersWithOneByChanceWhereTheNameIsWeighted() throws Exception {
        knows(name(Set.of(A), true, instances(3)));

        var seen = new HashSet<String>();
        for (var i = 0; i < 60; i++) {
            var one = ask("orders.shop.local", "A");
            assertThat(one).hasSize(1);
            seen.addAll(one);
        }
        assertThat(seen).hasSize(3);
    }

    @Test
    @Behaviour("13")
    void namesThePortAndTheInstanceInSrvRecordsAndKnowsTheAddressOfThat() throws Exception {
        knows(name(Set.of(SRV), false, instance(7, true)));

        assertThat(ask("orders.shop.local", "SRV")).containsExactly("1 1 8087 task7.orders.shop.local.");
        assertThat(ask("task7.orders.shop.local", "A")).containsExactly("10.0.0.7");
        assertThat(ask("orders.shop.local", "A")).isEmpty();
    }

    @Test
    void knowsNoOtherNameInItsNamespaces() {
        knows(name(Set.of(A), false, instance(1, true)));

        assertThatThrownBy(() -> ask("other.shop.local", "A")).isInstanceOf(NameNotFoundException.class);
        assertThatThrownBy(() -> ask("task9.orders.shop.local", "A")).isInstanceOf(NameNotFoundException.class);
    }

    @Test
    void asksOthersAboutAllOtherNames() throws Exception {
        var own = server;
        zone.set(Zone.of(List.of("elsewhere.example"), List.of(named("www.elsewhere.example", instance(4, true)))));
        server = at(
                Resolvers.at(List.of(own.address()), Duration.ofSeconds(5)), Zone.of(List.of("shop.local"), List.of()));

        assertThat(ask("www.elsewhere.example", "A")).containsExactly("10.0.0.4");
        own.close();
    }

    @Test
    void saysThatItFailedWhereNobodyElseAnswers() {
        assertThatThrownBy(() -> ask("www.elsewhere.example", "A")).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void sendsWhatDoesNotFitIntoADatagramByTcp() throws Exception {
        knows(name(Set.of(SRV), false, instances(8)));

        assertThat(datagram(question("orders.shop.local"))[2] & 0x02)
                .as("truncated")
                .isPositive();
        assertThat(ask("orders.shop.local", "SRV")).hasSize(8);
        assertThat(overTcp(question("orders.shop.local")).length).isGreaterThan(512);
    }

    @Test
    void answersWhatIsNoQuestionAsAFormatError() throws Exception {
        var nonsense = question("orders.shop.local");
        nonsense[5] = 2;

        assertThat(datagram(nonsense)[3] & 0x0f).as("code of the answer").isEqualTo(1);
    }

    @Test
    void goesOnAfterWhateverItIsSent() throws Exception {
        knows(name(Set.of(A), false, instance(1, true)));
        var random = new Random(7);
        try (var socket = new DatagramSocket()) {
            for (var i = 0; i < 2_000; i++) {
                var message = random.nextBoolean() ? question("orders.shop.local") : new byte[random.nextInt(600)];
                for (var hits = 1 + random.nextInt(5); hits > 0 && message.length > 0; hits--) {
                    message[random.nextInt(message.length)] = (byte) random.nextInt();
                }
                var cut = Arrays.copyOf(message, random.nextInt(message.length + 1));
                socket.send(new DatagramPacket(cut, cut.length, server.address()));
                assertThat(Question.in(cut).map(Question::name).orElse("")).hasSizeLessThan(254);
            }
        }

        assertThat(ask("orders.shop.local", "A")).containsExactly("10.0.0.1");
    }

    private NameServer at(Resolvers others) {
        return at(others, null);
    }

    private NameServer at(Resolvers others, Zone fixed) {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return NameServer.at(here, () -> fixed == null ? zone.get() : fixed, others, new Random(1));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void knows(ServiceName name) {
        zone.set(Zone.of(List.of("shop.local"), List.of(name)));
    }

    private static ServiceName name(Set<RecordType> types, boolean weighted, Instance... instances) {
        return new ServiceName("orders.shop.local", types, 15, weighted, List.of(instances));
    }

    private static ServiceName named(String name, Instance instance) {
        return new ServiceName(name, Set.of(A), 60, false, List.of(instance));
    }

    private static Instance[] instances(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> instance(i, true)).toArray(Instance[]::new);
    }

    private static Instance instance(int number, boolean healthy) {
        try {
            var address = (Inet4Address) InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) number});
            return new Instance("task" + number, address, 8080 + number, healthy);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> ask(String name, String type) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put(
                "java.naming.provider.url",
                "dns://127.0.0.1:" + server.address().getPort());
        var found = new InitialDirContext(settings)
                .getAttributes(name, new String[] {type})
                .get(type);
        var values = new ArrayList<String>();
        for (var i = 0; found != null && i < found.size(); i++) {
            values.add(found.get(i).toString());
        }
        return values;
    }

    private byte[] datagram(byte[] message) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            socket.send(new DatagramPacket(message, message.length, server.address()));
            var packet = new DatagramPacket(new byte[600], 600);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }

    private byte[] overTcp(byte[] message) throws IOException {
        try (var socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(message.length);
            out.write(message);
            var in = new DataInputStream(socket.getInputStream());
            return in.readNBytes(in.readUnsignedShort());
        }
    }

    private static byte[] question(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(4711);
        out.writeShort(0x0100);
        out.writeShort(1);
        out.write(new byte[6]);
        for (var label : name.split("\\.")) {
            out.writeByte(label.length());
            out.write(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeByte(0);
        out.writeShort(SRV_CODE);
        out.writeShort(1);
        return bytes.toByteArray();
    }
}
