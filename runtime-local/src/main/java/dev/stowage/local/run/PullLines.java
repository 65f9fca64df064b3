package dev.stowage.local.run;

import dev.stowage.local.engine.docker.ImageProgress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** How images come, in few lines: what happens to an image as a whole, each thing once; of its parts nothing. */
final class PullLines {

    private final Consumer<String> lines;
    private final Map<String, String> last = new ConcurrentHashMap<>();

    PullLines(Consumer<String> lines) {
        this.lines = lines;
    }

    void reached(ImageProgress progress) {
        var isWhole = progress.part().isEmpty() || progress.status().startsWith("Pulling from");
        if (isWhole && !progress.status().equals(last.put(progress.image(), progress.status()))) {
            lines.accept(progress.image() + "  " + progress.status());
        }
    }
}
