package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.PortMapping;
import dev.stowage.schema.table.Words;
import java.util.HashMap;
import java.util.List;

/** Rules about ports and their names, and about what a container says of hosts. */
final class TaskAddresses implements Family {

    static final Rule NAME_TWICE = Rule.of("task.port.name-twice", Severity.ERROR);
    static final Rule NAMELESS = Rule.of("task.port.nameless", Severity.ERROR);
    static final Rule RANGE = Rule.of("task.port.range", Severity.ERROR);
    static final Rule RESERVED = Rule.of("task.port.reserved", Severity.ERROR);
    static final Rule CLOSED = Rule.of("task.port.without-network", Severity.ERROR);
    static final Rule OF_HOST = Rule.of("container.host.network-mode", Severity.ERROR);
    static final Rule LINK = Rule.of("task.link.absent", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NAME_TWICE, NAMELESS, RANGE, RESERVED, CLOSED, OF_HOST, LINK);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == NAME_TWICE) {
            nameTwice(task, findings);
            return;
        }
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var property = "ContainerDefinitions/" + at++ + "/";
            if (rule == OF_HOST) {
                ofHost(task, container, property, findings);
            } else if (rule == LINK) {
                links(task, container, property + "Links/", findings);
            } else if (rule == CLOSED) {
                closed(task, container, property + "PortMappings", findings);
            } else {
                var position = 0;
                for (var mapping : container.portMappings()) {
                    var where = property + "PortMappings/" + position++ + "/";
                    judge(rule, task, name(container), mapping, where, findings);
                }
            }
        }
    }

    private static void judge(
            Rule rule, EcsTaskDefinition task, String name, PortMapping mapping, String property, Findings findings) {
        if (rule == NAMELESS) {
            if (mapping.appProtocol().isWritten() && mapping.name().isAbsent()) {
                var message = name
                        + " says what is spoken at a port without a name, and Service Connect knows ports by name.";
                findings.add(findings.fault(property + "AppProtocol", mapping.appProtocol(), message)
                        .fix("Add `Name`, or leave `AppProtocol` out."));
            }
        } else if (rule == RANGE) {
            range(name, mapping, property, findings);
        } else {
            reserved(task, name, mapping, property + "HostPort", findings);
        }
    }

    private static String name(ContainerDefinition container) {
        return "`" + container.name().or("a container") + "`";
    }

    private static void nameTwice(EcsTaskDefinition task, Findings findings) {
        var first = new HashMap<String, Reading<String>>();
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var position = 0;
            for (var mapping : container.portMappings()) {
                var property = "ContainerDefinitions/" + at + "/PortMappings/" + position++ + "/Name";
                var name = mapping.name();
                var other = name.isKnown() ? first.putIfAbsent(name.or(""), name) : null;
                if (other != null) {
                    var message = "`" + name.or("") + "` is the name of two ports of one task.";
                    var fault = findings.fault(property, name, message)
                            .fix("Give one of them another name.")
                            .also("the other one is here", other.at());
                    findings.add(fault, name, other);
                }
            }
            at++;
        }
    }

    private static void range(String name, PortMapping mapping, String property, Findings findings) {
        var range = mapping.containerPortRange();
        if (range.isWritten()
                && (mapping.containerPort().isWritten() || mapping.hostPort().isWritten())) {
            var message = name + " maps a single port and a range of them at once.";
            findings.add(findings.fault(property + "ContainerPortRange", range, message)
                    .fix("Keep `ContainerPortRange`, or `ContainerPort` and `HostPort`."));
        }
        if (range.isKnown() && !isRange(range.or(""))) {
            var message = name + " listens at `" + range.or("") + "`, which is no range of ports.";
            findings.add(
                    findings.fault(property + "ContainerPortRange", range, message)
                            .fix("Write the first and the last with a hyphen between them: `8000-8010`."),
                    range);
        }
    }

    private static boolean isRange(String text) {
        var hyphen = text.indexOf('-');
        var first = port(text.substring(0, Math.max(0, hyphen)));
        var last = port(text.substring(hyphen + 1));
        return hyphen > 0 && first > 0 && first <= last;
    }

    /** A port from 1 to 65535; -1 for what is none. */
    private static int port(String text) {
        try {
            var port = Integer.parseInt(text.trim());
            return port > 0 && port < 65_536 ? port : -1;
        } catch (NumberFormatException notWhole) {
            return -1;
        }
    }

    /** In network mode awsvpc a task has ports of its own; without a mode it shares those of an instance. */
    private static void reserved(
            EcsTaskDefinition task, String name, PortMapping mapping, String property, Findings findings) {
        var mode = task.networkMode().orDefault("bridge");
        var port = mode.is("host") ? mapping.hostPort().orElse(mapping.containerPort()) : mapping.hostPort();
        var isShared = mode.is("host") || mode.is("bridge");
        if (isShared && Words.standard().has("port.of-instance", Integer.toString(port.or(0)))) {
            var message = name + " wants port " + port.or(0)
                    + " of its instance, which SSH, Docker or the agent of ECS has: no instance is free for it.";
            findings.add(findings.fault(property, port, message).fix("Choose another port."), port, mode);
        }
    }

    private static void closed(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        if (task.networkMode().is("none") && !container.portMappings().known().isEmpty()) {
            var message = name(container) + " listens at ports, and its task has no network.";
            findings.add(
                    findings.fault(property, message).fix("Leave `PortMappings` out, or choose another `NetworkMode`."),
                    task.networkMode());
        }
    }

    private static void ofHost(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        if (!task.networkMode().is("awsvpc")) {
            return;
        }
        if (container.hostname().isWritten() && !container.hostname().is("")) {
            var message = name(container) + " has a host name of its own, which ECS refuses in network mode awsvpc.";
            findings.add(
                    findings.fault(property + "Hostname", container.hostname(), message)
                            .fix("Leave `Hostname` out: the task has an address and a name of its own."),
                    task.networkMode());
        }
        // Fargate, which is always in this mode, refuses them by a rule of its own.
        if (!container.extraHosts().known().isEmpty() && !FargateForm.isFor(task, "FARGATE")) {
            var message = name(container) + " names hosts of its own, which ECS refuses in network mode awsvpc.";
            findings.add(
                    findings.fault(property + "ExtraHosts", message).fix("Leave `ExtraHosts` out."),
                    task.networkMode());
        }
    }

    /** In network mode awsvpc links are refused whatever they name, by a rule of their own. */
    private static void links(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        if (task.networkMode().is("awsvpc")) {
            return;
        }
        var position = 0;
        for (var link : container.links()) {
            var text = link.or("");
            var target = text.indexOf(':') < 0 ? text : text.substring(0, text.indexOf(':'));
            var where = property + position++;
            var isSelf = container.name().is(target);
            if (link.isKnown() && (isSelf || lacks(task, target))) {
                var message = name(container) + " links to `" + target + "`, "
                        + (isSelf ? "which is itself." : "and the task has no container of that name.");
                findings.add(findings.fault(where, link, message).fix("Name another container of the task."), link);
            }
        }
    }

    /** Whether a task certainly has no container of this name. */
    static boolean lacks(EcsTaskDefinition task, String name) {
        for (var container : task.containerDefinitions()) {
            if (!container.name().isOther(name)) {
                return false;
            }
        }
        return task.containerDefinitions().isComplete();
    }
}
