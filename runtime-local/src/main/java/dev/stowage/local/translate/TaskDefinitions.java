package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.MemorySpace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Platform;
import dev.stowage.local.stack.PortMapping.Protocol;
import dev.stowage.local.stack.ProcessSpace;
import dev.stowage.local.stack.Roles;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.task.Demand;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.semantics.SizeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The task definitions of a model. */
final class TaskDefinitions {

    private final Map<String, TaskSetup> byArn = new LinkedHashMap<>();
    private final Work work;
    private final Images images;

    private TaskDefinitions(Work work, Images images) {
        this.work = work;
        this.images = images;
    }

    static TaskDefinitions of(Work work, Images images) {
        var definitions = new TaskDefinitions(work, images);
        for (var one : work.evaluation().all(EcsTaskDefinition.TYPE)) {
            definitions.setup(one).ifPresent(setup -> definitions.byArn.put(one.arn(), setup));
        }
        return definitions;
    }

    List<TaskSetup> all() {
        return List.copyOf(byArn.values());
    }

    /** The one that a service names by its ARN, by {@code family:revision} or by its family. */
    Optional<TaskSetup> named(String name) {
        var plain = name.substring(name.lastIndexOf('/') + 1);
        var colon = plain.indexOf(':');
        var family = colon < 0 ? plain : plain.substring(0, colon);
        var exact = Optional.ofNullable(byArn.get(name));
        return exact.isPresent()
                ? exact
                : byArn.values().stream()
                        .filter(one -> one.family().equals(family))
                        .findFirst();
    }

    private Optional<TaskSetup> setup(Grounded one) {
        var view = one.view(EcsTaskDefinition.EMPTY);
        var isFargate = Reads.texts(view.requiresCompatibilities()).contains("FARGATE");
        var network = network(view, isFargate);
        var containers = Containers.of(one, view, network, isFargate, work, images);
        if (containers.stream().noneMatch(container -> container.life().essential())) {
            work.tell(Gap.DEFINITION.at(
                    one.at("ContainerDefinitions"),
                    "Task definition `" + one.name() + "` has no essential container; one is wanted."));
            return Optional.empty();
        }
        var size = size(view);
        var demand = demand(size, network, containers);
        var definition = TaskSetup.definition(one.physicalName(), 1, demand, network, containers);
        return Optional.of(new TaskSetup(
                definition,
                one.arn(),
                isFargate,
                network,
                size,
                processes(view),
                memory(view),
                new Roles(
                        role(view.taskRoleArn().or("")),
                        role(view.executionRoleArn().or(""))),
                platform(view, isFargate),
                containers,
                Volumes.of(one, view, work),
                Reads.tags(view.tags())));
    }

    /** A role may be given by its name alone. */
    private Optional<String> role(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        var home = work.evaluation().home();
        return Optional.of(
                name.startsWith("arn:")
                        ? name
                        : "arn:" + home.partition() + ":iam::" + home.account() + ":role/" + name);
    }

    private static NetworkMode network(EcsTaskDefinition view, boolean isFargate) {
        return switch (view.networkMode().or(isFargate ? "awsvpc" : "bridge")) {
            case "awsvpc" -> NetworkMode.AWSVPC;
            case "host" -> NetworkMode.HOST;
            case "none" -> NetworkMode.NONE;
            default -> NetworkMode.BRIDGE;
        };
    }

    private static TaskSize size(EcsTaskDefinition view) {
        return new TaskSize(
                boxed(SizeText.cpu(view.cpu().or(""))),
                boxed(SizeText.memory(view.memory().or(""))),
                view.ephemeralStorage().known().flatMap(disk -> disk.sizeInGiB().known()));
    }

    private static Optional<Integer> boxed(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** What a task takes of an instance: its own size, or the sum over its containers; fixed host ports beside it. */
    private static Demand demand(TaskSize size, NetworkMode network, List<ContainerSetup> containers) {
        var cpu = 0;
        var memory = 0;
        for (var container : containers) {
            cpu += container.limits().cpu();
            memory +=
                    container.limits().reserved().or(container.limits()::memory).orElse(0);
        }
        var demand = Demand.of(size.cpu().orElse(cpu), size.memory().orElse(memory));
        return network == NetworkMode.AWSVPC ? demand : withFixedPorts(demand, containers);
    }

    private static Demand withFixedPorts(Demand demand, List<ContainerSetup> containers) {
        var all = demand;
        for (var container : containers) {
            for (var mapping : container.ports()) {
                if (mapping.host().isPresent()) {
                    var port = mapping.host().get();
                    all = mapping.protocol() == Protocol.UDP ? all.withUdpPort(port) : all.withPort(port);
                }
            }
        }
        return all;
    }

    private static ProcessSpace processes(EcsTaskDefinition view) {
        return switch (view.pidMode().or("")) {
            case "task" -> ProcessSpace.TASK;
            case "host" -> ProcessSpace.HOST;
            default -> ProcessSpace.CONTAINER;
        };
    }

    private static MemorySpace memory(EcsTaskDefinition view) {
        return switch (view.ipcMode().or("")) {
            case "task" -> MemorySpace.TASK;
            case "host" -> MemorySpace.HOST;
            case "none" -> MemorySpace.NONE;
            default -> MemorySpace.STANDARD;
        };
    }

    private static Platform platform(EcsTaskDefinition view, boolean isFargate) {
        var platform = view.runtimePlatform().or(EcsTaskDefinition.RuntimePlatform.EMPTY);
        return new Platform(
                platform.operatingSystemFamily().or("LINUX").toUpperCase(Locale.ROOT),
                platform.cpuArchitecture().or(isFargate ? "X86_64" : ""));
    }
}
