package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.semantics.SizeText;
import java.util.List;

/** Rules about the memory of a task: {@code task.memory}. */
final class TaskMemory implements Family {

    static final Rule CONTAINERS_EXCEED_TASK = Rule.of("task.memory.containers-exceed-task", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(CONTAINERS_EXCEED_TASK);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        var mib = SizeText.memory(task.memory().or(""));
        if (mib.isPresent() && isBinding(task)) {
            containersExceedTask(subject, task, Reading.of(mib.getAsInt(), task.memory()), findings);
        }
    }

    /** Whether the size of the task binds its containers; on instances of Windows it is ignored. */
    private static boolean isBinding(EcsTaskDefinition task) {
        var platform = task.runtimePlatform().orDefault(RuntimePlatform.EMPTY);
        var family = platform.or(RuntimePlatform.EMPTY).operatingSystemFamily();
        return platform.isKnown() && (family.isAbsent() || family.is("LINUX"));
    }

    private static void containersExceedTask(
            Found subject, EcsTaskDefinition task, Reading<Integer> size, Findings findings) {
        var isAnyOver = false;
        var position = 0;
        for (var container : task.containerDefinitions()) {
            if (container.memory().or(0) > size.or(0)) {
                isAnyOver = true;
                addLimit(subject, container, position, size, findings);
            }
            position++;
        }
        if (!isAnyOver) {
            addSum(subject, task, size, findings);
        }
    }

    private static void addLimit(
            Found subject, ContainerDefinition container, int position, Reading<Integer> size, Findings findings) {
        var property = "ContainerDefinitions/" + position + "/Memory";
        var limit = container.memory();
        var message = "`" + container.name().or(subject.name()) + "` may use " + limit.or(0)
                + " MiB of memory, but its whole task has " + size.or(0) + " MiB.";
        var advice = findings.advice(
                "Write .memory(" + size.or(0) + ") or less, or choose a larger size for the task.",
                "Set `Memory` of the container to " + size.or(0) + " or less, or that of the task to " + limit.or(0)
                        + " or more.");
        var fault = findings.fault(property, limit, message).fix(advice);
        findings.add(fault.also("the size of the task", subject.at("Memory")), size, limit);
    }

    /** Reservations beyond the task are refused; limits that only add up to more are taken, and fight for memory later. */
    private static void addSum(Found subject, EcsTaskDefinition task, Reading<Integer> size, Findings findings) {
        if (isUnsaid(task)) {
            return;
        }
        var reserved = new MemorySum();
        var usable = new MemorySum();
        for (var container : task.containerDefinitions()) {
            reserved.add(container, container.memoryReservation());
            usable.add(container, container.memoryReservation().orElse(container.memory()));
        }
        if (reserved.isOver(size)) {
            addSum(subject, reserved, size, " reserves ", Severity.ERROR, findings);
        } else if (usable.isOver(size)) {
            addSum(subject, usable, size, " allows ", Severity.WARNING, findings);
        }
    }

    private static boolean isUnsaid(EcsTaskDefinition task) {
        for (var container : task.containerDefinitions()) {
            if (!container.memoryReservation().isAbsent() || !container.memory().isAbsent()) {
                return false;
            }
        }
        return true;
    }

    private static void addSum(
            Found subject, MemorySum sum, Reading<Integer> size, String verb, Severity severity, Findings findings) {
        var message = "`" + subject.name() + "`" + verb + sum.total() + " MiB of memory to its containers ("
                + sum.parts() + "), but the task has " + size.or(0) + " MiB.";
        var advice = findings.advice(
                "Choose a size with at least " + sum.total() + " MiB for the task, or give its containers less.",
                "Set `Memory` of the task to " + sum.total() + " or more, or give its containers less.");
        var fault = findings.fault("Memory", size, message).fix(advice).as(severity);
        findings.add(sum.withPlaces(fault), size, sum.basis());
    }
}
