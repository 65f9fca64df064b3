package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.place.Launch;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.stack.JobSetup;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.Overrides;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed, and the next one of the same run goes on; on a machine where everything happens at once. */
class TakeoverTest {

    private static final ServiceId WEB = new ServiceId("shop", "web");
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TimeScale FAST = new TimeScale(200);

    @TempDir
    private Path folder;

    @Test
    @Behaviour("5.10")
    void everythingIsAsItWas() {
        var first = new FakeMachine(folder);
        var before = begun(first, LocalRunTest.stack("v1", 2));
        first.ends(first.running().get(0), 3);
        var then = before.await(now -> now.tasks().size() == 3 && now.isStable(), SOON);

        var second = first.killed(folder);
        var told = new ArrayList<String>();
        try (var run = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 2)), second, FAST, told::add, now -> {})) {
            assertThat(run.now().tasks()).isEqualTo(then.tasks());
            assertThat(run.now().service(WEB).orElseThrow().rollout())
                    .isEqualTo(then.service(WEB).orElseThrow().rollout());
            assertThat(run.now().service(WEB).orElseThrow().log())
                    .isEqualTo(then.service(WEB).orElseThrow().log());
            var begin = run.now().at();
            assertThat(run.await(now -> now.at().isAfter(begin), SOON).tasks()).isEqualTo(then.tasks());
            assertThat(second.orders).noneMatch(Order.Start.class::isInstance);
            assertThat(told).contains("Goes on with what an earlier process of this run left: 2 tasks.");
        }
    }

    @Test
    @Behaviour({"5.10", "10.1"})
    void aChangedProgramTakesOverAsADeployment() {
        var first = new FakeMachine(folder);
        var old = begun(first, LocalRunTest.stack("v1", 2)).now().tasks();

        var second = first.killed(folder);
        var fewest = new ArrayList<Long>();
        try (var run = LocalRun.begin(
                Wanted.of(LocalRunTest.stack("v2", 2)), second, FAST, line -> {}, now -> fewest.add(running(now)))) {
            assertThat(run.now().tasks().stream().filter(old::contains)).hasSize(2);
            var now = run.await(Snapshot::isStable, SOON);

            assertThat(fewest).allMatch(count -> count >= 2);
            assertThat(now.tasks().stream().filter(Task::isLive))
                    .hasSize(2)
                    .allMatch(task -> task.definition().toString().equals("web:2"));
            assertThat(now.service(WEB).orElseThrow().rollout().primary().id())
                    .isNotEqualTo(old.get(0).assignment().startedBy());
        }
    }

    private static long running(Snapshot now) {
        return now.tasks().stream()
                .filter(task -> task.isLive() && task.status() == TaskStatus.RUNNING)
                .count();
    }

    @Test
    @Behaviour("5.10")
    void aServiceThatIsWantedNoMoreEnds() {
        var first = new FakeMachine(folder);
        assertThat(begun(first, LocalRunTest.inTwoClusters()).now().services()).hasSize(2);

        var second = first.killed(folder);
        try (var run = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 1)), second, FAST, line -> {}, now -> {})) {
            assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
            assertThat(second.running()).hasSize(1);
        }
    }

    @Test
    @Behaviour("5.10")
    void aTaskThatWasRunByHandGoesOn() {
        var first = new FakeMachine(folder);
        var run = begun(first, LocalRunTest.stack("v1", 1));
        var task = run.run(job(run.stack())).tasks().get(0);
        var then = run.await(
                now -> now.tasks(task.value()).stream().allMatch(one -> one.status() == TaskStatus.RUNNING), SOON);

        var second = first.killed(folder);
        try (var next = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 1)), second, FAST, line -> {}, now -> {})) {
            assertThat(next.now().tasks(task.value())).isEqualTo(then.tasks(task.value()));
            assertThat(second.running()).hasSize(2).anyMatch(one -> one.task().equals(task));
        }
    }

    private static JobSetup job(LocalStack stack) {
        var launch = new Launch.OnFargate(List.of("eu-west-1b"));
        var setup = stack.tasks().get(0);
        return new JobSetup("web", "shop", setup, Overrides.NONE, 1, launch, List.of(), Optional.empty());
    }

    @Test
    @Behaviour("5.10")
    void whatWasAskedForAndDidNotComeIsAskedForAgain() {
        var first = new FakeMachine(folder);
        first.stall();
        var before = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 2)), first, FAST, line -> {}, now -> {});
        var then = before.await(now -> now.tasks().size() == 2, SOON);
        assertThat(first.running()).isEmpty();

        var second = first.killed(folder);
        try (var run = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 2)), second, FAST, line -> {}, now -> {})) {
            var now = run.await(Snapshot::isStable, SOON);

            assertThat(now.tasks())
                    .extracting(Task::id)
                    .isEqualTo(then.tasks().stream().map(Task::id).toList());
            assertThat(second.running()).hasSize(2);
        }
    }

    @Test
    @Behaviour("5.10")
    void aContainerThatIsGoneHasVanished() {
        var first = new FakeMachine(folder);
        var gone = begun(first, LocalRunTest.stack("v1", 2)).now().tasks().get(0);

        var second = first.killed(folder);
        second.loses(gone.id());
        try (var run = LocalRun.begin(Wanted.of(LocalRunTest.stack("v1", 2)), second, FAST, line -> {}, now -> {})) {
            var now = run.await(one -> one.tasks().size() == 3 && one.isStable(), SOON);

            assertThat(now.tasks(gone.id().value()).get(0).containers().get(0).error())
                    .hasValueSatisfying(error -> assertThat(error.name()).isEqualTo("ContainerVanishedError"));
        }
    }

    private static LocalRun begun(FakeMachine machine, LocalStack stack) {
        var run = LocalRun.begin(Wanted.of(stack), machine, FAST, line -> {}, now -> {});
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
        return run;
    }
}
