package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The names of containers on the engine. */
class TaskNamesTest {

    private static final TaskDefinition SHOP =
            TaskDefinition.of("shop_web", 7, ContainerDefinition.essential("web", "w"));

    static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException every) {
            throw new AssertionError(every);
        }
    }

    private static String name(String run, String task, String container) {
        return TaskNames.container(new RunId(run), SHOP, new ContainerId(new TaskId(task), container));
    }

    @Test
    @Behaviour("3.6")
    void aContainerIsCalledAsEcsCallsIt() {
        assertThat(name("r", "t1", "~internal~ecs~pause")).matches("ecs-shopweb-7-internalecspause-[0-9a-f]{20}");
    }

    @Test
    @Behaviour("5.10")
    void theNameIsTheSameInTheNextProcessAndOtherForOtherTasks() {
        assertThat(name("r", "t1", "web")).isEqualTo(name("r", "t1", "web"));
        assertThat(name("r", "t1", "web")).isNotEqualTo(name("r", "t2", "web")).isNotEqualTo(name("s", "t1", "web"));
    }
}
