package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.testing.LocalEcs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The quickstart on Docker, with another image, as no registry is reached here. */
class QuickstartTest {

    @RegisterExtension
    static final Busybox image = new Busybox();

    @RegisterExtension
    static final LocalEcs quickstart = LocalEcs.of(new Quickstart()).settingsFrom(Path.of("src/test/local"));

    @Test
    void answers() {
        assertThat(quickstart.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void goesOnWhileATaskDies() {
        quickstart.service("hello").killOne();

        assertThat(quickstart.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void scalesTellsAndRemembers(LocalEcs stack) {
        var hello = stack.service("hello");
        hello.scale(3);

        assertThat(hello.tasks()).hasSize(3).allMatch(task -> task.address().startsWith("10."));
        assertThat(hello.events().get(0)).isEqualTo("(service hello) has reached a steady state.");
        assertThat(hello.logs()).contains("serves");
        hello.scale(2);
    }

    @Test
    void looksIntoAContainer() {
        var said = quickstart.service("hello").exec("/bin/busybox", "cat", "/www/index.html");

        assertThat(said.out()).containsExactly("hello");
    }

    @Test
    void runsATaskOnce() {
        var ended = quickstart.run("hello", "/bin/busybox", "sh", "-c", "echo migrated; exit 3");

        assertThat(ended.exitCodes()).containsEntry("web", 3);
        assertThat(ended.stopCode()).isEqualTo("EssentialContainerExited");
        assertThat(ended.lines()).containsExactly("migrated");
    }
}
