package dev.stowage.local.task;

import static dev.stowage.local.task.ContainerDefinition.essential;
import static dev.stowage.local.task.ContainerDefinition.sidecar;
import static dev.stowage.schema.semantics.DependencyCondition.COMPLETE;
import static dev.stowage.schema.semantics.DependencyCondition.CREATE;
import static dev.stowage.schema.semantics.DependencyCondition.HEALTHY;
import static dev.stowage.schema.semantics.DependencyCondition.START;
import static dev.stowage.schema.semantics.DependencyCondition.SUCCESS;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.schema.semantics.DependencyCondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In which order containers of a task start and stop, and what happens when one waits in vain. */
@Behaviour({"5.3", "5.4"})
class ContainerOrderTest {

    private static final ContainerDefinition DB = essential("db", "db:1").withHealthCheck();
    private static final ContainerDefinition INIT = sidecar("init", "init:1");

    @Test
    void startsWhatWaitsForNothingAtOnce() {
        assertThat(TaskStory.of(essential("a", "a:1"), essential("b", "b:1")).asked())
                .containsExactly("start a", "start b");
    }

    @Test
    void workedExampleOfTheSpecification() {
        var story = TaskStory.of(
                essential("app", "app:1")
                        .dependsOn("log", START)
                        .dependsOn("db", HEALTHY)
                        .dependsOn("init", SUCCESS),
                essential("log", "log:1"),
                DB,
                INIT);
        assertThat(story.asked()).containsExactly("start log", "start db", "start init");

        story.runs("log").runs("db").runs("init").says("db", Health.HEALTHY);
        assertThat(story.asked()).isEmpty();
        assertThat(story.exits("init", 0).asked()).containsExactly("start app");
        assertThat(story.runs("app").task().status()).isEqualTo(TaskStatus.RUNNING);

        story.stops(Stop.byUser(""));
        assertThat(story.asked()).containsExactly("stop app");
        assertThat(story.exits("app", 143).asked()).containsExactly("stop log", "stop db");
        assertThat(story.exits("log", 143).task().status()).isEqualTo(TaskStatus.STOPPING);
        assertThat(story.exits("db", 143).task().status()).isEqualTo(TaskStatus.STOPPED);
    }

    @Test
    void aStartIsMetByOneThatRanAndEnded() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", START), INIT);

        assertThat(story.exits("init", 3).asked()).containsExactly("start init", "start app");
    }

    @Test
    void volumesOfAnotherAreThereOnceItIsMade() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", CREATE), INIT);

        assertThat(story.isMade("init").asked()).containsExactly("start init", "start app");
    }

    @Test
    void completionTakesAnyExitCode() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", COMPLETE), INIT);

        assertThat(story.runs("init").exits("init", 9).asked()).containsExactly("start init", "start app");
    }

    @Test
    void successTakesNoOtherExitCodeThanNought() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", SUCCESS), INIT);
        story.runs("init").exits("init", 1);

        assertThat(story.container("app").exitCode()).hasValue(143);
        assertThat(story.container("app").error().orElseThrow().name()).isEqualTo("CannotStartContainerError");
        assertThat(story.task().stop().orElseThrow().code()).isEqualTo(StopCode.TASK_FAILED_TO_START);
        assertThat(story.task().status()).isEqualTo(TaskStatus.STOPPED);
    }

    @Test
    void anUnhealthyOneIsNotWaitedForAnyLonger() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("db", HEALTHY), DB);
        story.runs("db").says("db", Health.UNHEALTHY);

        assertThat(story.container("app").isStopped()).isTrue();
        assertThat(story.asked()).containsExactly("start db", "stop db");
    }

    @Test
    void startTimeoutCountsFromTheStartOfTheOneThatIsWaitedFor() {
        var slow = DB.withStartTimeout(ofSeconds(60));
        var story = TaskStory.of(essential("app", "app:1").dependsOn("db", HEALTHY), slow);
        story.after(300).runs("db").after(59);
        assertThat(story.task().isWanted()).isTrue();

        story.after(1);
        assertThat(story.container("app").isStopped()).isTrue();
        assertThat(story.task().isWanted()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMPLETE", "SUCCESS"})
    void startTimeoutBoundsTheWaitForAnEnd(DependencyCondition condition) {
        var slow = INIT.withStartTimeout(ofSeconds(60));
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", condition), slow);
        story.after(300).runs("init").after(59);
        assertThat(story.task().isWanted()).isTrue();

        story.after(1);
        assertThat(story.container("app").exitCode()).hasValue(143);
        assertThat(story.task().stop().orElseThrow().reason()).startsWith("CannotStartContainerError: ");
    }

    @Test
    void startTimeoutNoLongerCountsOnceTheConditionIsMet() {
        var slow = DB.withStartTimeout(ofSeconds(60));
        var story = TaskStory.of(essential("app", "app:1").dependsOn("db", HEALTHY), slow);
        story.runs("db")
                .says("db", Health.HEALTHY)
                .after(120)
                .says("db", Health.UNHEALTHY)
                .after(120);

        assertThat(story.task().isWanted()).isTrue();
        assertThat(story.asked()).containsExactly("start db", "start app");
    }

    @ParameterizedTest
    @EnumSource(names = {"START", "COMPLETE", "SUCCESS"})
    void nobodyWaitsForOneThatNeverCameToRun(DependencyCondition condition) {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", condition), INIT);
        story.fails("init", ContainerError.cannotPull("no such tag"));

        assertThat(story.asked()).containsExactly("start init");
        assertThat(story.container("app").exitCode()).hasValue(143);
    }

    @Test
    void linksAndStartsWaitForARunningContainerNotForAMadeOne() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("init", START), INIT);
        assertThat(story.isMade("init").asked()).containsExactly("start init");

        assertThat(story.runs("init").asked()).containsExactly("start app");
    }

    @Test
    void startTimeoutIsNoLimitForAStart() {
        var slow = essential("log", "log:1").withStartTimeout(ofSeconds(60));
        var story = TaskStory.of(essential("app", "app:1").dependsOn("log", START), slow);

        assertThat(story.after(600).runs("log").asked()).containsExactly("start log", "start app");
    }

    @Test
    void givingUpOnePassesOnToThoseThatWaitForIt() {
        var story = TaskStory.of(
                essential("main", "main:1"),
                sidecar("last", "last:1").dependsOn("middle", START),
                sidecar("middle", "middle:1").dependsOn("init", SUCCESS),
                INIT);
        story.runs("main").runs("init").exits("init", 1);

        assertThat(story.container("last").isStopped()).isTrue();
        assertThat(story.task().status()).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void dependenciesInACircleAreRefused() {
        var story = TaskStory.of(
                essential("a", "a:1").dependsOn("b", START),
                essential("b", "b:1").dependsOn("a", START));

        assertThat(story.task().stop().orElseThrow().reason())
                .isEqualTo("TaskDependencyError: Task dependencies cannot be resolved, taskArn: t1");
        assertThat(story.task().isStopped()).isTrue();
    }

    @Test
    void waitingForTheEndOfAnEssentialContainerIsRefused() {
        var story = TaskStory.of(essential("a", "a:1").dependsOn("b", COMPLETE), essential("b", "b:1"));

        assertThat(story.task().stop().orElseThrow().reason()).startsWith("TaskDependencyError");
    }

    @Test
    void waitingForTheHealthOfAContainerWithoutCheckIsRefused() {
        var story = TaskStory.of(essential("a", "a:1").dependsOn("b", HEALTHY), essential("b", "b:1"));

        assertThat(story.task().stop().orElseThrow().reason()).startsWith("TaskDependencyError");
    }

    @Test
    void whatWasNeverStartedNeedsNoStop() {
        var story = TaskStory.of(essential("app", "app:1").dependsOn("db", HEALTHY), DB);
        story.runs("db").stops(Stop.byUser("enough"));

        assertThat(story.asked()).containsExactly("start db", "stop db");
        assertThat(story.container("app").exitCode()).isEmpty();
    }

    @Test
    void asksAgainWhenTheEngineWouldNotStopAContainer() {
        var story = TaskStory.of(essential("app", "app:1"));
        story.runs("app").stops(Stop.byUser("enough")).asked();
        var refusal = ContainerSeen.at(story.id("app"), 1, ContainerStatus.RUNNING, story.now())
                .with(ContainerError.cannotStop("engine is busy"));

        assertThat(story.saw(refusal).after(4).asked()).isEmpty();
        assertThat(story.after(1).asked()).containsExactly("stop app");
    }

    @Test
    void asksAgainWhenNoAnswerCameTwoMinutesAfterTheStopTimeout() {
        var story = TaskStory.of(essential("app", "app:1").withStopTimeout(ofSeconds(10)));
        story.runs("app").stops(Stop.byUser("enough")).asked();

        assertThat(story.after(129).asked()).isEmpty();
        assertThat(story.after(1).asked()).containsExactly("stop app");
    }
}
