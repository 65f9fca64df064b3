package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ProxyConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition.RuntimePlatform;
import dev.stowage.schema.table.Words;
import java.util.List;

/** Rules about what changes the network of a task: a proxy in front of its containers, and faults that are injected. */
final class TaskProxy implements Family {

    static final Rule CONTAINER = Rule.of("task.proxy.container", Severity.ERROR);
    static final Rule PROPERTIES = Rule.of("task.proxy.properties", Severity.ERROR);
    static final Rule MODE = Rule.of("task.proxy.network-mode", Severity.ERROR);
    static final Rule FAULTS = Rule.of("task.fault-injection.network-mode", Severity.ERROR);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(CONTAINER, PROPERTIES, MODE, FAULTS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        var proxy = task.proxyConfiguration().or(ProxyConfiguration.EMPTY);
        if (rule == CONTAINER) {
            container(subject, task, proxy, findings);
        } else if (rule == PROPERTIES) {
            properties(subject, task, proxy, findings);
        } else if (rule == MODE) {
            mode(subject, task, findings);
        } else {
            faults(subject, task, findings);
        }
    }

    private static void container(Found subject, EcsTaskDefinition task, ProxyConfiguration proxy, Findings findings) {
        var name = proxy.containerName();
        if (name.isKnown() && TaskAddresses.lacks(task, name.or(""))) {
            var message = "`" + subject.name() + "` has `" + name.or("") + "` for its proxy, and no container of that"
                    + " name.";
            findings.add(
                    findings.fault("ProxyConfiguration/ContainerName", name, message)
                            .fix("Name a container of the task."),
                    name);
        }
    }

    private static void properties(Found subject, EcsTaskDefinition task, ProxyConfiguration proxy, Findings findings) {
        var properties = proxy.proxyConfigurationProperties();
        if (!task.proxyConfiguration().isKnown() || !properties.isComplete()) {
            return;
        }
        var hasUser = false;
        for (var property : properties) {
            if (property.name().isUnknown()) {
                return;
            }
            hasUser |= Words.standard().has("proxy.user", property.name().or(""));
        }
        var missing = hasUser ? "" : "IgnoredUID";
        for (var wanted : Words.standard().list("proxy.needed")) {
            var isThere = false;
            for (var property : properties) {
                isThere |= property.name().is(wanted);
            }
            missing = isThere || !missing.isEmpty() ? missing : wanted;
        }
        if (!missing.isEmpty()) {
            var message = "`" + subject.name() + "` has a proxy without `" + missing + "`, which it wants.";
            findings.add(findings.fault("ProxyConfiguration/ProxyConfigurationProperties", message)
                    .fix("Add `" + missing + "`."));
        }
    }

    private static void mode(Found subject, EcsTaskDefinition task, Findings findings) {
        var mode = task.networkMode().orDefault("bridge");
        if (task.proxyConfiguration().isKnown() && mode.isOther("awsvpc")) {
            var message = "`" + subject.name() + "` has a proxy in network mode " + mode.or("")
                    + ", and ECS takes one in awsvpc only.";
            findings.add(findings.fault("ProxyConfiguration", message).fix("Set `NetworkMode` to awsvpc."), mode);
        }
    }

    private static void faults(Found subject, EcsTaskDefinition task, Findings findings) {
        var mode = task.networkMode().orDefault("bridge");
        var family = task.runtimePlatform().or(RuntimePlatform.EMPTY).operatingSystemFamily();
        var isWindows = family.or("").startsWith("WINDOWS");
        if (task.enableFaultInjection().is(true) && (isWindows || mode.is("bridge") || mode.is("none"))) {
            var message = "`" + subject.name() + "` lets faults be injected "
                    + (isWindows
                            ? "on Windows, and ECS does so on Linux only."
                            : "in network mode " + mode.or("") + ", and ECS does so in awsvpc and host only.");
            findings.add(
                    findings.fault("EnableFaultInjection", task.enableFaultInjection(), message)
                            .fix(isWindows ? "Leave it out." : "Set `NetworkMode` to awsvpc, or leave it out."),
                    mode,
                    task.enableFaultInjection());
        }
    }
}
