package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.PortMapping;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;

/**
 * The ports of this machine that lead to containers in bridge mode. Dynamic ones are given out as ECS's agent does: one after
 * the other through the range, over again at its end, each tried before it is given. Safe for many threads.
 */
final class HostPorts {

    /** At most so many ports of a task are bound. */
    static final int MOST = 100;

    private static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    private final int first;
    private final int last;
    private final BiPredicate<Integer, PortMapping.Protocol> isFree;
    private final AtomicInteger next;
    private final Set<Integer> given = new HashSet<>();

    private HostPorts(int first, int last, BiPredicate<Integer, PortMapping.Protocol> isFree) {
        this.first = first;
        this.last = last;
        this.isFree = isFree;
        this.next = new AtomicInteger(first);
    }

    /** Ports of that range, as far as they are free. */
    static HostPorts between(int first, int last, BiPredicate<Integer, PortMapping.Protocol> isFree) {
        return new HostPorts(first, last, isFree);
    }

    /** Those of this machine. */
    static HostPorts ofThisMachine() {
        // The kernel gives this file in one piece: a reader with a buffer takes it, one that asks byte by byte does
        // not.
        try (var reader = Files.newBufferedReader(RANGE)) {
            var bounds = String.valueOf(reader.readLine()).strip().split("\\s+", -1);
            return between(Integer.parseInt(bounds[0]), Integer.parseInt(bounds[1]), HostPorts::canListen);
        } catch (IOException | RuntimeException elsewhere) {
            return between(32_768, 60_999, HostPorts::canListen);
        }
    }

    private static boolean canListen(int port, PortMapping.Protocol protocol) {
        try {
            if (protocol == PortMapping.Protocol.TCP) {
                try (var socket = new ServerSocket()) {
                    socket.setReuseAddress(true);
                    socket.bind(new InetSocketAddress(port));
                    return socket.isBound();
                }
            }
            try (var socket = new DatagramSocket(port)) {
                return socket.isBound();
            }
        } catch (IOException taken) {
            return false;
        }
    }

    /** That many free ports in a row; the first of them, or nothing where there are not so many. */
    synchronized Optional<Integer> take(int count, PortMapping.Protocol protocol) {
        var size = count > last - first + 1 ? 0 : last - first + 1;
        for (var tried = 0; tried < size; tried++) {
            var start = next.get() + count - 1 > last ? first : next.get();
            var taken = firstTaken(start, count, protocol);
            next.set(taken.map(port -> port + 1).orElse(start + count));
            if (taken.isEmpty()) {
                for (var port = start; port < start + count; port++) {
                    given.add(port);
                }
                return Optional.of(start);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> firstTaken(int start, int count, PortMapping.Protocol protocol) {
        for (var port = start; port < start + count; port++) {
            if (given.contains(port) || !isFree.test(port, protocol)) {
                return Optional.of(port);
            }
        }
        return Optional.empty();
    }

    /** Ports that nobody uses any more. */
    synchronized void giveBack(List<Integer> ports) {
        given.removeAll(new ArrayList<>(ports));
    }
}
