package dev.stowage.local.run;

import dev.stowage.local.engine.docker.Booking;
import dev.stowage.local.engine.docker.TaskBook;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Published;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What every task of a run is made from, also those of revisions that are on their way out. */
final class Book implements TaskBook {

    private final Map<String, TaskSetup> revisions = new ConcurrentHashMap<>();
    private final Map<TaskId, TaskSetup> overridden = new ConcurrentHashMap<>();
    private final Map<TaskId, List<TargetLink>> resumed = new ConcurrentHashMap<>();
    private volatile Optional<Machine.Client> client = Optional.empty();
    private volatile Snapshot last = Snapshot.NOTHING;
    private volatile Optional<LocalStack> stack = Optional.empty();

    /** From now on that stack runs. */
    void take(LocalStack next) {
        next.tasks().forEach(this::remember);
        next.services().forEach(service -> remember(service.setup()));
        next.jobs().forEach(job -> remember(job.setup()));
        stack = Optional.of(next);
    }

    /** Tasks can be made from that revision. */
    void remember(TaskSetup setup) {
        revisions.put(setup.definition().toString(), setup);
    }

    /** Whether tasks can be made from a revision. */
    boolean has(TaskDefinition revision) {
        return revisions.containsKey(revision.toString());
    }

    void works(Machine.Client run) {
        client = Optional.of(run);
    }

    void saw(Snapshot now) {
        last = now;
        overridden.keySet().removeIf(id -> last.tasks(id.value()).isEmpty());
        resumed.keySet().retainAll(overridden.keySet());
    }

    /** What runs now. */
    Optional<LocalStack> stack() {
        return stack;
    }

    /** The tasks that have not ended, as the last round of the loop left them. */
    List<Task> live() {
        return last.tasks().stream().filter(task -> !task.isStopped()).toList();
    }

    /** Has a task be spared by its service until then. */
    void protect(TaskId task, Instant until) {
        client.ifPresent(it -> it.protect(task, until));
    }

    void knows(TaskId task, TaskSetup setup) {
        overridden.put(task, setup);
    }

    /** A task that an earlier process made from that goes on, and belongs in those target groups. */
    void resume(TaskId task, TaskSetup setup, List<TargetLink> links) {
        overridden.put(task, setup);
        resumed.put(task, links);
    }

    /** How a task is now; for the thread of the loop. */
    Optional<Task> task(TaskId id) {
        return client.flatMap(it -> it.task(id));
    }

    @Override
    public Optional<Booking> find(TaskId id) {
        return task(id).flatMap(this::booking);
    }

    /** What a task is made from. */
    Optional<TaskSetup> setup(Task task) {
        return Optional.ofNullable(overridden.get(task.id()))
                .or(() -> Optional.ofNullable(revisions.get(task.definition().toString())));
    }

    /** What is known of a task that an earlier process started for a service. */
    Booking booking(TaskId task, ServiceSetup service, String startedBy) {
        var arn = arn(task, service.cluster());
        return new Booking(service.setup(), arn, service.cluster(), Optional.of(service.name()), startedBy);
    }

    /** What is known of a task. */
    Optional<Booking> booking(Task task) {
        return setup(task)
                .map(made -> new Booking(
                        made,
                        arn(task.id(), task.assignment().group().cluster()),
                        task.assignment().group().cluster(),
                        task.assignment().group().service(),
                        task.assignment().startedBy(),
                        client.map(run -> run.images(task))
                                .orElse(task.assignment().startedBy())));
    }

    private String arn(TaskId task, String cluster) {
        var rest = "task/" + cluster + "/" + task;
        return stack.map(one -> one.home().arn("ecs", rest)).orElse(rest);
    }

    /** The service of a task. */
    Optional<ServiceSetup> service(Task task) {
        var group = task.assignment().group();
        return group.service().flatMap(name -> stack.flatMap(one -> one.service(new ServiceId(group.cluster(), name))));
    }

    /** Which ports of a container are open on the loopback of this machine; those that are there anyway left out. */
    List<Published> published(ContainerId container) {
        var ports = new ArrayList<Published>();
        find(container.task()).map(Booking::setup).ifPresent(setup -> {
            var isOnHost = setup.network() == NetworkMode.HOST;
            for (var one : setup.containers()) {
                if (one.name().equals(container.name())) {
                    ports.addAll(one.published());
                    ports.removeIf(port -> isOnHost && port.port() == port.host());
                }
            }
        });
        return ports;
    }

    /** In which target groups a task belongs. */
    List<TargetLink> links(TaskId id) {
        return task(id).map(this::links).orElse(List.of());
    }

    /** The same. */
    List<TargetLink> links(Task task) {
        return Optional.ofNullable(resumed.get(task.id()))
                .or(() -> service(task).map(ServiceSetup::targets))
                .orElse(List.of());
    }
}
