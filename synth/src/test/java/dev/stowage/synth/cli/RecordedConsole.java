package dev.stowage.synth.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A console that remembers what was printed, on a machine that the test makes up. */
final class RecordedConsole implements Console {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Path directory;
    private final Map<String, String> environment;
    private final boolean isTerminal;
    private final Charset charset;

    private RecordedConsole(Path directory, Map<String, String> environment, boolean isTerminal, Charset charset) {
        this.directory = directory;
        this.environment = environment;
        this.isTerminal = isTerminal;
        this.charset = charset;
    }

    static RecordedConsole in(Path directory) {
        return new RecordedConsole(directory, Map.of(), false, StandardCharsets.UTF_8);
    }

    RecordedConsole with(Map<String, String> variables) {
        return new RecordedConsole(directory, variables, isTerminal, charset);
    }

    RecordedConsole onATerminal() {
        return new RecordedConsole(directory, environment, true, charset);
    }

    RecordedConsole knowing(Charset characters) {
        return new RecordedConsole(directory, environment, isTerminal, characters);
    }

    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream out() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    @Override
    public PrintStream err() {
        return new PrintStream(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isTerminal() {
        return isTerminal;
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public Optional<String> environment(String variable) {
        return Optional.ofNullable(environment.get(variable));
    }

    @Override
    public Path directory() {
        return directory;
    }
}
