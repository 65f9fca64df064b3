package dev.stowage.synth.cli;

import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.Charset;
import java.nio.file.Path;
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
