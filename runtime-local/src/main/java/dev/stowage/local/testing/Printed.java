package dev.stowage.local.testing;

import dev.stowage.local.run.Machine;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/** What the containers of tasks printed. */
final class Printed {

    private Printed() {}

    /** The containers of a task that came to run, in the order of its definition. */
    static List<Container> apps(Task task) {
        return task.containers().stream()
                .filter(one -> !one.definition().name().equals(TaskDefinition.PAUSE))
                .filter(one -> one.status().reached(ContainerStatus.RUNNING))
                .toList();
    }

    /** The lines of a container. */
    static List<String> by(Task task, Container container, Machine machine) {
        var lines = new ArrayList<String>();
        machine.logs(new ContainerId(task.id(), container.definition().name()), false, lines::add);
        return lines;
    }

    /** The lines of a task, one container after the other. */
    static List<String> by(Task task, Machine machine) {
        var lines = new ArrayList<String>();
        apps(task).forEach(container -> lines.addAll(by(task, container, machine)));
        return lines;
    }
}
