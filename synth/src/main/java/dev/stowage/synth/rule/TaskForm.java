package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck;
import dev.stowage.schema.semantics.ImageName;
import dev.stowage.schema.semantics.SizeText;
import java.util.HashMap;
import java.util.List;

/** Rules about what makes a task: containers of which one is essential, their images, ports and shares. */
final class TaskForm implements Family {

    static final Rule NO_CONTAINER = Rule.of("task.containers.none", Severity.ERROR);
    static final Rule NO_ESSENTIAL = Rule.of("task.essential.none", Severity.ERROR);
    static final Rule IMAGE = Rule.of("container.image.form", Severity.ERROR);
    static final Rule HOST_PORT = Rule.of("task.port.host-differs", Severity.ERROR);
    static final Rule CPU = Rule.of("task.cpu.containers-exceed-task", Severity.ERROR);
    static final Rule RESERVATION = Rule.of("container.memory.order", Severity.ERROR);
    static final Rule COMMAND = Rule.of("container.health-check.command", Severity.ERROR);
    static final Rule VARIABLE = Rule.of("container.variable.repeated", Severity.ERROR);
    static final Rule LINKS = Rule.of("task.links.network-mode", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(NO_CONTAINER, NO_ESSENTIAL, IMAGE, HOST_PORT, CPU, RESERVATION, COMMAND, VARIABLE, LINKS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == NO_CONTAINER) {
            noContainer(subject, task, findings);
        } else if (rule == NO_ESSENTIAL) {
            noEssential(subject, task, findings);
        } else if (rule == CPU) {
            cpu(subject, task, findings);
        } else {
            var position = 0;
            for (var container : task.containerDefinitions()) {
                judge(rule, task, container, "ContainerDefinitions/" + position++ + "/", findings);
            }
        }
    }

    private static void judge(
            Rule rule, EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        if (rule == IMAGE) {
            image(container, property, findings);
        } else if (rule == HOST_PORT) {
            hostPort(task, container, property, findings);
        } else if (rule == RESERVATION) {
            reservation(container, property, findings);
        } else if (rule == COMMAND) {
            command(container, property + "HealthCheck/Command", findings);
        } else if (rule == VARIABLE) {
            variable(container, property, findings);
        } else if (task.networkMode().isOther("bridge")
                && !container.links().known().isEmpty()) {
            var message = name(container) + " has links, which ECS takes in network mode bridge only.";
            findings.add(
                    findings.fault(property + "Links", message)
                            .fix("Take them away: containers that share an address reach each other at localhost."),
                    task.networkMode());
        }
    }

    private static String name(ContainerDefinition container) {
        return "`" + container.name().or("a container") + "`";
    }

    private static void noContainer(Found subject, EcsTaskDefinition task, Findings findings) {
        var containers = task.containerDefinitions();
        if (containers.isComplete() && containers.known().isEmpty()) {
            var message = "`" + subject.name() + "` has no container, and ECS starts no empty task.";
            var advice = findings.advice("Give it one: .container(Container.of(…)).", "Add one.");
            findings.add(findings.fault("ContainerDefinitions", message).fix(advice));
        }
    }

    /** A container that does not say whether it is essential is so. */
    private static void noEssential(Found subject, EcsTaskDefinition task, Findings findings) {
        var containers = task.containerDefinitions();
        if (!containers.isComplete() || containers.known().isEmpty()) {
            return;
        }
        var basis = new Reading<?>[containers.known().size()];
        for (var i = 0; i < basis.length; i++) {
            var essential = containers.known().get(i).essential().orDefault(true);
            if (!essential.is(false)) {
                return;
            }
            basis[i] = essential;
        }
        var property = "ContainerDefinitions/0/Essential";
        var message = "`" + subject.name() + "` has no essential container, and a task lives as long as one runs.";
        var advice = findings.advice(
                "Say .sidecar() only of containers that help another one.",
                "Set `Essential` of the container that does the work to true.");
        findings.add(findings.fault(property, message).fix(advice), basis);
    }

    private static void image(ContainerDefinition container, String property, Findings findings) {
        var image = container.image();
        var fault = image.isKnown() ? ImageName.fault(image.or("")) : "";
        if (!fault.isEmpty()) {
            var message = name(container) + " runs the image `" + image.or("") + "`, and that is no name of one: "
                    + fault + ".";
            findings.add(
                    findings.fault(property + "Image", image, message)
                            .fix("Write it like `shop/web:1.4` or `public.ecr.aws/nginx/nginx:1.27`."),
                    image);
        }
    }

    private static void hostPort(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        var mode = task.networkMode();
        if (!mode.is("awsvpc") && !mode.is("host")) {
            return;
        }
        var position = 0;
        for (var mapping : container.portMappings()) {
            var where = property + "PortMappings/" + position++ + "/HostPort";
            var host = mapping.hostPort();
            var inside = mapping.containerPort();
            if (host.isKnown() && inside.isKnown() && host.or(0) != 0 && host.isOther(inside.or(0))) {
                var message = name(container) + " listens at port " + inside.or(0) + " and is promised port "
                        + host.or(0) + " of its host, but in network mode " + mode.or("") + " both are one.";
                findings.add(findings.fault(where, host, message).fix("Leave `HostPort` out."), mode, host, inside);
            }
        }
    }

    private static void cpu(Found subject, EcsTaskDefinition task, Findings findings) {
        var size = SizeText.cpu(task.cpu().or(""));
        var total = 0L;
        var shares = new Reading<?>[task.containerDefinitions().known().size() + 1];
        shares[0] = task.cpu();
        for (var i = 1; i < shares.length; i++) {
            var share = task.containerDefinitions().known().get(i - 1).cpu();
            total += Math.max(0, share.or(0));
            shares[i] = share;
        }
        if (size.isPresent() && total > size.getAsInt()) {
            var message = "`" + subject.name() + "` gives its containers " + total + " CPU units, but the task has "
                    + size.getAsInt() + ".";
            findings.add(
                    findings.fault("Cpu", task.cpu(), message)
                            .fix("Give its containers " + size.getAsInt()
                                    + " together or less, or choose a larger size."),
                    shares);
        }
    }

    private static void reservation(ContainerDefinition container, String property, Findings findings) {
        var most = container.memory();
        var least = container.memoryReservation();
        if (Reading.less(most, least) == Verdict.HOLDS) {
            var message = name(container) + " is kept " + least.or(0) + " MiB of memory, and may use " + most.or(0)
                    + " MiB at most.";
            findings.add(
                    findings.fault(property + "MemoryReservation", least, message)
                            .fix("Reserve " + most.or(0) + " MiB or less, or allow more."),
                    least,
                    most);
        }
    }

    private static void command(ContainerDefinition container, String property, Findings findings) {
        var words = container.healthCheck().or(HealthCheck.EMPTY).command();
        if (words.isAbsent() || !words.isComplete() || words.known().isEmpty()) {
            return;
        }
        var first = words.known().get(0);
        var isCommand = first.is("CMD") || first.is("CMD-SHELL") || first.is("NONE");
        if (first.isKnown() && !isCommand) {
            var message = name(container) + " is asked for its health by a command that begins with `" + first.or("")
                    + "`, and ECS wants `CMD` or `CMD-SHELL` there.";
            var advice = words.known().size() == 1
                    ? "Write `CMD-SHELL`, and the command behind it."
                    : "Write `CMD`, and the words of the command behind it.";
            findings.add(findings.fault(property, first, message).fix(advice), first);
        } else if (isCommand && !first.is("NONE")) {
            words(container, words.known(), property, findings);
        }
    }

    /** {@code CMD-SHELL} runs the one text behind it, and {@code CMD} the program that its first text names. */
    private static void words(
            ContainerDefinition container, List<Reading<String>> words, String property, Findings findings) {
        var isShell = words.get(0).is("CMD-SHELL");
        var line = words.size() < 2 ? "" : words.get(1).or("");
        var isLine = line.indexOf(' ') >= 0;
        var why = words.size() == 1
                ? "has nothing to be asked with: no command stands behind `"
                        + words.get(0).or("") + "`."
                : isShell && words.size() > 2 && words.get(1).isKnown() && !isLine
                        ? "is asked by `" + line + "` alone, as the shell takes one text, and what follows is lost."
                        : !isShell && words.size() == 2 && isLine && line.indexOf('\\') < 0
                                ? "is asked by a program of the name `" + line + "`, blanks and all."
                                : "";
        if (!why.isEmpty()) {
            var advice = isShell
                    ? "Write the whole command as one text behind `CMD-SHELL`."
                    : "Write `CMD-SHELL` instead, or each word of the command as a text of its own.";
            findings.add(
                    findings.fault(property, words.get(0), name(container) + " " + why)
                            .fix(advice),
                    words.get(0));
        }
    }

    private static void variable(ContainerDefinition container, String property, Findings findings) {
        var first = new HashMap<String, Reading<String>>();
        var position = 0;
        for (var each : container.environment()) {
            var where = property + "Environment/" + position++ + "/Name";
            repeated(container, each.name(), where, first, findings);
        }
        first.clear();
        position = 0;
        for (var each : container.secrets()) {
            var where = property + "Secrets/" + position++ + "/Name";
            repeated(container, each.name(), where, first, findings);
        }
    }

    private static void repeated(
            ContainerDefinition container,
            Reading<String> name,
            String property,
            HashMap<String, Reading<String>> first,
            Findings findings) {
        var other = name.isKnown() ? first.putIfAbsent(name.or(""), name) : null;
        if (other != null) {
            var message = name(container) + " is given the variable `" + name.or("") + "` twice.";
            var fault = findings.fault(property, name, message)
                    .fix("Keep one of the two.")
                    .also("the first one is here", other.at());
            findings.add(fault, name, other);
        }
    }
}
