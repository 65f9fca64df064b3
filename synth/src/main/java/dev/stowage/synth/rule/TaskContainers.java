package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Rules about the containers of a task among themselves: who waits for whom, names, ports, variables. */
final class TaskContainers implements Family {

    static final Rule TOO_MANY = Rule.of("task.containers.too-many", Severity.ERROR);
    static final Rule NAME_TWICE = Rule.of("task.container.name-twice", Severity.ERROR);
    static final Rule ABSENT = Rule.of("task.dependency.absent", Severity.ERROR);
    static final Rule CIRCLE = Rule.of("task.dependency.circle", Severity.ERROR);
    static final Rule ESSENTIAL = Rule.of("task.dependency.essential", Severity.ERROR);
    static final Rule UNCHECKED = Rule.of("task.dependency.unchecked", Severity.ERROR);
    static final Rule PORT_TWICE = Rule.of("task.port.twice", Severity.ERROR);
    static final Rule VARIABLE_TWICE = Rule.of("container.variable.twice", Severity.ERROR);

    private static final int MOST = 10;

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TOO_MANY, NAME_TWICE, ABSENT, CIRCLE, ESSENTIAL, UNCHECKED, PORT_TWICE, VARIABLE_TWICE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        var containers = task.containerDefinitions().known();
        if (rule == TOO_MANY) {
            tooMany(subject, containers, findings);
        } else if (rule == NAME_TWICE) {
            nameTwice(containers, findings);
        } else if (rule == CIRCLE) {
            for (var i = 0; i < containers.size(); i++) {
                circle(containers, i, i, new ArrayList<>(), findings);
            }
        } else if (rule == PORT_TWICE) {
            portTwice(task, containers, findings);
        } else if (rule == VARIABLE_TWICE) {
            for (var i = 0; i < containers.size(); i++) {
                variableTwice(containers.get(i), i, findings);
            }
        } else {
            dependencies(rule, task, findings);
        }
    }

    private static void tooMany(Found subject, List<ContainerDefinition> containers, Findings findings) {
        if (containers.size() > MOST) {
            var message = "`" + subject.name() + "` has " + containers.size() + " containers, and a task holds at most "
                    + MOST + ".";
            findings.add(findings.fault("ContainerDefinitions", message).fix("Make two tasks of it."));
        }
    }

    private static void nameTwice(List<ContainerDefinition> containers, Findings findings) {
        var first = new HashMap<String, Reading<String>>();
        for (var i = 0; i < containers.size(); i++) {
            var name = containers.get(i).name();
            var other = name.isKnown() ? first.putIfAbsent(name.or(""), name) : null;
            if (other != null) {
                var message = "`" + name.or("") + "` is the name of two containers of one task.";
                var fault = findings.fault("ContainerDefinitions/" + i + "/Name", name, message)
                        .fix("Give one of them another name.")
                        .also("the other one is here", other.at());
                findings.add(fault, name, other);
            }
        }
    }

    private static void dependencies(Rule rule, EcsTaskDefinition task, Findings findings) {
        var containers = task.containerDefinitions().known();
        for (var i = 0; i < containers.size(); i++) {
            var position = 0;
            for (var dependency : containers.get(i).dependsOn()) {
                var property = "ContainerDefinitions/" + i + "/DependsOn/" + position++;
                var other = find(containers, dependency.containerName());
                if (rule == ABSENT && other < 0) {
                    absent(task, containers.get(i), dependency, property, findings);
                } else if (rule == ESSENTIAL && other >= 0) {
                    essential(containers.get(i), containers.get(other), dependency, property, findings);
                } else if (rule == UNCHECKED && other >= 0) {
                    unchecked(containers.get(i), containers.get(other), dependency, property, findings);
                }
            }
        }
    }

    private static int find(List<ContainerDefinition> containers, Reading<String> name) {
        for (var i = 0; name.isKnown() && i < containers.size(); i++) {
            if (containers.get(i).name().is(name.or(""))) {
                return i;
            }
        }
        return -1;
    }

    private static void absent(
            EcsTaskDefinition task,
            ContainerDefinition container,
            ContainerDependency dependency,
            String property,
            Findings findings) {
        var isComplete = task.containerDefinitions().isComplete()
                && dependency.containerName().isKnown();
        for (var each : task.containerDefinitions()) {
            isComplete = isComplete && each.name().isKnown();
        }
        if (isComplete) {
            var wanted = dependency.containerName();
            var message = "`" + container.name().or("") + "` waits for `" + wanted.or("")
                    + "`, and the task has no container of that name.";
            findings.add(
                    findings.fault(property + "/ContainerName", wanted, message)
                            .fix("Add `" + wanted.or("") + "` to the task, or wait for a container that is in it."),
                    wanted);
        }
    }

    private static void essential(
            ContainerDefinition container,
            ContainerDefinition other,
            ContainerDependency dependency,
            String property,
            Findings findings) {
        var condition = dependency.condition();
        var essential = other.essential().orDefault(true);
        if ((condition.is("COMPLETE") || condition.is("SUCCESS")) && essential.is(true)) {
            var name = "`" + other.name().or("") + "`";
            var message = "`" + container.name().or("") + "` waits for " + name
                    + " to end, but it is essential, so that its end stops the task.";
            var advice =
                    findings.advice("Write .sidecar() on " + name + ".", "Set `Essential` of " + name + " to false.");
            findings.add(
                    findings.fault(property + "/Condition", condition, message)
                            .fix(advice)
                            .also("the container", other.name().at()),
                    condition,
                    essential);
        }
    }

    private static void unchecked(
            ContainerDefinition container,
            ContainerDefinition other,
            ContainerDependency dependency,
            String property,
            Findings findings) {
        if (dependency.condition().is("HEALTHY") && other.healthCheck().isAbsent()) {
            var name = "`" + other.name().or("") + "`";
            var message = "`" + container.name().or("") + "` waits until " + name
                    + " is healthy, and the task definition asks it for nothing.";
            var advice = findings.advice(
                    "Write .healthy(curl(\"/health\")) or .healthy(shell(\"…\")) on " + name + ".",
                    "Give " + name + " a `HealthCheck`; one of the image does not count.");
            findings.add(
                    findings.fault(property + "/Condition", dependency.condition(), message)
                            .fix(advice)
                            .also("the container", other.name().at()),
                    dependency.condition());
        }
    }

    /** Looks for a way back to the first of the containers on a path; each circle is found from its first container only. */
    private static void circle(
            List<ContainerDefinition> containers, int start, int at, List<String> path, Findings findings) {
        path.add(containers.get(at).name().or(""));
        var position = 0;
        for (var dependency : containers.get(at).dependsOn()) {
            var property = "ContainerDefinitions/" + at + "/DependsOn/" + position++ + "/ContainerName";
            var next = find(containers, dependency.containerName());
            if (next == start) {
                var message = "`" + String.join("` waits for `", path) + "` waits for `" + path.get(0)
                        + "`, so that none of them can start.";
                findings.add(
                        findings.fault(property, dependency.containerName(), message)
                                .fix("Let one of them start without waiting."),
                        dependency.containerName());
            } else if (next > start
                    && !path.contains(containers.get(next).name().or(""))) {
                circle(containers, start, next, path, findings);
            }
        }
        path.remove(path.size() - 1);
    }

    private static void portTwice(EcsTaskDefinition task, List<ContainerDefinition> containers, Findings findings) {
        if (!task.networkMode().is("awsvpc") && !task.networkMode().is("host")) {
            return;
        }
        var first = new HashMap<String, Reading<Integer>>();
        for (var i = 0; i < containers.size(); i++) {
            var position = 0;
            for (var mapping : containers.get(i).portMappings()) {
                var property = "ContainerDefinitions/" + i + "/PortMappings/" + position++ + "/ContainerPort";
                var port = mapping.containerPort();
                var protocol = mapping.protocol().orDefault("tcp");
                var isKnown = port.isKnown() && protocol.isKnown();
                var other = isKnown ? first.putIfAbsent(port.or(0) + protocol.or(""), port) : null;
                if (other != null) {
                    var message = "`" + containers.get(i).name().or("") + "` listens at port " + port.or(0) + " for "
                            + protocol.or("") + ", which the task has given away: its containers share one address.";
                    var fault = findings.fault(property, port, message)
                            .fix("Let one of them listen at another port.")
                            .also("the port was given away here", other.at());
                    findings.add(fault, port, protocol, other);
                }
            }
        }
    }

    private static void variableTwice(ContainerDefinition container, int at, Findings findings) {
        var plain = new HashMap<String, Reading<String>>();
        for (var variable : container.environment()) {
            plain.put(variable.name().or(""), variable.name());
        }
        var position = 0;
        for (var secret : container.secrets()) {
            var property = "ContainerDefinitions/" + at + "/Secrets/" + position++ + "/Name";
            var other = secret.name().isKnown() ? plain.get(secret.name().or("")) : null;
            if (other != null && other.isKnown()) {
                var message = "`" + container.name().or("") + "` gets the variable `"
                        + secret.name().or("") + "` once from a secret and once in plain sight.";
                var fault = findings.fault(property, secret.name(), message)
                        .fix("Take the plain one away, or call one of them otherwise.")
                        .also("the plain one is here", other.at());
                findings.add(fault, secret.name(), other);
            }
        }
    }
}
