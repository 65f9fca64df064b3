package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.LoadBalancer;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.List;
import java.util.Optional;

/** Rules about the containers and ports of a task that its service names: {@code service.load-balancer}, {@code .connect}. */
final class ServicePorts implements Family {

    static final Rule CONTAINER = Rule.of("service.load-balancer.container", Severity.ERROR);
    static final Rule PORT = Rule.of("service.load-balancer.port", Severity.ERROR);
    static final Rule NAME = Rule.of("service.connect.port-name", Severity.ERROR);

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(CONTAINER, PORT, NAME);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = ServiceForm.task(subject);
        if (task.isEmpty() || !isWrittenOut(task.get())) {
            return;
        }
        var service = subject.view(EcsService.EMPTY);
        if (rule == NAME) {
            names(subject, service, task.get(), findings);
            return;
        }
        var position = 0;
        for (var entry : service.loadBalancers()) {
            var property = "LoadBalancers/" + position++ + "/";
            var name = entry.containerName();
            var container = container(task.get(), name.or(""));
            if (rule == CONTAINER && name.isKnown() && container.isEmpty()) {
                var message = "`" + subject.name() + "` registers the container `" + name.or("")
                        + "` with a target group, and its task has none of that name.";
                findings.add(
                        findings.fault(property + "ContainerName", name, message)
                                .fix("Name a container of the task definition."),
                        name);
            } else if (rule == PORT && container.isPresent()) {
                port(subject, entry, container.get(), property, findings);
            }
        }
    }

    /** Whether all containers and their names are known. */
    private static boolean isWrittenOut(EcsTaskDefinition task) {
        for (var container : task.containerDefinitions()) {
            if (!container.name().isKnown()) {
                return false;
            }
        }
        return task.containerDefinitions().isComplete();
    }

    private static Optional<ContainerDefinition> container(EcsTaskDefinition task, String name) {
        for (var container : task.containerDefinitions()) {
            if (container.name().is(name)) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }

    private static void port(
            Found subject, LoadBalancer entry, ContainerDefinition container, String property, Findings findings) {
        var wanted = entry.containerPort();
        if (!wanted.isKnown() || !container.portMappings().isComplete()) {
            return;
        }
        for (var mapping : container.portMappings()) {
            var isRange = mapping.containerPortRange().isWritten();
            if (isRange || !mapping.containerPort().isOther(wanted.or(0))) {
                return;
            }
        }
        var message = "`" + subject.name() + "` registers port " + wanted.or(0) + " of the container `"
                + container.name().or("") + "` with a target group, and the container has no such port.";
        findings.add(
                findings.fault(property + "ContainerPort", wanted, message)
                        .fix("Add the port to `PortMappings` of the container, or name one that it has.")
                        .also("the container", container.name().at()),
                wanted);
    }

    private static void names(Found subject, EcsService service, EcsTaskDefinition task, Findings findings) {
        for (var container : task.containerDefinitions()) {
            for (var mapping : container.portMappings()) {
                if (mapping.name().isUnknown()) {
                    return;
                }
            }
            if (!container.portMappings().isComplete()) {
                return;
            }
        }
        var connect = service.serviceConnectConfiguration().or(ServiceConnectConfiguration.EMPTY);
        var position = 0;
        for (var offered : connect.services()) {
            var property = "ServiceConnectConfiguration/Services/" + position++ + "/PortName";
            var name = offered.portName();
            if (name.isKnown() && !hasPort(task, name.or(""))) {
                var message = "`" + subject.name() + "` offers the port `" + name.or("")
                        + "` to others, and no container of its task has a port of that name.";
                findings.add(
                        findings.fault(property, name, message)
                                .fix("Give the port mapping that `Name`, or offer one that is there."),
                        name);
            }
        }
    }

    private static boolean hasPort(EcsTaskDefinition task, String name) {
        for (var container : task.containerDefinitions()) {
            for (var mapping : container.portMappings()) {
                if (mapping.name().is(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
