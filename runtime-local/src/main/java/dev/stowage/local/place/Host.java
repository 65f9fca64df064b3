package dev.stowage.local.place;

import dev.stowage.local.task.Demand;
import dev.stowage.schema.semantics.ClusterQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An instance with what is taken of it.
 *
 * @param instance which one
 * @param taken what its tasks hold, and the ports that were never free
 * @param groups the groups of its tasks, one entry a task
 */
public record Host(Instance instance, Demand taken, List<String> groups) implements ClusterQuery.Facts {

    /** The version of the agent whose behaviour this is. */
    private static final String AGENT = "1.105.1";

    static Host empty(Instance instance) {
        return new Host(
                instance,
                new Demand(
                        0, 0, instance.capacity().ports(), instance.capacity().udpPorts()),
                List.of());
    }

    /** How many CPU units are left. */
    public int cpuLeft() {
        return instance.capacity().cpu() - taken.cpu();
    }

    /** How many MiB are left. */
    public int memoryLeft() {
        return instance.capacity().memory() - taken.memory();
    }

    /** How many of its tasks are of that group. */
    public int tasksOf(String group) {
        return Collections.frequency(groups, group);
    }

    Host with(String group, Demand more) {
        var all = new ArrayList<>(groups);
        all.add(group);
        return new Host(instance, taken.and(more), all);
    }

    /** The same with what they hold, but without counting the tasks of that group. */
    Host without(String group) {
        return new Host(
                instance,
                taken,
                groups.stream().filter(one -> !one.equals(group)).toList());
    }

    /** What stops a task from fitting in; empty where it fits. */
    Optional<Shortage> shortage(Demand demand) {
        if (demand.cpu() > cpuLeft()) {
            return Optional.of(Shortage.CPU);
        }
        if (demand.memory() > memoryLeft()) {
            return Optional.of(Shortage.MEMORY);
        }
        return demand.clashesWith(taken) ? Optional.of(Shortage.PORTS) : Optional.empty();
    }

    @Override
    public List<String> of(String subject) {
        return switch (subject) {
            case "agentConnected" -> List.of("true");
            case "agentVersion" -> List.of(AGENT);
            case "ec2InstanceId" -> List.of(instance.id());
            case "runningTasksCount" -> List.of(Integer.toString(groups.size()));
            case "task:group" -> groups;
            default -> attribute(subject);
        };
    }

    private List<String> attribute(String subject) {
        var value = instance.attributes().get(subject.substring(subject.indexOf(':') + 1));
        return value == null ? List.of() : List.of(value);
    }
}
