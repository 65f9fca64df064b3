package dev.stowage.local.task;

import static dev.stowage.local.task.ContainerDefinition.essential;
import static dev.stowage.local.task.ContainerDefinition.sidecar;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stowage.local.Behaviour;
import dev.stowage.schema.semantics.DependencyCondition;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The states of a task from its acceptance to its end, and the reasons that it ends for. */
class TaskLifeTest {

    private static final ContainerDefinition WEB = essential("web", "web:1");

    @Test
    @Behaviour({"5.1", "4"})
    void aTaskWithItsOwnNetworkPassesEveryState() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withOwnNetwork(), true);
        assertThat(story.task().status()).isEqualTo(TaskStatus.PROVISIONING);
        assertThat(story.runs(TaskDefinition.PAUSE).task().status()).isEqualTo(TaskStatus.PENDING);
        assertThat(story.runs("web").task().status()).isEqualTo(TaskStatus.ACTIVATING);
        assertThat(story.target(TargetHealth.INITIAL).task().status()).isEqualTo(TaskStatus.RUNNING);
        assertThat(story.stops(Stop.byScaling("ecs-svc/1")).task().status()).isEqualTo(TaskStatus.DEACTIVATING);
        assertThat(story.target(TargetHealth.UNUSED).task().status()).isEqualTo(TaskStatus.STOPPING);
        assertThat(story.exits("web", 0).task().status()).isEqualTo(TaskStatus.DEPROVISIONING);
        assertThat(story.exits(TaskDefinition.PAUSE, 0).task().status()).isEqualTo(TaskStatus.STOPPED);

        assertThat(story.asked())
                .containsExactly(
                        "start " + TaskDefinition.PAUSE,
                        "start web",
                        "register",
                        "deregister",
                        "stop web",
                        "stop " + TaskDefinition.PAUSE);
    }

    @Test
    @Behaviour("5.1")
    void aTaskInBridgeModeBeginsPending() {
        assertThat(TaskStory.of(WEB).task().status()).isEqualTo(TaskStatus.PENDING);
    }

    @Test
    @Behaviour("5.1")
    void containersAreReportedInThreeWords() {
        assertThat(ContainerStatus.values())
                .extracting(ContainerStatus::reported)
                .containsExactly("PENDING", "PENDING", "PENDING", "PENDING", "RUNNING", "RUNNING", "STOPPED");
    }

    @Test
    @Behaviour("5.1")
    void theNetworkIsThereOnceThePauseContainerProvidesItNotWhenItRuns() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withOwnNetwork(), false);
        story.comesTo(TaskDefinition.PAUSE, ContainerStatus.RUNNING);
        assertThat(story.task().status()).isEqualTo(TaskStatus.PROVISIONING);
        assertThat(story.asked()).containsExactly("start " + TaskDefinition.PAUSE);

        story.comesTo(TaskDefinition.PAUSE, ContainerStatus.RESOURCES_PROVISIONED);
        assertThat(story.task().status()).isEqualTo(TaskStatus.PENDING);
        assertThat(story.asked()).containsExactly("start web");
    }

    @Test
    @Behaviour("5.1")
    void aPauseContainerWithoutANetworkProvidesNothingMoreThanItself() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withPause(), false);
        story.comesTo(TaskDefinition.PAUSE, ContainerStatus.RUNNING);

        assertThat(story.task().status()).isEqualTo(TaskStatus.PENDING);
        assertThat(story.asked()).endsWith("start web");
    }

    @Test
    @Behaviour("5.1")
    void theAgentKnowsATaskByTheContainerThatHasComeTheLeastFar() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withOwnNetwork(), false);
        assertThat(story.task().known()).isEqualTo(ContainerStatus.NONE);
        story.manifestIsRead("web").comesTo(TaskDefinition.PAUSE, ContainerStatus.PULLED);
        assertThat(story.task().known()).isEqualTo(ContainerStatus.MANIFEST_PULLED);

        story.runs(TaskDefinition.PAUSE);
        assertThat(story.task().known()).isEqualTo(ContainerStatus.MANIFEST_PULLED);
        assertThat(story.isMade("web").task().known()).isEqualTo(ContainerStatus.CREATED);
        assertThat(story.runs("web").task().known()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(story.exits("web", 0).task().known()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(story.exits(TaskDefinition.PAUSE, 0).task().known()).isEqualTo(ContainerStatus.STOPPED);
    }

    @Test
    @Behaviour("5.1")
    void aPauseContainerThatRunsWithoutItsNetworkCountsAsMade() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withOwnNetwork(), false);
        story.comesTo(TaskDefinition.PAUSE, ContainerStatus.RUNNING).manifestIsRead("web");
        assertThat(story.container(TaskDefinition.PAUSE).startedAt()).isPresent();

        assertThat(story.task().known()).isEqualTo(ContainerStatus.MANIFEST_PULLED);
        assertThat(story.container(TaskDefinition.PAUSE).farAsTask()).isEqualTo(ContainerStatus.CREATED);
    }

    @Test
    @Behaviour({"5.1", "5.3"})
    void whatAnImageIsIsKnownBeforeItsContainerIsToStart() {
        var story = TaskStory.of(
                WEB.dependsOn("db", DependencyCondition.HEALTHY),
                essential("db", "db:1").withHealthCheck());
        story.manifestIsRead("web").runs("db");
        assertThat(story.container("web").status()).isEqualTo(ContainerStatus.MANIFEST_PULLED);

        story.says("db", Health.HEALTHY);
        assertThat(story.asked()).containsExactly("start db", "start web");
        assertThat(story.container("web").status()).isEqualTo(ContainerStatus.MANIFEST_PULLED);
    }

    @Test
    @Behaviour("5.2")
    void theEndOfAnEssentialContainerIsTheEndOfTheTask() {
        var story = TaskStory.of(WEB, sidecar("log", "log:1"));
        story.runs("web").runs("log").exits("web", 0);

        assertThat(story.task().stop()).hasValue(Stop.byEssentialExit());
        assertThat(story.task().times().executionStopped()).isPresent();
        assertThat(story.asked()).endsWith("stop log");
        assertThat(story.exits("log", 143).task().status()).isEqualTo(TaskStatus.STOPPED);
    }

    @Test
    @Behaviour("5.2")
    void theEndOfAnotherContainerIsItsOwn() {
        var story = TaskStory.of(WEB, sidecar("log", "log:1"));
        story.runs("web").runs("log").exits("log", 1);

        assertThat(story.task().status()).isEqualTo(TaskStatus.RUNNING);
        assertThat(story.task().isWanted()).isTrue();
    }

    @Test
    @Behaviour("5.2")
    void aTaskRunsEvenIfAContainerThatItCanDoWithoutEndedFirst() {
        var story = TaskStory.of(WEB, sidecar("log", "log:1"));

        assertThat(story.runs("log").exits("log", 0).runs("web").task().status())
                .isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    @Behaviour({"5.2", "5.8"})
    void anImageThatCannotBeHadIsTheReasonOfTheTask() {
        var story = TaskStory.of(WEB).fails("web", ContainerError.cannotPull("no such tag"));

        assertThat(story.task().stop().orElseThrow().code().word()).isEqualTo("TaskFailedToStart");
        assertThat(story.task().stop().orElseThrow().reason()).isEqualTo("CannotPullContainerError: no such tag");
        assertThat(story.task().hasRun()).isFalse();
    }

    @Test
    @Behaviour("5.2")
    void everyCauseHasTheCodeAndTheReasonOfEcs() {
        assertThat(Stop.byEssentialExit().reason()).isEqualTo("Essential container in task exited");
        assertThat(Stop.byEssentialExit().code().word()).isEqualTo("EssentialContainerExited");
        assertThat(Stop.byUser("").reason()).isEqualTo("Task stopped by user");
        assertThat(Stop.byUser("").code().word()).isEqualTo("UserInitiated");
        assertThat(Stop.byScaling("ecs-svc/1").reason())
                .isEqualTo("Scaling activity initiated by (deployment ecs-svc/1)");
        assertThat(Stop.byScaling("ecs-svc/1").code().word()).isEqualTo("ServiceSchedulerInitiated");
        assertThat(Stop.byTargetGroup("arn:tg").reason())
                .isEqualTo("Task failed ELB health checks in (target-group arn:tg)");
        assertThat(Stop.byHealthCheck().reason()).isEqualTo("Task failed container health checks");
        assertThat(Stop.bySpot().reason()).isEqualTo("Your Spot Task was interrupted.");
        assertThat(Stop.bySpot().code().word()).isEqualTo("SpotInterruption");
    }

    @Test
    @Behaviour({"5.2", "5.8"})
    void theContainerThatCouldNotStartCarriesTheReasonOfItsTask() {
        var story =
                TaskStory.of(WEB, sidecar("log", "log:1")).runs("log").fails("web", ContainerError.cannotStart("no"));

        assertThat(story.container("web").error().orElseThrow().toString())
                .isEqualTo(story.task().stop().orElseThrow().reason())
                .isEqualTo("CannotStartContainerError: no");
    }

    @Test
    @Behaviour("5.2")
    void aContainerThatRanAndEndedBeforeItsTaskRanEndedTheTaskItself() {
        var story = TaskStory.of(WEB, essential("db", "db:1")).runs("web").exits("web", 1);

        assertThat(story.task().stop()).hasValue(Stop.byEssentialExit());
        assertThat(story.task().hasRun()).isFalse();
    }

    @Test
    @Behaviour("5.2")
    void executionStoppedWhenTheFirstEssentialContainerDid() {
        var story = TaskStory.of(WEB, essential("db", "db:1")).runs("web").runs("db");
        story.after(10).exits("web", 0);
        var first = story.now();
        story.after(10).exits("db", 143);

        assertThat(story.task().times().executionStopped()).hasValue(first);
        assertThat(story.task().times().stopped()).hasValue(story.now());
    }

    @Test
    @Behaviour("5.2")
    void theFirstReasonStays() {
        var story = TaskStory.of(WEB).runs("web").stops(Stop.byUser("lunch")).stops(Stop.bySpot());

        assertThat(story.exits("web", 143).task().stop().orElseThrow().reason()).isEqualTo("lunch");
    }

    @Test
    @Behaviour("5.2")
    void aTaskNeedsAnEssentialContainer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TaskDefinition.of("shop", 1, sidecar("log", "log:1")).revision());
    }

    @Test
    @Behaviour("5.5")
    void restartsAContainerThatRanLongEnough() {
        var story = TaskStory.of(WEB.restarting(RestartPolicy.after(ofSeconds(60))));
        story.runs("web").after(75).exits("web", 1);
        assertThat(story.asked()).containsExactly("start web", "start web");
        assertThat(story.container("web").restarts()).isEqualTo(1);

        story.runs("web");
        assertThat(story.task().status()).isEqualTo(TaskStatus.RUNNING);

        story.after(25).exits("web", 1);
        assertThat(story.task().status()).isEqualTo(TaskStatus.STOPPED);
    }

    @Test
    @Behaviour("5.5")
    void doesNotRestartAContainerThatEndedTooSoon() {
        var story = TaskStory.of(WEB.restarting(RestartPolicy.after(ofSeconds(60))));

        assertThat(story.runs("web").after(45).exits("web", 1).task().isStopped())
                .isTrue();
    }

    @Test
    @Behaviour("5.5")
    void doesNotRestartAfterAnIgnoredExitCode() {
        var policy = new RestartPolicy(Set.of(3), ofSeconds(60));
        var story = TaskStory.of(WEB.restarting(policy));

        assertThat(story.runs("web").after(90).exits("web", 3).task().isStopped())
                .isTrue();
    }

    @Test
    @Behaviour("5.5")
    void doesNotRestartInATaskThatStops() {
        var story = TaskStory.of(WEB.restarting(RestartPolicy.after(ofSeconds(60))));
        story.runs("web").after(90).stops(Stop.byUser("")).exits("web", 143);

        assertThat(story.task().isStopped()).isTrue();
    }

    @Test
    @Behaviour("5.6")
    void theHealthOfATaskIsThatOfItsEssentialContainers() {
        var story = TaskStory.of(WEB.withHealthCheck(), sidecar("log", "log:1").withHealthCheck());
        story.runs("web").runs("log").says("log", Health.UNHEALTHY);
        assertThat(story.task().health()).isEqualTo(Health.UNKNOWN);
        assertThat(story.says("web", Health.HEALTHY).task().health()).isEqualTo(Health.HEALTHY);
        assertThat(story.says("web", Health.UNHEALTHY).task().health()).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    @Behaviour("5.6")
    void oneUnhealthyContainerMakesTheTaskSoAndOneUnknownLeavesItOpen() {
        var story = TaskStory.of(WEB.withHealthCheck(), essential("db", "db:1").withHealthCheck());
        story.runs("web").runs("db").says("web", Health.HEALTHY);
        assertThat(story.task().health()).isEqualTo(Health.UNKNOWN);
        assertThat(story.says("web", Health.UNHEALTHY).task().health()).isEqualTo(Health.UNHEALTHY);
        assertThat(story.says("web", Health.HEALTHY)
                        .says("db", Health.HEALTHY)
                        .task()
                        .health())
                .isEqualTo(Health.HEALTHY);
    }

    @Test
    @Behaviour("5.5")
    void thePeriodOfARestartIsOverAtItsLastSecond() {
        var policy = RestartPolicy.after(ofSeconds(60));

        assertThat(policy.allows(1, ofSeconds(60))).isTrue();
        assertThat(policy.allows(1, ofSeconds(59))).isFalse();
        assertThat(RestartPolicy.STANDARD_PERIOD).hasSeconds(300);
    }

    @Test
    @Behaviour("5.6")
    void aCheckOfTheImageDoesNotCount() {
        var story = TaskStory.of(WEB).runs("web").says("web", Health.UNHEALTHY);

        assertThat(story.task().health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    @Behaviour({"5.1", "5.10"})
    void whatIsSeenLateOrTwiceChangesNothing() {
        var story =
                TaskStory.of(WEB.restarting(RestartPolicy.after(ofSeconds(60)))).runs("web");
        var death = ContainerSeen.exited(story.id("web"), 1, 137, story.now());
        story.after(70).saw(death).saw(death).runs("web").asked();

        assertThat(story.saw(death).asked()).isEmpty();
        assertThat(story.container("web").status()).isEqualTo(ContainerStatus.RUNNING);
    }

    @Test
    @Behaviour({"5.8", "5.10"})
    void aContainerThatVanishedHasStopped() {
        var story = TaskStory.of(WEB).runs("web").fails("web", ContainerError.vanished());

        assertThat(story.task().isStopped()).isTrue();
        assertThat(story.container("web").error()).hasValue(ContainerError.vanished());
    }

    @Test
    @Behaviour("4")
    void theDeathOfThePauseContainerStopsTheTask() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB).withOwnNetwork(), false);
        story.runs(TaskDefinition.PAUSE).runs("web").exits(TaskDefinition.PAUSE, 137);

        assertThat(story.asked()).endsWith("stop web");
    }

    @Test
    @Behaviour("14.4")
    void verdictsOfTargetGroupsAlternateUntilTheTargetDrains() {
        var story = TaskStory.of(TaskDefinition.of("shop", 7, WEB), true).runs("web");
        story.target(TargetHealth.INITIAL).target(TargetHealth.UNHEALTHY).target(TargetHealth.HEALTHY);
        assertThat(story.task().target()).isEqualTo(TargetHealth.HEALTHY);

        story.stops(Stop.byUser("")).target(TargetHealth.UNHEALTHY);
        assertThat(story.task().target()).isEqualTo(TargetHealth.DRAINING);
    }
}
