package dev.stowage.local.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Who is asked about names that are not ours: the resolvers of this machine, one after the other. */
public final class Resolvers {

    private static final String KEYWORD = "nameserver ";
    private static final int DNS = 53;
    private static final int LARGEST = 65_535;

    private final List<InetSocketAddress> addresses;
    private final Duration patience;

    private Resolvers(List<InetSocketAddress> addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    /** Those resolvers, each of which gets that long to answer. */
    public static Resolvers at(List<InetSocketAddress> addresses, Duration patience) {
        return new Resolvers(List.copyOf(addresses), patience);
    }

    /** Those that this machine asks: the name servers of {@code /etc/resolv.conf}, with two seconds each. */
    public static Resolvers ofThisMachine() {
        var found = new ArrayList<InetSocketAddress>();
        try {
            for (var line : Files.readAllLines(Path.of("/etc/resolv.conf"))) {
                if (line.startsWith(KEYWORD)) {
                    var address = line.substring(KEYWORD.length()).strip();
                    found.add(new InetSocketAddress(InetAddress.getByName(address), DNS));
                }
            }
        } catch (IOException e) {
            return at(List.of(), Duration.ZERO);
        }
        return at(found, Duration.ofSeconds(2));
    }

    /** What the first of them answers that does, by TCP where a datagram has not the room; empty where none does. */
    Optional<byte[]> ask(byte[] message, int room) {
        for (var address : addresses) {
            try {
                return Optional.of(room > Reply.DATAGRAM ? connected(message, address) : datagram(message, address));
            } catch (IOException e) {
                // The next one may answer.
            }
        }
        return Optional.empty();
    }

    private byte[] datagram(byte[] message, InetSocketAddress address) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.connect(address);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            socket.send(new DatagramPacket(message, message.length));
            var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
            socket.receive(packet);
            return Arrays.copyOf(packet.getData(), packet.getLength());
        }
    }

    private byte[] connected(byte[] message, InetSocketAddress address) throws IOException {
        try (var socket = new Socket()) {
            var millis = Math.toIntExact(patience.toMillis());
            socket.connect(address, millis);
            socket.setSoTimeout(millis);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeShort(message.length);
            out.write(message);
            var in = new DataInputStream(socket.getInputStream());
            return in.readNBytes(in.readUnsignedShort());
        }
    }
}
