package dev.stowage.synth.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a Docker engine answers, and which: one question at its socket, without a client library. */
final class DockerCheckup implements Checkup {

    private static final String PURPOSE = "building images and running them locally";
    private static final String SOCKET = "unix:///var/run/docker.sock";
    private static final String QUESTION = "GET /version HTTP/1.0\r\nHost: docker\r\n\r\n";
    private static final int PATIENCE = 2_000;

    @Override
    public List<Vital> look(Console console) {
        var host = console.environment("DOCKER_HOST").orElse(SOCKET);
        return List.of(look(host));
    }

    private static Vital look(String host) {
        var place = host.startsWith("unix://") ? host.substring("unix://".length()) : host;
        try {
            var answer = answer(address(host));
            var version = value(answer, "\"Version\":\"");
            return answer.contains(" 200 ") && !version.isEmpty()
                    ? Vital.there(
                            "Docker",
                            version + ", API " + value(answer, "\"ApiVersion\":\"") + ", at " + place,
                            PURPOSE)
                    : Vital.optional("Docker", "no engine answers at " + place, PURPOSE);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException unreachable) {
            return Vital.optional("Docker", "not reachable at " + place, PURPOSE);
        }
    }

    private static SocketAddress address(String host) throws IOException {
        if (host.startsWith("unix://")) {
            return UnixDomainSocketAddress.of(host.substring("unix://".length()));
        }
        var colon = host.lastIndexOf(':');
        if (!host.startsWith("tcp://") || colon < "tcp://".length()) {
            throw new IOException("No address: " + host);
        }
        return new InetSocketAddress(
                host.substring("tcp://".length(), colon), Integer.parseInt(host.substring(colon + 1)));
    }

    /** What the engine answers; nothing where it takes longer than anybody wants to wait. */
    private static String answer(SocketAddress address) throws IOException {
        var family =
                address instanceof UnixDomainSocketAddress ? StandardProtocolFamily.UNIX : StandardProtocolFamily.INET;
        try (var channel = SocketChannel.open(family);
                var selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                channel.register(selector, SelectionKey.OP_CONNECT);
                if (selector.select(PATIENCE) == 0 || !channel.finishConnect()) {
                    return "";
                }
                selector.selectedKeys().clear();
            }
            var unused = channel.write(ByteBuffer.wrap(QUESTION.getBytes(StandardCharsets.US_ASCII)));
            channel.register(selector, SelectionKey.OP_READ);
            return read(channel, selector);
        }
    }

    private static String read(SocketChannel channel, Selector selector) throws IOException {
        var answer = ByteBuffer.allocate(1 << 16);
        while (answer.hasRemaining() && selector.select(PATIENCE) > 0) {
            selector.selectedKeys().clear();
            if (channel.read(answer) < 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8);
    }

    /** The first value of this key in the answer: the engine's own stands before those of its parts, or among them alike. */
    private static String value(String answer, String key) {
        var body = answer.indexOf("\"ApiVersion\"") < 0 ? answer : engine(answer);
        var begin = body.indexOf(key);
        var end = begin < 0 ? -1 : body.indexOf('"', begin + key.length());
        return end < 0 ? "" : body.substring(begin + key.length(), end);
    }

    /** The answer behind the list of the engine's parts, each of which has a version of its own. */
    private static String engine(String answer) {
        var parts = answer.indexOf("\"Components\":[");
        var end = parts < 0 ? -1 : answer.indexOf("}],", parts);
        return end < 0 ? answer : answer.substring(end);
    }
}
