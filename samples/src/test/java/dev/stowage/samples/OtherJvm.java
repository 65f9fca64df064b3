package dev.stowage.samples;

import dev.stowage.local.testing.LocalEcs;
import java.io.BufferedReader;
import java.io.IOException;
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
 * the start, and ends the stack once its input ends.
 */
final class OtherJvm implements AutoCloseable {

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
            var unused = System.in.read();
        } catch (TestAbortedException skipped) {
            System.out.println("skipped: " + skipped.getMessage());
        } catch (RuntimeException failed) {
            System.out.println("failed: " + failed.getMessage());
        } finally {
            stack.afterAll(context());
        }
    }

    /** A context that is not asked. */
    private static ExtensionContext context() {
        return (ExtensionContext) Proxy.newProxyInstance(
                OtherJvm.class.getClassLoader(), new Class<?>[] {ExtensionContext.class}, (self, method, given) -> {
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

    /** Has it end well, and waits until it has. */
    void end() throws IOException, InterruptedException {
        process.getOutputStream().close();
        var rest = lines.lines().toList();
        if (process.waitFor() != 0 || !rest.isEmpty()) {
            throw new AssertionError("It ended with " + process.exitValue() + ":\n" + String.join("\n", rest));
        }
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
