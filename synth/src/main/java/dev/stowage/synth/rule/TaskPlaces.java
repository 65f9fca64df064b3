package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.semantics.SizeText;
import dev.stowage.schema.table.Words;
import java.util.List;
import java.util.OptionalInt;

/** Rules about where a task can run: what Windows, managed and external instances refuse, and sizes beside Fargate. */
final class TaskPlaces implements Family {

    static final Rule WINDOWS = Rule.of("task.windows.refused", Severity.ERROR);
    static final Rule MANAGED = Rule.of("task.managed-instances.refused", Severity.ERROR);
    static final Rule EXTERNAL = Rule.of("task.external.refused", Severity.ERROR);
    static final Rule PROCESSOR = Rule.of("task.windows.processor", Severity.ERROR);
    static final Rule MEMORY = Rule.of("container.memory.missing", Severity.ERROR);
    static final Rule CPU = Rule.of("task.cpu.range", Severity.ERROR);
    static final Rule SIZE = Rule.of("task.size.form", Severity.ERROR);
    static final Rule DISK = Rule.of("task.ephemeral-storage.unused", Severity.WARNING);

    private static final int LEAST_CPU = 128;
    private static final int MOST_CPU = 196_608;

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(WINDOWS, MANAGED, EXTERNAL, PROCESSOR, MEMORY, CPU, SIZE, DISK);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        var platform = task.runtimePlatform().or(RuntimePlatform.EMPTY);
        var isWindows = platform.operatingSystemFamily().or("").startsWith("WINDOWS");
        var isOnFargate = FargateForm.isFor(task, "FARGATE");
        if (rule == WINDOWS && isWindows && isOnFargate) {
            refused(subject, "windows.fargate", "Fargate with Windows", findings);
        } else if (rule == PROCESSOR && isWindows && platform.cpuArchitecture().is("ARM64")) {
            processor(subject, platform, findings);
        } else if (rule == MANAGED && FargateForm.isFor(task, "MANAGED_INSTANCES")) {
            refused(subject, "managed-instances", "a managed instance", findings);
            mode(subject, task, "bridge", "a managed instance", findings);
        } else if (rule == EXTERNAL && FargateForm.isFor(task, "EXTERNAL")) {
            refused(subject, "external", "an external instance", findings);
            mode(subject, task, "awsvpc", "an external instance", findings);
        } else if (rule == SIZE) {
            size(subject, "Cpu", task.cpu(), SizeText.cpu(task.cpu().or("")), findings);
            size(subject, "Memory", task.memory(), SizeText.memory(task.memory().or("")), findings);
        } else if (!isOnFargate) {
            besideFargate(rule, subject, task, findings);
        }
    }

    private static void refused(Found subject, String list, String place, Findings findings) {
        for (var path : Words.standard().list(list)) {
            for (var where : PropertyPaths.written(subject.resource().properties(), path)) {
                var message = "`" + subject.name() + "` has `" + where.substring(where.lastIndexOf('/') + 1)
                        + "`, which " + place + " refuses.";
                findings.add(findings.fault(where, message).fix("Leave it out."));
            }
        }
    }

    private static void mode(Found subject, EcsTaskDefinition task, String mode, String place, Findings findings) {
        if (task.networkMode().is(mode)) {
            var message = "`" + subject.name() + "` runs in network mode " + mode + ", which " + place + " refuses.";
            findings.add(
                    findings.fault("NetworkMode", task.networkMode(), message).fix("Choose another `NetworkMode`."),
                    task.networkMode());
        }
    }

    private static void processor(Found subject, RuntimePlatform platform, Findings findings) {
        var message = "`" + subject.name() + "` runs Windows on ARM64, and ECS runs it on X86_64 only.";
        findings.add(
                findings.fault("RuntimePlatform/CpuArchitecture", platform.cpuArchitecture(), message)
                        .fix("Set `CpuArchitecture` to X86_64."),
                platform.cpuArchitecture(),
                platform.operatingSystemFamily());
    }

    private static void size(
            Found subject, String property, Reading<String> size, OptionalInt read, Findings findings) {
        if (size.isKnown() && read.isEmpty()) {
            var message =
                    "`" + subject.name() + "` has `" + size.or("") + "` as its `" + property + "`, which is no size.";
            var advice = property.equals("Cpu")
                    ? "Write CPU units, 1024 to a core, or `1 vCPU`."
                    : "Write MiB, 1024 to a GiB, or `1 GB`.";
            findings.add(findings.fault(property, size, message).fix(advice), size);
        }
    }

    private static void besideFargate(Rule rule, Found subject, EcsTaskDefinition task, Findings findings) {
        if (!isKnown(task)) {
            return;
        }
        var cpu = SizeText.cpu(task.cpu().or(""));
        if (rule == MEMORY && task.memory().isAbsent() && !FargateForm.isFor(task, "MANAGED_INSTANCES")) {
            memory(task, findings);
        } else if (rule == CPU && cpu.isPresent() && (cpu.getAsInt() < LEAST_CPU || cpu.getAsInt() > MOST_CPU)) {
            var message = "`" + subject.name() + "` has " + cpu.getAsInt() + " CPU units, and ECS takes " + LEAST_CPU
                    + " to " + MOST_CPU + ": a core is 1024.";
            findings.add(
                    findings.fault("Cpu", task.cpu(), message)
                            .fix("Write `1024` or `1 vCPU` for a core, or leave it out."),
                    task.cpu());
        } else if (rule == DISK
                && !task.requiresCompatibilities().isAbsent()
                && task.ephemeralStorage().isWritten()) {
            var message = "`" + subject.name() + "` says how large its disk is, which only Fargate heeds.";
            findings.add(findings.fault("EphemeralStorage", message)
                    .fix("Leave it out, or add FARGATE to `RequiresCompatibilities`."));
        }
    }

    /** Whether it is certain where the task may run. */
    private static boolean isKnown(EcsTaskDefinition task) {
        var isKnown = task.requiresCompatibilities().isComplete();
        for (var each : task.requiresCompatibilities()) {
            isKnown &= each.isKnown();
        }
        return isKnown;
    }

    private static void memory(EcsTaskDefinition task, Findings findings) {
        var position = 0;
        for (var container : task.containerDefinitions()) {
            var property = "ContainerDefinitions/" + position++ + "/Memory";
            if (container.memory().isAbsent() && container.memoryReservation().isAbsent()) {
                var message =
                        "`" + container.name().or("a container") + "` says nothing of memory, and neither does its"
                                + " task, so that ECS cannot place it on an instance.";
                findings.add(findings.fault(property, message)
                        .fix("Set `Memory` or `MemoryReservation` of the container, or `Memory` of the task."));
            }
        }
    }
}
