package dev.stowage.synth.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The console of the process. A write to a pipe that nobody reads any more is lost in silence, as it should be. */
final class SystemConsole implements Console {

    static final Console INSTANCE = new SystemConsole();

    private SystemConsole() {}

    @Override
    public PrintStream out() {
        return System.out;
    }

    @Override
    public PrintStream err() {
        return System.err;
    }

    @Override
    @SuppressWarnings("SystemConsoleNull") // From JDK 22 on it is never null, and is asked what it is.
    public boolean isTerminal() {
        var console = System.console();
        return console != null && (Runtime.version().feature() < 22 || saysSo(console));
    }

    /** From JDK 22 on there is a console without a terminal too, and it can be asked. */
    private static boolean saysSo(java.io.Console console) {
        try {
            return (boolean) MethodHandles.publicLookup()
                    .findVirtual(java.io.Console.class, "isTerminal", MethodType.methodType(boolean.class))
                    .invokeExact(console);
        } catch (Throwable unasked) {
            return false;
        }
    }

    @Override
    public Charset charset() {
        var name = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding", ""));
        return name.isEmpty() ? Charset.defaultCharset() : Charset.forName(name);
    }

    /** The stream remembers that a write failed, and not why: one more, to the descriptor itself, tells. */
    @Override
    @SuppressWarnings("resource") // Closing it would close the output of the process.
    public Optional<String> lost() {
        if (!System.out.checkError()) {
            return Optional.empty();
        }
        try {
            new FileOutputStream(FileDescriptor.out).write('\n');
            return Optional.of("a write failed");
        } catch (IOException failure) {
            var why = String.valueOf(failure.getMessage());
            return why.toLowerCase(Locale.ROOT).contains("pipe") ? Optional.empty() : Optional.of(why);
        }
    }

    @Override
    public Optional<String> environment(String variable) {
        var value = System.getenv(variable);
        return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    @Override
    public Path directory() {
        return Path.of("");
    }
}
