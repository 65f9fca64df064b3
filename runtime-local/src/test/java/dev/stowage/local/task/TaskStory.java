package dev.stowage.local.task;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** One task told step by step: what is seen of it, and what it asks for in answer. */
final class TaskStory {

    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");

    private final AtomicReference<Task> task;
    private final AtomicReference<Instant> now = new AtomicReference<>(BEGIN);
    private final List<String> asked = new ArrayList<>();

    private TaskStory(Task task) {
        this.task = new AtomicReference<>(task);
        plan();
    }

    static TaskStory of(ContainerDefinition... containers) {
        return of(TaskDefinition.of("shop", 7, containers), false);
    }

    static TaskStory of(TaskDefinition definition, boolean routed) {
        var assignment = new Assignment(Group.ofService("default", "shop"), "ecs-svc/1", Site.onFargate("a"), routed);
        return new TaskStory(Task.accepted(new TaskId("t1"), definition, assignment, BEGIN));
    }

    Task task() {
        return task.get();
    }

    Container container(String name) {
        return task().containers().stream()
                .filter(one -> one.definition().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What was asked for since the last call, as {@code start db}. */
    List<String> asked() {
        var all = List.copyOf(asked);
        asked.clear();
        return all;
    }

    TaskStory after(int seconds) {
        now.set(now.get().plus(Duration.ofSeconds(seconds)));
        return plan();
    }

    TaskStory runs(String name) {
        return comesTo(name, container(name).definition().steady());
    }

    TaskStory comesTo(String name, ContainerStatus status) {
        return saw(ContainerSeen.at(id(name), container(name).run(), status, now.get()));
    }

    /** Told of a container that was not asked to start yet. */
    TaskStory manifestIsRead(String name) {
        return saw(ContainerSeen.at(id(name), 0, ContainerStatus.MANIFEST_PULLED, now.get()));
    }

    TaskStory isMade(String name) {
        return comesTo(name, ContainerStatus.CREATED);
    }

    TaskStory says(String name, Health health) {
        return saw(ContainerSeen.running(id(name), container(name).run(), health, now.get()));
    }

    TaskStory exits(String name, int code) {
        return saw(ContainerSeen.exited(id(name), container(name).run(), code, now.get()));
    }

    TaskStory fails(String name, ContainerError error) {
        return saw(ContainerSeen.failed(id(name), container(name).run(), error, now.get()));
    }

    TaskStory target(TargetHealth health) {
        return saw(new TargetSeen(task().id(), health));
    }

    TaskStory stops(Stop reason) {
        task.set(task().stopping(reason, now.get()));
        return plan();
    }

    TaskStory saw(Seen seen) {
        task.set(task().saw(seen, now.get()));
        return plan();
    }

    ContainerId id(String name) {
        return new ContainerId(task().id(), name);
    }

    Instant now() {
        return now.get();
    }

    private TaskStory plan() {
        var planned = TaskPlan.plan(task(), now.get());
        task.set(planned.task());
        planned.orders().forEach(order -> asked.add(describe(order)));
        return this;
    }

    private static String describe(Order order) {
        if (order instanceof Order.Start start) {
            return "start " + start.container().name();
        }
        if (order instanceof Order.Stop stop) {
            return "stop " + stop.container().name();
        }
        return order instanceof Order.Register ? "register" : "deregister";
    }
}
