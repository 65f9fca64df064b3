package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a stack on a machine where no Docker engine answers. */
class WithoutDockerTest {

    @TempDir
    Path home;

    @Test
    void areSkippedWithTheReason() throws Exception {
        assertThat(outcome()).startsWith("skipped: ").contains(reason());
    }

    @Test
    void failWithTheReasonWhereDockerIsRequired() throws Exception {
        assertThat(outcome("-Dstowage.local.required=true"))
                .startsWith("failed: ")
                .contains(reason());
    }

    @Test
    void leaveNoRunBehind() throws Exception {
        assertThat(outcome()).startsWith("skipped: ");

        try (var runs = Files.list(home.resolve("stowage/runs"))) {
            assertThat(runs.filter(Files::isDirectory)).isEmpty();
        }
    }

    private String outcome(String... options) throws Exception {
        var variables = Map.of("XDG_STATE_HOME", home.toString(), "DOCKER_HOST", "unix://" + socket());
        try (var tests = OtherJvm.start(List.of(options), variables)) {
            return tests.outcome();
        }
    }

    private String reason() {
        return "no Docker engine was found: there is no " + socket() + " (from DOCKER_HOST)";
    }

    private Path socket() {
        return home.resolve("no.sock");
    }
}
