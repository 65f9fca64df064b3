package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.TaskId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The control groups of tasks with limits of their own, where the engine can put one into another, and this machine shows them. */
@OnDocker
class ControlGroupsTest {

    private static final Path ROOT = Path.of("/sys/fs/cgroup");

    private final Bench bench = Bench.open();

    @BeforeEach
    void groupsAreSeen() {
        Assumptions.assumeTrue(
                bench.docker.facts().cgroups().nest() && Files.isDirectory(ROOT.resolve("memory")),
                "this engine has control groups of another kind");
    }

    @AfterEach
    void leaveNothing() {
        bench.close();
    }

    private TaskId up(TaskSize size) {
        return bench.up(
                "t1",
                TaskSetup.of("shop", NetworkMode.AWSVPC, Bench.idle("web"), Bench.idle("friend"))
                        .with(size));
    }

    /** The groups, in every hierarchy, that carry the name of that container. */
    private static List<Path> groups(String container) throws IOException {
        try (var all = Files.find(ROOT, 6, (path, is) -> path.endsWith(container))) {
            return all.toList();
        }
    }

    private String pause(TaskId task) {
        return bench.engine.idOf(bench.pause(task)).orElseThrow();
    }

    @Test
    @Behaviour("3.2")
    void theGroupOfThePauseContainerHoldsThoseOfTheOthersAndAllGoWithTheTask() throws IOException {
        var task = up(TaskSize.of(512, 64));
        var pause = pause(task);
        var web = bench.engine.idOf(bench.id(task, "web")).orElseThrow();

        var memory = ROOT.resolve("memory/docker").resolve(pause);
        assertThat(Files.readString(memory.resolve("memory.limit_in_bytes"))).isEqualTo((64 << 20) + "\n");
        assertThat(memory.resolve(web)).isDirectory();
        assertThat(groups(pause)).hasSizeGreaterThan(3);

        bench.remove(task);
        assertThat(groups(pause)).isEmpty();
    }

    @Test
    @Behaviour("3.2")
    void aRunThatIsTakenDownInHasteLeavesNoGroup() throws IOException {
        var task = up(TaskSize.of(512, 64));
        var pause = pause(task);

        bench.engine.removeAll();

        assertThat(groups(pause)).isEmpty();
    }

    @Test
    @Behaviour("3.2")
    void aHurryEndsAllButThePauseContainer() {
        var task = up(TaskSize.of(512, 64));

        bench.engine.kill();

        assertThat(bench.await(bench.id(task, "web"), it -> it.status() == ContainerStatus.STOPPED)
                        .exitCode())
                .hasValue(137);
        assertThat(bench.now(bench.pause(task)).status()).isNotEqualTo(ContainerStatus.STOPPED);
    }
}
