package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.deploy.Alarms;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A run on a machine where everything happens at once. */
public class LocalRunTest {

    private static final ServiceId WEB = new ServiceId("shop", "web");

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final TimeScale FAST = new TimeScale(200);
    private static final Home HOME = new Home("eu-west-1", Home.NO_ACCOUNT);

    private final FakeMachine machine = new FakeMachine();
    private final List<Snapshot> seen = new ArrayList<>();

    @Test
    void aStackBecomesStableAndLeavesNothing() {
        var progress = new ArrayList<String>();
        try (var run = LocalRun.begin(Wanted.of(stack("v1", 2)), machine, FAST, progress::add, seen::add)) {
            assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
            assertThat(machine.running()).hasSize(2);
        }

        assertThat(machine.running()).isEmpty();
        assertThat(machine.isClosed()).isTrue();
        assertThat(progress).containsExactly("takes shop");
    }

    @Test
    void aTaskThatEndsIsReplacedAndItsEndIsTold() {
        try (var run = begun("v1", 1)) {
            machine.ends(machine.running().get(0), 3);
            var now = run.await(one -> one.tasks().size() == 2 && one.isStable(), SOON);

            assertThat(machine.running()).hasSize(1);
            assertThat(Story.between(Snapshot.NOTHING, now, ZoneOffset.UTC))
                    .anyMatch(line -> line.endsWith(" STOPPED: Essential container in task exited; web: exit code 3"))
                    .anyMatch(line -> line.endsWith("  web  has reached a steady state."));
            assertThat(Story.between(now, now, ZoneOffset.UTC)).isEmpty();
        }
    }

    @Test
    void aChangedDefinitionIsDeployedAndTheSameIsNot() {
        try (var run = begun("v1", 2)) {
            var before =
                    run.now().service(WEB).orElseThrow().rollout().primary().id();
            run.deploy(Wanted.of(stack("v1", 2)), line -> {});
            assertThat(run.await(Snapshot::isStable, SOON)
                            .service(WEB)
                            .orElseThrow()
                            .rollout()
                            .primary()
                            .id())
                    .isEqualTo(before);

            run.deploy(Wanted.of(stack("v2", 2)), line -> {});
            var after = run.await(Snapshot::isStable, SOON);
            assertThat(after.tasks().stream().filter(Task::isLive))
                    .hasSize(2)
                    .allMatch(task -> task.definition().revision() == 2);
        }
    }

    @Test
    void aServiceWhoseImageChangedIsDeployed() {
        try (var run = begun("v1", 2)) {
            var before = run.now().tasks();
            machine.outdated = true;
            run.deploy(Wanted.of(stack("v1", 2)), line -> {});
            machine.outdated = false;
            var after = run.await(Snapshot::isStable, SOON);

            assertThat(after.tasks().stream().filter(Task::isLive)).hasSize(2).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    @Behaviour("10.2")
    void anAlarmThatGoesOffRollsTheDeploymentInProgressBack() {
        try (var run = LocalRun.begin(Wanted.of(watched("v1")), machine, FAST, line -> {}, seen::add)) {
            assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
            run.deploy(Wanted.of(watched("v2")), line -> {});
            var running = run.await(now -> runs(now, 2), SOON);
            assertThat(runs(running, 2)).isTrue();
            assertThat(run.alarm("erors", true)).isFalse();
            assertThat(run.alarms()).containsExactly("errors");
            assertThat(run.alarm("errors", true)).isTrue();

            var after = run.await(now -> now.isStable() && !runs(now, 2), SOON);
            assertThat(after.service(WEB).orElseThrow().rollout().primary().rollback())
                    .isTrue();
            assertThat(runs(after, 1)).isTrue();
        }
    }

    private static boolean runs(Snapshot now, int revision) {
        return now.tasks().stream()
                .anyMatch(task -> task.isLive()
                        && task.definition().revision() == revision
                        && task.status() == TaskStatus.RUNNING);
    }

    private static LocalStack watched(String version) {
        var service = service("shop", version, 1);
        var alarms = Alarms.of("errors").rollingBack().baking(Duration.ofMinutes(10));
        var settings = service.spec().settings().with(alarms);
        return LocalStack.of(
                HOME,
                new ClusterSetup("shop", "arn", List.of(), List.of()),
                service.with(service.spec().with(settings)));
    }

    @Test
    void aServiceIsScaledByName() {
        try (var run = begun("v1", 1)) {
            assertThat(run.scale(WEB, 3)).isTrue();
            assertThat(run.scale(ServiceId.of("wbe"), 3)).isFalse();
            run.await(Snapshot::isStable, SOON);

            assertThat(machine.running()).hasSize(3);
        }
    }

    @Test
    void aServiceThatIsGoneFromTheStackEnds() {
        try (var run = begun("v1", 1)) {
            run.deploy(
                    Wanted.of(LocalStack.of(HOME, new ClusterSetup("shop", "arn", List.of(), List.of()))), line -> {});
            run.await(Snapshot::isStable, SOON);

            assertThat(machine.running()).isEmpty();
        }
    }

    @Test
    void tasksOfAnEarlierProcessAreTakenOver() {
        var stack = stack("v1", 2);
        var task = new TaskId("0123456789abcdef0123456789abcdef");
        machine.strangers.add(new Legacy.Stranger(task, stack.tasks().get(0), WEB.group(), "ecs-svc/1"));
        machine.runs(new ContainerId(task, "web"));

        try (var run = LocalRun.begin(Wanted.of(stack), machine, FAST, line -> {}, seen::add)) {
            var now = run.await(Snapshot::isStable, SOON);

            assertThat(now.isStable()).isTrue();
            assertThat(machine.running()).hasSize(2).contains(new ContainerId(task, "web"));
            assertThat(now.service(WEB).orElseThrow().rollout().primary().id()).isEqualTo("ecs-svc/1");
        }
    }

    private LocalRun begun(String version, int tasks) {
        var run = LocalRun.begin(Wanted.of(stack(version, tasks)), machine, FAST, line -> {}, seen::add);
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
        return run;
    }

    /** A service `web` of so many tasks of one container. */
    public static LocalStack stack(String version, int tasks) {
        var service = service("shop", version, tasks);
        return LocalStack.of(HOME, new ClusterSetup("shop", "arn", List.of(), List.of()), service);
    }

    /** A service `web` of one task in each of the clusters `shop` and `depot`. */
    public static LocalStack inTwoClusters() {
        var cluster = new ClusterSetup("shop", "arn", List.of(), List.of());
        return LocalStack.of(HOME, cluster, service("shop", "v1", 1), service("depot", "v1", 1));
    }

    private static ServiceSetup service(String cluster, String version, int tasks) {
        var web = ContainerSetup.essential("web", "web").with(Command.OF_IMAGE.with(List.of(version)));
        var setup = TaskSetup.of("web", NetworkMode.BRIDGE, web);
        return new ServiceSetup(
                new ResourceKey("shop", "Web"),
                "arn",
                ServiceSpec.replica("web", setup.definition(), tasks).in(cluster),
                setup,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Map.of());
    }
}
