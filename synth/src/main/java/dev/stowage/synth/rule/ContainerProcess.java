package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.RestartPolicy;
import java.util.List;

/** Rules about how a container starts: where, as whom, with which program, and whether it starts again. */
final class ContainerProcess implements Family {

    static final Rule PATH = Rule.of("container.path.relative", Severity.ERROR);
    static final Rule USER = Rule.of("container.user.form", Severity.ERROR);
    static final Rule ENTRY = Rule.of("container.entry-point.blank", Severity.WARNING);
    static final Rule RESTART = Rule.of("container.restart.disabled", Severity.ERROR);
    static final Rule DEVICES = Rule.of("container.gpu.count", Severity.ERROR);
    static final Rule CREDENTIALS = Rule.of("container.credential-spec.form", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(PATH, USER, ENTRY, RESTART, DEVICES, CREDENTIALS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var position = 0;
        for (var container : subject.view(EcsTaskDefinition.EMPTY).containerDefinitions()) {
            judge(rule, container, "ContainerDefinitions/" + position++ + "/", findings);
        }
    }

    private static void judge(Rule rule, ContainerDefinition container, String property, Findings findings) {
        if (rule == PATH) {
            paths(container, property, findings);
        } else if (rule == USER) {
            user(container, property, findings);
        } else if (rule == ENTRY) {
            entry(container, property, findings);
        } else if (rule == RESTART) {
            restart(container, property + "RestartPolicy/", findings);
        } else if (rule == DEVICES) {
            devices(container, property, findings);
        } else {
            credentials(container, property + "CredentialSpecs", findings);
        }
    }

    private static String name(ContainerDefinition container) {
        return "`" + container.name().or("a container") + "`";
    }

    private static void paths(ContainerDefinition container, String property, Findings findings) {
        path(container, container.workingDirectory(), "starts in", property + "WorkingDirectory", findings);
        var position = 0;
        for (var mount : container.mountPoints()) {
            var where = property + "MountPoints/" + position++ + "/ContainerPath";
            path(container, mount.containerPath(), "mounts a volume at", where, findings);
        }
    }

    private static void path(
            ContainerDefinition container, Reading<String> path, String what, String property, Findings findings) {
        if (path.isKnown() && !path.is("") && !isAbsolute(path.or(""))) {
            var message = name(container) + " " + what + " `" + path.or("") + "`, which is no absolute path.";
            findings.add(
                    findings.fault(property, path, message).fix("Begin it with a slash: `/" + path.or("") + "`."),
                    path);
        }
    }

    /** Whether a path begins at the root, or at a drive of Windows. */
    static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\") || path.length() > 1 && path.charAt(1) == ':';
    }

    private static void user(ContainerDefinition container, String property, Findings findings) {
        var user = container.user();
        if (user.isKnown() && !user.is("") && !isUser(user.or(""))) {
            var message = name(container) + " runs as `" + user.or("") + "`, which names no user.";
            findings.add(
                    findings.fault(property + "User", user, message)
                            .fix("Write a name or a number, and behind a colon a group: `1000:1000`."),
                    user);
        }
    }

    private static boolean isUser(String user) {
        var colon = user.indexOf(':');
        for (var i = 0; i < user.length(); i++) {
            if (Character.isWhitespace(user.charAt(i))) {
                return false;
            }
        }
        return colon != 0 && colon != user.length() - 1 && colon == user.lastIndexOf(':');
    }

    private static void entry(ContainerDefinition container, String property, Findings findings) {
        var words = container.entryPoint().known();
        var first = words.isEmpty() ? "" : words.get(0).or("");
        var isProgram = first.indexOf(' ') < 0 || first.indexOf('\\') >= 0;
        if (!isProgram && container.entryPoint().isComplete()) {
            var message = name(container) + " starts `" + first
                    + "`, which is the name of one program with blanks in it: no shell takes it apart.";
            var advice = findings.advice(
                    "Write .entryPoint(…) with each word as one text.", "Write each word as an item of its own.");
            findings.add(
                    findings.fault(property + "EntryPoint/0", words.get(0), message)
                            .fix(advice),
                    words.get(0));
        }
    }

    private static void restart(ContainerDefinition container, String property, Findings findings) {
        var policy = container.restartPolicy().or(RestartPolicy.EMPTY);
        var isSaid = policy.restartAttemptPeriod().isWritten()
                || policy.ignoredExitCodes().isWritten();
        if (policy.enabled().is(false) && isSaid) {
            var message = name(container) + " never starts again, and its restart policy says when it does.";
            findings.add(
                    findings.fault(property + "Enabled", policy.enabled(), message)
                            .fix("Set `Enabled` to true, or leave the rest out."),
                    policy.enabled());
        }
    }

    private static void devices(ContainerDefinition container, String property, Findings findings) {
        var position = 0;
        for (var requirement : container.resourceRequirements()) {
            var where = property + "ResourceRequirements/" + position++ + "/Value";
            var count = requirement.value();
            if (requirement.type().is("GPU") && count.isKnown() && !count.is("ALL") && !isPositive(count.or(""))) {
                var message = name(container) + " asks for `" + count.or("") + "` GPUs, which is no number of them.";
                findings.add(
                        findings.fault(where, count, message).fix("Write a whole number from 1."),
                        count,
                        requirement.type());
            }
        }
    }

    private static boolean isPositive(String text) {
        try {
            return Integer.parseInt(text.trim()) > 0;
        } catch (NumberFormatException notWhole) {
            return false;
        }
    }

    private static void credentials(ContainerDefinition container, String property, Findings findings) {
        var specs = container.credentialSpecs().known();
        if (specs.size() > 1) {
            var message = name(container) + " names " + specs.size() + " credential specifications, and ECS takes one.";
            findings.add(findings.fault(property, message).fix("Keep one of them."));
        }
        for (var i = 0; i < specs.size(); i++) {
            var spec = specs.get(i).or("credentialspec:");
            if (!spec.startsWith("credentialspec:") && !spec.startsWith("credentialspecdomainless:")) {
                var message = name(container) + " names the credential specification `" + spec
                        + "`, which does not say of what kind it is.";
                findings.add(
                        findings.fault(property + "/" + i, specs.get(i), message)
                                .fix("Begin it with `credentialspec:` or `credentialspecdomainless:`."),
                        specs.get(i));
            }
        }
    }
}
