package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerSeen;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which image the tasks of a service run when its tag moves, on a real engine. */
@OnDocker
class PinsTest {

    private final Bench bench = Bench.open();
    private final String name = "stowage-test/" + bench.run + ":1";
    private String first;

    @BeforeEach
    void tag() {
        first = TestImages.variant(bench.docker, name, "first");
    }

    @AfterEach
    void leaveNothing() {
        bench.close();
        TestImages.remove(name);
        TestImages.remove(first);
    }

    private TaskSetup task(boolean pinned) {
        var web = ContainerSetup.essential("web", name).with(Command.OF_IMAGE.with(List.of("sh", "-c", "exit 0")));
        return TaskSetup.of("shop", NetworkMode.NONE, pinned ? web : web.unpinned());
    }

    /** The id of the image that a task of that deployment runs. */
    private String imageOf(String id, TaskSetup setup, String startedBy, String images) {
        assertThat(ended(id, setup, startedBy, images).error()).isEmpty();
        return bench.engine.made(bench.id(bench.task(id), "web")).orElseThrow().imageId();
    }

    private ContainerSeen ended(String id, TaskSetup setup, String startedBy, String images) {
        var task = bench.task(id);
        assertThat(bench.booking(task, setup, startedBy, images).images()).isEqualTo(images);
        return bench.ended(task, setup);
    }

    @Test
    @Behaviour({"3.1", "5.7"})
    void theTasksOfADeploymentRunWhatTheTagMeantWhenItBegan() {
        assertThat(imageOf("t1", task(true), "ecs-svc/1", "ecs-svc/1")).isEqualTo(first);
        var second = TestImages.variant(bench.docker, name, "second");
        assertThat(second).isNotEqualTo(first);

        assertThat(imageOf("t2", task(true), "ecs-svc/1", "ecs-svc/1")).isEqualTo(first);
        assertThat(imageOf("t3", task(true), "ecs-svc/2", "ecs-svc/2"))
                .as("the next deployment")
                .isEqualTo(second);
        assertThat(imageOf("t4", task(true), "ecs-svc/3", "ecs-svc/1"))
                .as("a deployment that goes back to the first one")
                .isEqualTo(first);
    }

    @Test
    @Behaviour("3.1")
    void withoutVersionConsistencyEveryTaskRunsWhatTheTagMeansThen() {
        assertThat(imageOf("t1", task(false), "ecs-svc/1", "ecs-svc/1")).isEqualTo(first);
        var second = TestImages.variant(bench.docker, name, "second");

        assertThat(imageOf("t2", task(false), "ecs-svc/1", "ecs-svc/1")).isEqualTo(second);
    }

    @Test
    @Behaviour("5.7")
    void anImageThatWasRemovedSinceItsDeploymentBeganIsAnErrorWithAWayOut() {
        assertThat(imageOf("t1", task(true), "ecs-svc/1", "ecs-svc/1")).isEqualTo(first);
        bench.remove(bench.task("t1"));
        TestImages.remove(name);
        assertThat(TestImages.variant(bench.docker, name, "second")).isNotEmpty();

        var seen = ended("t2", task(true), "ecs-svc/1", "ecs-svc/1");

        assertThat(seen.error().orElseThrow().toString())
                .isEqualTo("CannotPullContainerError: the image " + first
                        + ", with which this deployment began, is on this machine no more");
        bench.explained("LOCAL-REGISTRY", "with which this deployment began");
    }

    @Test
    @Behaviour("5.10")
    void anotherProcessThatTakesARunOverKeepsToTheImagesOfItsDeployments() {
        assertThat(imageOf("t1", task(true), "ecs-svc/1", "ecs-svc/1")).isEqualTo(first);
        assertThat(TestImages.variant(bench.docker, name, "second")).isNotEqualTo(first);
        bench.engine.close();

        try (var next = Bench.again(bench)) {
            var left = next.engine.left().get(0);
            next.engine.adopt(left, next.booking(left.id(), task(true)));
            var seen = next.ended("t2", task(true));

            assertThat(seen.exitCode()).hasValue(0);
            assertThat(next.engine
                            .made(next.id(next.task("t2"), "web"))
                            .orElseThrow()
                            .imageId())
                    .isEqualTo(first);
        }
    }
}
