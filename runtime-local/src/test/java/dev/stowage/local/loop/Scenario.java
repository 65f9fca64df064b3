package dev.stowage.local.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.place.Instance;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Run;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A service on the simulator, told as a sequence of what happens to it and what is then expected. */
final class Scenario {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final SimulatedClock clock = SimulatedClock.at(BEGIN);
    private final FakeEngine engine = FakeEngine.on(clock, Faults.none());
    private final List<String> moves = new ArrayList<>();
    private final ControlLoop loop = ControlLoop.around(
            engine,
            clock,
            TimeScale.REAL,
            Names.seeded(1),
            (step, tasks) -> note(step.started().size(), step.stopped().size()));
    private final ServiceId id;

    private Scenario(ServiceSpec spec, List<Instance> instances) {
        this.id = spec.id();
        instances.forEach(one -> loop.put(id.cluster(), one));
        loop.put(spec);
    }

    static Scenario of(ServiceSpec spec, Instance... instances) {
        return new Scenario(spec, List.of(instances));
    }

    /** A revision of one container, whose image is {@code web:REVISION}. */
    static TaskDefinition revision(int number) {
        return TaskDefinition.of("web", number, ContainerDefinition.essential("web", "web:" + number));
    }

    /** The same with a health check. */
    static TaskDefinition checked(int number) {
        var web = ContainerDefinition.essential("web", "web:" + number).withHealthCheck();
        return TaskDefinition.of("web", number, web);
    }

    Scenario where(String image, Workload workload) {
        engine.behaves(image, workload);
        return this;
    }

    Scenario has(Instance instance) {
        loop.put(id.cluster(), instance);
        return this;
    }

    Scenario wants(ServiceSpec spec) {
        loop.put(spec);
        return this;
    }

    Scenario redeployed() {
        loop.redeploy(id);
        return this;
    }

    Scenario alarms(String name) {
        loop.alarm(name, true);
        return this;
    }

    Scenario calms(String name) {
        loop.alarm(name, false);
        return this;
    }

    Scenario deleted() {
        loop.delete(id);
        return this;
    }

    Scenario after(Duration time) {
        loop.runFor(time);
        return this;
    }

    Scenario becomesSteady() {
        var due = loop.round();
        assertThat(due).isAfter(clock.now());
        assertThat(loop.runUntil(() -> service().steady(), clock.now().plus(PATIENCE)))
                .as("steady")
                .isTrue();
        return this;
    }

    Scenario kills(int which) {
        engine.kill(containerOf(live().get(which)), 137);
        return this;
    }

    Scenario finds(int which, Health health) {
        engine.says(containerOf(live().get(which)), health);
        return this;
    }

    Scenario run(Run run) {
        assertThat(loop.run(run).failures()).isEmpty();
        return this;
    }

    /** The tasks of no service. */
    List<Task> alone() {
        return loop.cluster().tasks().stream()
                .filter(task -> task.assignment().group().service().isEmpty())
                .toList();
    }

    /** The live tasks of another service. */
    List<Task> liveOf(String service) {
        return loop.cluster().tasksOf(ServiceId.of(service).group()).stream()
                .filter(Task::isLive)
                .toList();
    }

    Scenario protects(int which, Duration time) {
        loop.protect(live().get(which).id(), clock.now().plus(time));
        return this;
    }

    Scenario runs(int revision, int tasks) {
        assertThat(live().stream().filter(task -> task.definition().revision() == revision))
                .as("live tasks of revision %s", revision)
                .hasSize(tasks);
        return this;
    }

    Service service() {
        return loop.cluster().service(id).orElseThrow();
    }

    /** The deployments with their numbers, newest first. */
    List<String> counts() {
        return service().deployments(tasks()).stream()
                .map(one -> one.status() + " " + one.deployment().state() + " " + one.desired() + " wanted, "
                        + one.pending() + " pending, " + one.running() + " running, "
                        + one.deployment().failedTasks() + " failed")
                .toList();
    }

    Deployment primary() {
        return service().rollout().primary();
    }

    Stream<String> events() {
        return service().log().events().stream().map(ServiceEvent::message);
    }

    List<Task> tasks() {
        return loop.cluster().tasksOf(id.group());
    }

    List<Task> live() {
        return tasks().stream().filter(Task::isLive).toList();
    }

    /** What was started and stopped since the last call, as {@code +2} and {@code -3}. */
    List<String> moves() {
        var all = List.copyOf(moves);
        moves.clear();
        return all;
    }

    ControlLoop loop() {
        return loop;
    }

    private void note(int started, int stopped) {
        if (started > 0) {
            moves.add("+" + started);
        }
        if (stopped > 0) {
            moves.add("-" + stopped);
        }
    }

    private static ContainerId containerOf(Task task) {
        return new ContainerId(task.id(), "web");
    }
}
