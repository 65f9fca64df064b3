package dev.stowage.local.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;

/**
 * The socket through which other processes of the same user steer a run. A caller sends one line of words; the run answers
 * with lines of text, as soon as there are any, and an exit code. The folder keeps other users out, and a caller that is
 * somebody else all the same is not listened to.
 */
public final class ControlSocket implements AutoCloseable {

    /** What a socket's path may have at most: {@code sun_path} of Linux holds 108 bytes with the zero at its end. */
    private static final int LONGEST_PATH = 103;

    /** Does what words ask. */
    @FunctionalInterface
    public interface Steering {

        /**
         * Does what these words ask, prints what there is to say, and gives the exit code. On a thread of its own.
         *
         * @param words the command and what it takes
         * @param answer where to print
         */
        int steer(List<String> words, Answer answer);
    }

    /** How long the end waits for callers to be told all that there is to tell. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Set<Thread> callers = ConcurrentHashMap.newKeySet();
    private final ServerSocketChannel server;
    private final Path path;
    private final Steering steering;

    private ControlSocket(ServerSocketChannel server, Path path, Steering steering) {
        this.server = server;
        this.path = path;
        this.steering = steering;
    }

    /** Listens in that folder; a socket that a dead process left is replaced. */
    public static ControlSocket open(RunFolder folder, Steering steering) {
        var path = folder.socket();
        if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH) {
            throw new IllegalArgumentException("`" + path + "` is too long a path for a socket; at most " + LONGEST_PATH
                    + " bytes are wanted. Set XDG_STATE_HOME to a shorter one.");
        }
        try {
            Files.deleteIfExists(path);
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(path));
            var socket = new ControlSocket(server, path, steering);
            var thread = new Thread(socket::accept, "stowage-control");
            thread.setDaemon(true);
            thread.start();
            return socket;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                var caller = server.accept();
                var thread = new Thread(() -> serve(caller), "stowage-control-caller");
                thread.setDaemon(true);
                callers.add(thread);
                thread.start();
            } catch (ClosedChannelException end) {
                return;
            } catch (IOException lost) {
                // The caller went before it was taken.
            }
        }
    }

    private void serve(SocketChannel caller) {
        try (caller;
                var out = Channels.newWriter(caller, StandardCharsets.UTF_8);
                var in = new BufferedReader(Channels.newReader(caller, StandardCharsets.UTF_8))) {
            var line = isOurs(caller) ? in.readLine() : null;
            if (line != null) {
                var answer = new Answer(out);
                answer.end(steering.steer(Words.read(line), answer));
            }
        } catch (IOException | UncheckedIOException gone) {
            // Nobody waits for the rest of the answer.
        } finally {
            callers.remove(Thread.currentThread());
        }
    }

    private boolean isOurs(SocketChannel caller) throws IOException {
        var peer = caller.getOption(ExtendedSocketOptions.SO_PEERCRED).user();
        return peer.equals(Files.getOwner(path));
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(path);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        var end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        for (var caller : callers) {
            try {
                caller.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
