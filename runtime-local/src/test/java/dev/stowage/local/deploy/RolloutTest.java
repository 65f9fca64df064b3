package dev.stowage.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.TaskDefinition;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the circuit breaker counts, when it gives up, and where it goes back to. */
@Behaviour("10.1")
class RolloutTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Rollout FIRST = Rollout.first("ecs-svc/1", revision(1), NOW);

    private static TaskDefinition revision(int number) {
        return TaskDefinition.of("web", number, ContainerDefinition.essential("web", "web:" + number));
    }

    private static Rollout failing(Rollout rollout, int tasks) {
        var next = rollout;
        for (var task = 0; task < tasks; task++) {
            next = next.failedToStart(rollout.primary().id());
        }
        return next;
    }

    @Test
    void tripsAtTheThresholdAndNotBefore() {
        assertThat(failing(FIRST, 2).isTripped(Breaker.ON, 4)).isFalse();
        assertThat(failing(FIRST, 3).isTripped(Breaker.ON, 4)).isTrue();
        assertThat(failing(FIRST, 3).isTripped(Breaker.ON, 25)).isFalse();
        assertThat(failing(FIRST, 3).isTripped(Breaker.OFF, 4)).isFalse();
    }

    @Test
    void onceATaskRanStartsThatFailDoNotCount() {
        var ran = FIRST.ran("ecs-svc/1");

        assertThat(failing(ran, 9).primary().failedTasks()).isZero();
        assertThat(ran.foundUnhealthy("ecs-svc/1").primary().failedTasks()).isEqualTo(1);
    }

    @Test
    void beforeATaskRanUnhealthyOnesDoNotCount() {
        assertThat(FIRST.foundUnhealthy("ecs-svc/1").primary().failedTasks()).isZero();
    }

    @Test
    void aHealthyTaskMakesUpForAllFailuresUnlessTheyAddUp() {
        var failed = failing(FIRST, 2);

        assertThat(failed.becameHealthy("ecs-svc/1", Breaker.ON).primary().failedTasks())
                .isZero();
        assertThat(failed.becameHealthy("ecs-svc/1", Breaker.ON.cumulative())
                        .primary()
                        .failedTasks())
                .isEqualTo(2);
    }

    @Test
    void tasksOfOlderDeploymentsDoNotCount() {
        var second = FIRST.complete(NOW).begin("ecs-svc/2", revision(2), NOW);

        assertThat(second.failedToStart("ecs-svc/1").primary().failedTasks()).isZero();
    }

    @Test
    void goesBackToTheLastCompletedDeployment() {
        var second = FIRST.complete(NOW).begin("ecs-svc/2", revision(2), NOW);
        var back = second.giveUp(Failure.TASKS, NOW)
                .goBack("ecs-svc/3", second.wayBack().orElseThrow(), Failure.TASKS, NOW);

        assertThat(back.primary().definition()).isEqualTo(revision(1));
        assertThat(back.primary().reason()).endsWith("rolling back to deploymentId ecs-svc/1.");
        assertThat(back.active())
                .extracting(Deployment::state)
                .containsExactly(RolloutState.FAILED, RolloutState.COMPLETED);
    }

    @Test
    void aWayBackThatFailsHasNoOther() {
        var second = FIRST.complete(NOW).begin("ecs-svc/2", revision(2), NOW);
        var back = second.giveUp(Failure.TASKS, NOW).goBack("ecs-svc/3", FIRST.primary(), Failure.TASKS, NOW);
        assertThat(back.primary().images())
                .as("the tasks of a way back run what they ran before")
                .isEqualTo(FIRST.primary().id());

        assertThat(back.wayBack()).isEmpty();
        assertThat(second.wayBack()).isPresent();
        assertThat(FIRST.wayBack()).isEmpty();
    }

    @Test
    void theBreakerSaysWhatItDoes() {
        assertThat(FIRST.breakerStatus(Breaker.OFF)).isEqualTo(BreakerStatus.DISABLED);
        assertThat(FIRST.breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.MONITORING);
        assertThat(FIRST.complete(NOW).breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.MONITORING_COMPLETE);
        assertThat(FIRST.giveUp(Failure.TASKS, NOW).breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.TRIGGERED);
        assertThat(FIRST.giveUp(Failure.ALARM, NOW).breakerStatus(Breaker.ON))
                .isEqualTo(BreakerStatus.MONITORING_COMPLETE);
    }
}
