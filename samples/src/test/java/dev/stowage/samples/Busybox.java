package dev.stowage.samples;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An image of {@code /bin/busybox} of this machine (package busybox-static), for tests on Docker without a registry. */
final class Busybox implements BeforeAllCallback {

    static final String IMAGE = "stowage-sample/busybox:1";

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        if (!succeeds("docker image inspect " + IMAGE) && succeeds("docker version")) {
            succeeds("tar -C / -c bin/busybox | docker import - " + IMAGE);
        }
    }

    private static boolean succeeds(String command) throws IOException, InterruptedException {
        var shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return shell.waitFor() == 0;
    }
}
