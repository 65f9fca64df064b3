package dev.stowage.local.cli;

import dev.stowage.local.engine.docker.Seat;
import dev.stowage.synth.cli.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The terminal of this process, taken over: keys come as they are pressed, also Ctrl-C, and nothing is echoed. It is given back as
 * it was when it is closed, and when the process ends otherwise. Done by {@code stty}, which every Unix has.
 */
final class Terminal implements Seat, AutoCloseable {

    private static final String STTY = "stty";

    private final OutputStream screen;
    private final String saved;
    private final AtomicBoolean isBack = new AtomicBoolean();
    private final Thread atTheEnd = new Thread(this::giveBack, "stowage-terminal-end");

    private Terminal(OutputStream screen, String saved) {
        this.screen = screen;
        this.saved = saved;
    }

    /** Takes the terminal over; empty where there is none, or no {@code stty}. */
    static Optional<Terminal> take(Console console) {
        if (!console.isTerminal()) {
            return Optional.empty();
        }
        return stty("-g").map(saved -> {
            var terminal = new Terminal(console.out(), saved);
            Runtime.getRuntime().addShutdownHook(terminal.atTheEnd);
            var unused = stty("raw", "-echo");
            return terminal;
        });
    }

    /** What it says; empty where it says that it cannot. */
    private static Optional<String> stty(String... words) {
        var command = new ArrayList<>(List.of(STTY));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? Optional.of(said) : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public InputStream keys() {
        return System.in;
    }

    @Override
    public OutputStream screen() {
        return screen;
    }

    @Override
    public Optional<Size> size() {
        return stty("size")
                .map(said -> said.split(" ", -1))
                .filter(it -> it.length == 2)
                .map(Terminal::size);
    }

    private static Size size(String[] words) {
        return new Size(Integer.parseInt(words[0]), Integer.parseInt(words[1]));
    }

    @Override
    public void onResize(Runnable what) {
        Interrupts.onResize(what);
    }

    private void giveBack() {
        if (isBack.compareAndSet(false, true)) {
            var unused = stty(saved);
        }
    }

    @Override
    public void close() {
        giveBack();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException ending) {
            // The process is ending; the hook finds that there is nothing left to do.
        }
    }
}
