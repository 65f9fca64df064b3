package dev.stowage.local.cli;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The process of a run that nobody waits for, and how it is started. What it says goes to a file of its run folder. */
public final class Detached {

    private static final String LOG = "log";

    /** A run is idle most of the time: a small heap, one compiler, one collector. */
    private static final List<String> THRIFTY = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m", "-Xss512k", "-Dio.netty.allocator.maxOrder=5");

    private static final long GLANCE_MILLIS = 50;

    private Detached() {}

    /** Leads a run: where the folders of runs are, and its name. */
    public static void main(String... arguments) {
        Interrupts.ignore();
        lead(RunFolder.of(Path.of(arguments[0]), new RunId(arguments[1]))).end();
    }

    private static ExitCode lead(RunFolder folder) {
        var hold = folder.hold();
        if (hold.isEmpty()) {
            return ExitCode.MISSING;
        }
        var file = folder.file("wish");
        var view = Views.on(Console.system(), true);
        var wish = Wish.read(file);
        var scale = new TimeScale(wish.scale());
        wish.keyring().notice().ifPresent(view::say);
        try {
            return new Leader(hold.get(), view)
                    .lead(
                            () -> DockerMachine.open(
                                    folder,
                                    Runs.traffic(folder, scale),
                                    wish.keyring().credentials(),
                                    view::say),
                            scale,
                            machine -> Optional.of(StackDoor.reopened(file, machine, view::say)));
        } catch (EngineTrouble trouble) {
            view.say("stowage: " + StackDoor.fault(trouble).getMessage());
            return ExitCode.MISSING;
        } catch (Refusal refusal) {
            view.say("stowage: " + refusal.getMessage());
            return refusal.code();
        } catch (UncheckedIOException unwritable) {
            view.say("stowage: " + StackDoor.unwritten(folder, unwritable));
            return ExitCode.MISSING;
        }
    }

    /** Starts that process, and waits until everything runs as it is wanted; tells meanwhile what happens. */
    static ExitCode start(RunFolder folder, Invocation call) {
        var process = process(folder, call);
        try (var log = Files.newInputStream(folder.file(LOG))) {
            Files.writeString(folder.file("pid"), Long.toString(process.pid()));
            while (process.isAlive() && !Files.exists(folder.socket())) {
                tell(log, call);
                pause();
            }
            tell(log, call);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!process.isAlive()) {
            call.console().err().println("stowage: The run `" + folder.id() + "` did not come up.");
            return ExitCode.of(process.exitValue());
        }
        var code = Runs.ask(folder, call, List.of(Verbs.SETTLE));
        call.console()
                .out()
                .println("The run `" + folder.id() + "` goes on. `local ps` shows it, `local down` ends it.");
        return code;
    }

    private static Process process(RunFolder folder, Invocation call) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(java));
        line.addAll(THRIFTY);
        line.addAll(List.of("-cp", classPath(), Detached.class.getName()));
        line.addAll(List.of(Runs.home(call).toString(), folder.id().value()));
        var log = folder.file(LOG).toFile();
        try {
            var builder = new ProcessBuilder(line)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(log)
                    .redirectErrorStream(true);
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            return builder.start();
        } catch (IOException without) {
            throw new UncheckedIOException(without);
        }
    }

    /** Where our classes are: where a build tool runs a program within itself, its class loader knows, and the JVM does not. */
    private static String classPath() {
        if (!(Detached.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        var places = new ArrayList<String>();
        for (var url : loader.getURLs()) {
            places.add(Path.of(URI.create(url.toString())).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    /** Prints what came to the log; the file stays open, as a run that does not come up takes its folder with it. */
    private static void tell(InputStream log, Invocation call) throws IOException {
        call.console().out().print(new String(log.readAllBytes(), StandardCharsets.UTF_8));
        call.console().out().flush();
    }

    /** Waits for the blink of an eye. */
    static void pause() {
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
