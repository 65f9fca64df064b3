package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.ImageBuild;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of Dockerfiles. */
class ImageBuilderTest {

    private static final EngineAddress ENGINE = new EngineAddress(URI.create("unix:///run/d.sock"), "a test");

    @TempDir
    private Path folder;

    private ImageBuild build(String tag) {
        return new ImageBuild(tag, folder.toString(), "Dockerfile", "", "", Map.of("WORD", "hello"));
    }

    /** A program in place of {@code docker}. */
    private BuildCommand command(String script) throws IOException {
        var program = Files.writeString(folder.resolve("docker"), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new BuildCommand(program.toString(), ENGINE);
    }

    @Test
    void valuesOfBuildArgumentsAreInNoListOfProcesses() throws IOException, InterruptedException {
        var command = command("echo $@; echo $WORD $DOCKER_HOST");
        var lines = new ArrayList<String>();

        var failure = command.run(build("app:1"), Map.of("l", "v"), lines::add);

        assertThat(failure).isEmpty();
        assertThat(lines)
                .containsExactly(
                        "buildx build --load --progress plain --tag app:1 --file " + folder
                                + "/Dockerfile --label l=v --build-arg WORD " + folder,
                        "hello unix:///run/d.sock");
    }

    @Test
    void aCommandThatFailsGivesItsLastLine() throws IOException, InterruptedException {
        assertThat(command("echo step; echo ERROR: no such stage >&2; exit 1")
                        .run(build("app:1"), Map.of(), line -> {}))
                .isEqualTo(Optional.of("ERROR: no such stage"));
    }

    @Test
    void aMachineWithoutTheCommandIsKnown() throws IOException {
        assertThat(command("exit 1").isThere()).isFalse();
        assertThat(command("exit 0").isThere()).isTrue();
        assertThat(new BuildCommand("/no/such/docker", ENGINE).isThere()).isFalse();
    }

    @Test
    @OnDocker
    void theEngineItselfBuildsAnImageThatTasksRunAndThatGoesWithTheRun() throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "FROM " + TestImages.BUSYBOX + "\nARG WORD\nENV WORD=$WORD\nCOPY file /file\n"
                        + "CMD [\"sh\", \"-c\", \"test $WORD = hello && test -s /file\"]\n");
        Files.writeString(folder.resolve("file"), "content");
        try (var bench = Bench.open()) {
            var tag = "stowage-test/built-" + bench.run + ":1";

            bench.engine.build(build(tag));

            var web = ContainerSetup.essential("web", tag);
            assertThat(bench.ended("t1", TaskSetup.of("shop", NetworkMode.NONE, web))
                            .exitCode())
                    .hasValue(0);
            bench.engine.removeAll();
            assertThat(bench.docker
                            .within(Patience.INSPECT)
                            .listImagesCmd()
                            .withLabelFilter(Map.of(Labels.RUN, bench.run.value()))
                            .exec())
                    .isEmpty();
        }
    }

    @Test
    @OnDocker
    void aDockerfileThatCannotBeBuiltIsNamedWithWhatItSaid() throws IOException {
        var notices = new ArrayList<Diagnostic>();
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + TestImages.BUSYBOX + "\nRUN [\"sh\", \"-c\", \"exit 3\"]\n");
        try (var bench = Bench.open()) {
            var classic = new ImageBuilder(
                    bench.docker, bench.run, new BuildCommand("/no/such/docker", ENGINE), line -> {}, notices::add);

            assertThatThrownBy(() -> classic.build(build("stowage-test/never:1")))
                    .isInstanceOf(EngineTrouble.class)
                    .hasMessageContaining("cannot be built of " + folder)
                    .hasMessageContaining("returned a non-zero code: 3");
            assertThat(notices)
                    .extracting(Diagnostic::message)
                    .singleElement()
                    .asString()
                    .contains("classic builder");
        }
    }
}
