package dev.stowage.local.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** The other end of a {@link ControlSocket}: has a run that another process leads do something. */
public final class Caller {

    private Caller() {}

    /**
     * Has a run do what these words ask, and prints its answer as it comes.
     *
     * @return the exit code; 0 where nobody reads what it prints any more; empty where the run ended before it gave one
     */
    public static OptionalInt ask(RunFolder folder, List<String> words, PrintStream out, PrintStream err) {
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.socket()));
                var to = Channels.newWriter(channel, StandardCharsets.UTF_8);
                var from = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8))) {
            to.write(Words.write(words) + "\n");
            to.flush();
            for (var line = from.readLine(); line != null; line = from.readLine()) {
                var said = Words.read(line);
                switch (said.get(0)) {
                    case Answer.OUT -> out.println(said.get(1));
                    case Answer.ERR -> err.println(said.get(1));
                    case Answer.TICK -> {}
                    default -> {
                        return OptionalInt.of(Integer.parseInt(said.get(1)));
                    }
                }
                if (out.checkError()) {
                    return OptionalInt.of(0);
                }
            }
            return OptionalInt.empty();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
