package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the containers that an earlier process of a run left on the engine, and takes them over. */
final class Recovery {

    private final Docker docker;
    private final RunId run;
    private final Registry registry;
    private final Adoption.Means means;

    Recovery(Docker docker, RunId run, Registry registry, Leases leases, Pins pins, Supplier<Instant> clock) {
        this.docker = docker;
        this.run = run;
        this.registry = registry;
        this.means = new Adoption.Means(docker, registry, leases, pins, clock);
    }

    /** The tasks that are left and that this process did not start, oldest first. */
    List<LeftTask> left() {
        var byTask = new LinkedHashMap<String, List<Container>>();
        var all = new ArrayList<>(containers(Labels.RUN + "=" + run));
        all.sort((one, other) -> Long.compare(one.getCreated(), other.getCreated()));
        for (var container : all) {
            var task = container.getLabels().getOrDefault(Labels.TASK, "");
            if (!task.isEmpty() && registry.of(new TaskId(task)).isEmpty()) {
                byTask.computeIfAbsent(task, it -> new ArrayList<>()).add(container);
            }
        }
        return byTask.values().stream().map(Recovery::read).toList();
    }

    private static LeftTask read(List<Container> containers) {
        var isRunning = containers.stream().anyMatch(one -> "running".equals(one.getState()));
        return LeftTask.of(containers.get(0).getLabels(), isRunning);
    }

    private List<Container> containers(String... labels) {
        return docker.within(Patience.INSPECT)
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(labels))
                .exec();
    }

    /** Takes a task over of which nothing is known but its containers; how these are is told by whoever looks at them. */
    List<Slot> adopt(TaskId task, Booking booking) {
        return take(task, new Adoption(means, task, booking));
    }

    /** The same for a task that was noted down to be like that. */
    List<Slot> adopt(Task task, Booking booking) {
        return take(task.id(), new Adoption(means, task.id(), booking).knowing(task));
    }

    private List<Slot> take(TaskId task, Adoption adoption) {
        var taken = new ArrayList<Slot>();
        for (var container : containers(Labels.RUN + "=" + run, Labels.TASK + "=" + task)) {
            inspect(container.getId()).flatMap(adoption::take).ifPresent(taken::add);
        }
        return taken;
    }

    private Optional<InspectContainerResponse> inspect(String id) {
        try {
            return Optional.of(
                    docker.within(Patience.INSPECT).inspectContainerCmd(id).exec());
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }
}
