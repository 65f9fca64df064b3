package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.LogConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.semantics.SizeText;
import dev.stowage.schema.table.FargateSizes;
import java.util.List;

/** Rules about what Fargate wants of a task: a size that it has, network mode awsvpc, logs it can take, a role to start with. */
final class FargateForm implements Family {

    static final Rule SIZE = Rule.of("task.size.fargate", Severity.ERROR);
    static final Rule SIZE_MISSING = Rule.of("task.size.missing", Severity.ERROR);
    static final Rule NETWORK = Rule.of("task.network-mode.fargate", Severity.ERROR);
    static final Rule DRIVER = Rule.of("task.logs.driver", Severity.ERROR);
    static final Rule ROLE = Rule.of("task.execution-role.missing", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SIZE, SIZE_MISSING, NETWORK, DRIVER, ROLE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        var isFargate = isFor(task, "FARGATE");
        if (!isFargate && rule != ROLE) {
            return;
        }
        if (rule == SIZE) {
            size(subject, task, findings);
        } else if (rule == SIZE_MISSING) {
            missing(subject, task.cpu(), "Cpu", findings);
            missing(subject, task.memory(), "Memory", findings);
        } else if (rule == NETWORK) {
            network(subject, task, findings);
        } else {
            var position = 0;
            for (var container : task.containerDefinitions()) {
                var property = "ContainerDefinitions/" + position++ + "/";
                if (rule == ROLE) {
                    role(task, isFargate, container, property, findings);
                } else {
                    driver(container, property + "LogConfiguration/", findings);
                }
            }
        }
    }

    /** Whether the task is written to run there. */
    static boolean isFor(EcsTaskDefinition task, String launchType) {
        for (var each : task.requiresCompatibilities()) {
            if (each.is(launchType)) {
                return true;
            }
        }
        return false;
    }

    private static void missing(Found subject, Reading<String> part, String property, Findings findings) {
        if (part.isAbsent()) {
            var message = "`" + subject.name() + "` runs on Fargate and has no `" + property
                    + "`, which Fargate wants of the task as a whole.";
            findings.add(findings.fault(property, message).fix("Set `Cpu` and `Memory` of the task definition."));
        }
    }

    private static void size(Found subject, EcsTaskDefinition task, Findings findings) {
        var cpu = SizeText.cpu(task.cpu().or(""));
        var memory = SizeText.memory(task.memory().or(""));
        if (cpu.isEmpty()
                || memory.isEmpty()
                || task.containerDefinitions().known().isEmpty()) {
            return;
        }
        var sizes = FargateSizes.standard();
        var isWindows = task.runtimePlatform()
                .or(RuntimePlatform.EMPTY)
                .operatingSystemFamily()
                .or("")
                .startsWith("WINDOWS");
        var isLegal = isWindows
                ? sizes.isLegalForWindows(cpu.getAsInt(), memory.getAsInt())
                : sizes.isLegal(cpu.getAsInt(), memory.getAsInt());
        if (!isLegal) {
            wrongSize(subject, task, cpu.getAsInt(), memory.getAsInt(), isWindows, findings);
        }
    }

    /** A size above all that are known may be new: AWS adds sizes at the upper end. */
    private static void wrongSize(
            Found subject, EcsTaskDefinition task, int cpu, int memory, boolean isWindows, Findings findings) {
        var sizes = FargateSizes.standard();
        var message = "`" + subject.name() + "` has " + cpu + " CPU units and " + memory + " MiB, which Fargate"
                + (isWindows ? " with Windows" : "") + " does not have together.";
        var largest = sizes.rows().get(sizes.rows().size() - 1);
        var fault = findings.fault("Memory", task.memory(), message);
        if (cpu > largest.cpu()) {
            findings.add(
                    fault.as(Severity.WARNING)
                            .fix("If AWS has added the size, name a table with it in the property "
                                    + FargateSizes.PROPERTY + "."),
                    task.cpu(),
                    task.memory());
            return;
        }
        var memories = sizes.memoriesFor(cpu);
        findings.add(
                memories.isEmpty()
                        ? fault.fix("Choose 256, 512, 1024, 2048, 4096, 8192, 16384 or 32768 CPU units.")
                        : fault.fix("With " + cpu + " CPU units Fargate has " + memories.get(0) + " to "
                                + memories.get(memories.size() - 1) + " MiB."),
                task.cpu(),
                task.memory());
    }

    private static void network(Found subject, EcsTaskDefinition task, Findings findings) {
        var mode = task.networkMode().orDefault("bridge");
        if (mode.isOther("awsvpc")) {
            var message = "`" + subject.name() + "` runs on Fargate in network mode " + mode.or("")
                    + (task.networkMode().isAbsent() ? ", which is the default" : "")
                    + ", and Fargate takes awsvpc only.";
            findings.add(findings.fault("NetworkMode", mode, message).fix("Set `NetworkMode` to awsvpc."), mode);
        }
    }

    private static void driver(ContainerDefinition container, String property, Findings findings) {
        var driver = container.logConfiguration().or(LogConfiguration.EMPTY).logDriver();
        if (driver.isKnown() && !driver.is("awslogs") && !driver.is("splunk") && !driver.is("awsfirelens")) {
            var message = "`" + container.name().or("a container") + "` writes its logs with the driver "
                    + driver.or("") + ", and Fargate has awslogs, splunk and awsfirelens.";
            findings.add(
                    findings.fault(property + "LogDriver", driver, message).fix("Write one of the three."), driver);
        }
    }

    private static void role(
            EcsTaskDefinition task,
            boolean isFargate,
            ContainerDefinition container,
            String property,
            Findings findings) {
        var logs = container.logConfiguration().or(LogConfiguration.EMPTY);
        var what = hidden(container, logs);
        if (what.isEmpty() && isFargate) {
            var isPrivate = container.image().or("").contains(".dkr.ecr.");
            what = logs.logDriver().is("awslogs") ? "logs in CloudWatch" : isPrivate ? "an image of ECR" : "";
        }
        if (task.executionRoleArn().isAbsent() && !what.isEmpty()) {
            var message = "`" + container.name().or("a container") + "` needs " + what
                    + ", and the task has no execution role with which ECS could reach them.";
            findings.add(
                    findings.fault(property + "Name", message).fix("Set `ExecutionRoleArn` of the task definition."),
                    container.image(),
                    logs.logDriver());
        }
    }

    /** What ECS fetches in the name of a role wherever the task runs. */
    private static String hidden(ContainerDefinition container, LogConfiguration logs) {
        if (!container.secrets().known().isEmpty()
                || !logs.secretOptions().known().isEmpty()) {
            return "secrets";
        }
        return container.repositoryCredentials().isWritten()
                ? "the login of a registry"
                : container.environmentFiles().known().isEmpty() ? "" : "files with variables";
    }
}
