package dev.stowage.samples;

import dev.stowage.local.testing.LocalEcs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * Another JVM in which {@link OneWord} runs around a test, as JUnit has it. It prints what it is answered, or what came of
 * the start; for each line that it is told, what it is answered then, and what its tasks are. It ends the stack once its input
 * ends.
 */
final class OtherJvm implements AutoCloseable {

    private static final String TASK =
            "$b wget -qO- $ECS_CONTAINER_METADATA_URI_V4/task | $b grep -o '\"Family\":\"[A-Za-z-]*\"'";
    private static final String NAME =
            "$b nslookup telling.words.internal | $b grep -q 'Address.*10[.]' && $b echo found by name";

    private final Process process;
    private final BufferedReader lines;

    private OtherJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, with those options of Java and those variables. */
    static OtherJvm start(List<String> options, Map<String, String> variables) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1");
        builder.command().addAll(options);
        builder.command().addAll(List.of("-cp", System.getProperty("java.class.path"), OtherJvm.class.getName()));
        builder.environment().putAll(variables);
        return new OtherJvm(builder.redirectErrorStream(true).start());
    }

    public static void main(String... args) throws IOException {
        var stack = LocalEcs.of(new OneWord("one"));
        try {
            stack.beforeAll(context());
            System.out.println("answered: " + stack.get("/").body().strip());
            var words = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            while (words.readLine() != null) {
                System.out.println("answered: " + stack.get("/").body().strip() + ", " + told(stack, TASK) + ", "
                        + told(stack, NAME));
            }
        } catch (TestAbortedException skipped) {
            System.out.println("skipped: " + skipped.getMessage());
        } catch (RuntimeException failed) {
            System.out.println("failed: " + failed.getMessage());
        } finally {
            stack.afterAll(context());
        }
    }

    /** What a command in a container of the stack prints, in one line. */
    private static String told(LocalEcs stack, String script) {
        var said = stack.service("telling").exec("/bin/busybox", "sh", "-c", "b=/bin/busybox; " + script);
        return String.join(" ", said.out()).strip();
    }

    /** A context that is asked for nothing but its name. */
    private static ExtensionContext context() {
        return (ExtensionContext) Proxy.newProxyInstance(
                OtherJvm.class.getClassLoader(), new Class<?>[] {ExtensionContext.class}, (self, method, given) -> {
                    if (method.getName().equals("getUniqueId")) {
                        return "the only one";
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** The next line that tells what came of it. */
    String outcome() throws IOException {
        var before = new StringBuilder();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("answered: ") || line.startsWith("skipped: ") || line.startsWith("failed: ")) {
                return line;
            }
            before.append(line).append('\n');
        }
        throw new AssertionError("It ended and told nothing but:\n" + before);
    }

    /** Has it ask its stack again. */
    void again() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** Has it end well, and waits until it has. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        var rest = lines.lines().toList();
        if (process.waitFor() != 0 || !rest.isEmpty()) {
            throw new AssertionError("It ended with " + process.exitValue() + ":\n" + String.join("\n", rest));
        }
    }

    /** Tells the JVM to end, as a build does that somebody stops, and waits until it has. */
    void terminate() throws InterruptedException {
        process.destroy();
        var unused = process.waitFor();
    }

    /** Has it end, so that it removes what it started; by force after a minute. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroy();
            }
        } catch (InterruptedException stop) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
