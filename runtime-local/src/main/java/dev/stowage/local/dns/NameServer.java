package dev.stowage.local.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Answers questions at an address, by UDP and TCP: about the names of a {@link Zone} by itself, about all others with what the
 * {@link Resolvers} say. What is no question is answered as a format error, or not at all.
 */
public final class NameServer implements AutoCloseable {

    private static final int LARGEST = 65_535;
    private static final int WORKERS = 8;
    private static final int SILENCE = 5_000;

    private final DatagramSocket datagrams;
    private final ServerSocket connections;
    private final Answers answers;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, NameServer::thread);

    private NameServer(DatagramSocket datagrams, ServerSocket connections, Answers answers) {
        this.datagrams = datagrams;
        this.connections = connections;
        this.answers = answers;
    }

    /** Where answers come from. */
    @FunctionalInterface
    private interface Answers {
        Optional<byte[]> to(byte[] message, InetAddress caller, int room);
    }

    /**
     * A server at that address.
     *
     * @param zone what it knows at the moment of a question
     * @param others who is asked about everything else
     * @param chance the order of instances, and the choice among weighted ones
     * @throws IOException where the address is not this machine's, is taken, or may not be used
     */
    public static NameServer at(InetSocketAddress address, Supplier<Zone> zone, Resolvers others, Random chance)
            throws IOException {
        return open(
                address,
                (message, caller, room) -> Question.in(message)
                        .flatMap(asked -> zone.get().answer(asked, chance, room))
                        .or(() -> others.ask(message, room)));
    }

    /**
     * A server at that address that knows nothing by itself.
     *
     * @param others who is asked for a caller
     * @throws IOException where the address is not this machine's, is taken, or may not be used
     */
    public static NameServer passing(InetSocketAddress address, Function<InetAddress, Resolvers> others)
            throws IOException {
        return open(address, (message, caller, room) -> others.apply(caller).ask(message, room));
    }

    private static NameServer open(InetSocketAddress address, Answers answers) throws IOException {
        var connections = new ServerSocket();
        try {
            connections.setReuseAddress(true);
            connections.bind(address);
            var same = new InetSocketAddress(address.getAddress(), connections.getLocalPort());
            var server = new NameServer(new DatagramSocket(same), connections, answers);
            thread(server::hear).start();
            thread(server::accept).start();
            return server;
        } catch (IOException e) {
            connections.close();
            throw e;
        }
    }

    /** Where it answers. */
    public InetSocketAddress address() {
        return new InetSocketAddress(connections.getInetAddress(), connections.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        connections.close();
        workers.shutdownNow();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stowage-dns");
        thread.setDaemon(true);
        return thread;
    }

    private void hear() {
        var packet = new DatagramPacket(new byte[LARGEST], LARGEST);
        while (!datagrams.isClosed()) {
            try {
                packet.setLength(LARGEST);
                datagrams.receive(packet);
                var message = Arrays.copyOf(packet.getData(), packet.getLength());
                var from = (InetSocketAddress) packet.getSocketAddress();
                workers.execute(() -> answer(message, from.getAddress(), Reply.DATAGRAM)
                        .ifPresent(reply -> {
                            try {
                                datagrams.send(new DatagramPacket(reply, reply.length, from));
                            } catch (IOException e) {
                                // Whoever asked is gone, or we are; a question by UDP is asked again.
                            }
                        }));
            } catch (IOException | RejectedExecutionException e) {
                // A closed socket ends the loop; anything else concerns one question only.
            }
        }
    }

    private void accept() {
        while (!connections.isClosed()) {
            try {
                var connection = connections.accept();
                workers.execute(() -> serve(connection));
            } catch (IOException | RejectedExecutionException e) {
                // A closed socket ends the loop; anything else concerns one caller only.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(SILENCE);
            var in = new DataInputStream(connection.getInputStream());
            var out = new DataOutputStream(connection.getOutputStream());
            for (var next = in.read(); next >= 0; next = in.read()) {
                var message = in.readNBytes(next << Byte.SIZE | in.readUnsignedByte());
                var reply = answer(message, connection.getInetAddress(), LARGEST);
                if (reply.isEmpty()) {
                    return;
                }
                out.writeShort(reply.get().length);
                out.write(reply.get());
                out.flush();
            }
        } catch (IOException e) {
            // The caller hung up, said less than it promised, or nothing for too long.
        }
    }

    private Optional<byte[]> answer(byte[] message, InetAddress caller, int room) {
        var question = Question.in(message);
        if (question.isEmpty()) {
            return Question.idOf(message).map(Reply::formatError);
        }
        return answers.to(message, caller, room).or(() -> Optional.of(Reply.failure(question.get())));
    }
}
