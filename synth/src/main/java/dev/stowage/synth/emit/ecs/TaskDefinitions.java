package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.fargate.ChosenSize;
import dev.stowage.dsl.fargate.FargatePair;
import dev.stowage.dsl.task.Architecture;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.RawPath;
import dev.stowage.synth.emit.iam.Roles;
import java.util.ArrayList;
import java.util.List;

/** What a service, schedule or job runs. A task that two of them run is two task definitions. */
public final class TaskDefinitions {

    /** The end of the logical id of a task definition. */
    public static final String TASK = "TaskDefinition";

    private final Runner runner;
    private final FargateTask task;
    private final Emission out;

    private TaskDefinitions(Runner runner, FargateTask task, Emission out) {
        this.runner = runner;
        this.task = task;
        this.out = out;
    }

    /** Adds the task definition of what runs a task. */
    public static void emit(Runner runner, Emission out) {
        new TaskDefinitions(runner, (FargateTask) runner.task(), out).emit();
    }

    /**
     * What a service names its task definition by: its revision, or its family where another controller deploys each
     * revision, so that a new one is no change of the service.
     */
    static Node reference(Runner runner, Emission out) {
        return runner.isKnownByFamily() ? family(runner, out) : out.ref(runner, TASK);
    }

    private static Node family(Runner runner, Emission out) {
        var said = ((FargateTask) runner.task()).family();
        return said.isPresent()
                ? TextNode.of(said.get())
                : CallNode.of(
                        "Fn::Sub",
                        TextNode.of("${AWS::StackName}-" + out.estate().stem(runner)));
    }

    private void emit() {
        var particulars = task.particulars();
        var definition = EcsTaskDefinition.of()
                .said(particulars.birth())
                .networkMode("awsvpc")
                .requiresCompatibilities("FARGATE")
                .executionRoleArn(out.ref(runner, Roles.EXECUTION, "Arn"));
        if (Roles.hasTaskRole(runner)) {
            definition = definition.taskRoleArn(out.ref(runner, Roles.TASK, "Arn"));
        }
        definition = sized(definition).runtimePlatform(platform());
        if (task.family().isPresent() || runner.isKnownByFamily()) {
            definition = definition.said(particulars.at("family")).family(family(runner, out));
        }
        if (task.ephemeralStorage().isPresent()) {
            definition = definition
                    .said(particulars.at("ephemeralStorage"))
                    .ephemeralStorage(EcsTaskDefinition.EphemeralStorage.of()
                            .sizeInGiB(task.ephemeralStorage().getAsInt()));
        }
        if (task.hasSharedProcesses()) {
            definition = definition.said(particulars.at("sharedProcesses")).pidMode("task");
        }
        if (task.isFaultInjected()) {
            definition = definition.said(particulars.at("faultInjection")).enableFaultInjection(true);
        }
        definition = definition.said(particulars.at("container")).containerDefinitions(containers());
        definition = runner.hasVolumes() ? definition.volumes(Volumes.of(runner, out)) : definition;
        out.add(Draft.of(runner, TASK, EcsTaskDefinition.TYPE, raw(definition))
                .kind(Kind.TASK_DEFINITION)
                .at(particulars.birth().because(runner.particulars().kind() + " " + runner.name() + " runs it"))
                .allowing(allowances()));
    }

    private ListNode containers() {
        var containers = new ArrayList<Node>(task.containers().size());
        for (var container : task.containers()) {
            containers.add(ContainerDefinitions.of(runner, container, out));
        }
        return ListNode.of(containers);
    }

    private EcsTaskDefinition sized(EcsTaskDefinition definition) {
        var at = task.particulars().at(task.isWindows() ? "windows" : "sized");
        if (task.size() instanceof ChosenSize chosen) {
            return Sizes.chosen(definition.said(at), chosen, at, out);
        }
        var pair = (FargatePair) task.size();
        return definition.said(at).cpu(String.valueOf(pair.cpu())).memory(String.valueOf(pair.memory()));
    }

    private EcsTaskDefinition.RuntimePlatform platform() {
        var isArm = task.architecture() == Architecture.ARM64;
        return EcsTaskDefinition.RuntimePlatform.of()
                .said(task.particulars().at(isArm ? "arm" : task.isWindows() ? "windows" : "sized"))
                .cpuArchitecture(isArm ? "ARM64" : "X86_64")
                .operatingSystemFamily(
                        task.windows().isPresent() ? task.windows().get().family() : "LINUX");
    }

    private EcsTaskDefinition raw(EcsTaskDefinition definition) {
        var tree = definition.tree();
        for (var raw : task.particulars().raws()) {
            tree = raw.of() == Kind.TASK_DEFINITION ? RawPath.write(tree, raw, out) : tree;
        }
        return definition.over(tree, Scope.NOTHING, task.particulars().birth());
    }

    private List<Allowance> allowances() {
        var allowances = new ArrayList<>(task.particulars().allowances());
        for (var container : task.containers()) {
            allowances.addAll(container.particulars().allowances());
        }
        return allowances;
    }

    /** Sizes that are chosen at each deployment: a mapping of legal pairs, so that no other can be chosen. */
    private static final class Sizes {

        private Sizes() {}

        static EcsTaskDefinition chosen(EcsTaskDefinition definition, ChosenSize chosen, Said at, Emission out) {
            var parameter = chosen.parameter();
            var mapping = ObjectNode.builder();
            var names = parameter.values();
            for (var i = 0; i < names.size() && i < chosen.pairs().size(); i++) {
                var pair = chosen.pairs().get(i);
                mapping.put(
                        names.get(i),
                        ObjectNode.empty()
                                .with("Cpu", String.valueOf(pair.cpu()))
                                .with("Memory", String.valueOf(pair.memory())));
            }
            if (!chosen.isComplete()) {
                out.find(
                        "task.size.choices",
                        at,
                        "The parameter `" + parameter.parameter().name() + "` has " + names.size() + " values, and "
                                + chosen.pairs().size() + " sizes stand to be chosen by it.",
                        "Give the parameter one value for each size, in their order: .oneOf(\"small\", \"large\").");
            }
            var name = out.mapping(parameter.parameter().name() + "Sizes", mapping.build());
            var key = parameter.in(out);
            return definition
                    .cpu(Functions.findInMap(name, key, "Cpu"))
                    .memory(Functions.findInMap(name, key, "Memory"));
        }
    }
}
