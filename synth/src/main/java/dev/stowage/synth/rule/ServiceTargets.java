package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AdvancedConfiguration;
import dev.stowage.schema.resource.EcsService.LoadBalancer;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.index.Forwarding;
import java.util.ArrayList;
import java.util.List;

/** Rules about the target groups in which a service registers its tasks: {@code service.target-type}, {@code .target-group}. */
final class ServiceTargets implements Family {

    static final Rule TARGET_TYPE = Rule.of("service.target-type.network-mode", Severity.ERROR);
    static final Rule UNREACHABLE = Rule.of("service.target-group.unreachable", Severity.ERROR);

    private final Forwarding forwarding;

    ServiceTargets(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TARGET_TYPE, UNREACHABLE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        var position = 0;
        for (var entry : service.loadBalancers()) {
            var property = "LoadBalancers/" + position++;
            if (rule == TARGET_TYPE) {
                targetType(subject, service, entry, property, findings);
            } else if (Deployments.isByEcs(service)) {
                unreachable(subject, entry, property, graph, findings);
            }
        }
    }

    private static void targetType(
            Found subject, EcsService service, LoadBalancer entry, String property, Findings findings) {
        var mode = networkMode(subject, service);
        if (!mode.isKnown() || mode.is("none")) {
            return;
        }
        var wanted = mode.is("awsvpc") ? "ip" : "instance";
        for (var group : groups(subject, entry)) {
            var type = group.view(ElbTargetGroup.EMPTY).targetType().orDefault("instance");
            if (type.isOther(wanted)) {
                var message = "`" + subject.name() + "` runs its tasks in network mode " + mode.or("")
                        + ", which wants targets of type " + wanted + ", but target group `" + group.logicalId()
                        + "` takes targets of type " + type.or("") + ".";
                var fault = findings.fault(property + "/TargetGroupArn", type, message)
                        .fix("Set `TargetType` of `" + group.logicalId() + "` to " + wanted + ".")
                        .also("the target group", group.at("TargetType"));
                findings.add(fault, mode, type);
            }
        }
    }

    /** The network mode of the service's tasks; a task that may run on Fargate and says none is refused for that already. */
    private static Reading<String> networkMode(Found subject, EcsService service) {
        if (!(subject.follow("TaskDefinition") instanceof Target.Held held) || !held.is(EcsTaskDefinition.TYPE)) {
            return Reading.unknown(subject.at("TaskDefinition"));
        }
        var task = held.found().view(EcsTaskDefinition.EMPTY);
        if (!task.networkMode().isAbsent()) {
            return task.networkMode();
        }
        var launch = service.launchType().orDefault("EC2");
        for (var each : task.requiresCompatibilities()) {
            if (!each.is("EC2")) {
                return Reading.unknown(each.at());
            }
        }
        return launch.is("EC2") && task.requiresCompatibilities().isComplete()
                ? task.networkMode().orDefault("bridge")
                : Reading.unknown(launch.at());
    }

    private void unreachable(
            Found subject, LoadBalancer entry, String property, ResourceGraph graph, Findings findings) {
        var groups = groups(subject, entry);
        if (groups.isEmpty() || !isComplete(subject, entry, groups.size())) {
            return;
        }
        for (var group : groups) {
            if (forwarding.isForwarded(graph, group) != Verdict.FAILS) {
                return;
            }
        }
        var group = groups.get(0);
        var message = "`" + subject.name() + "` registers its tasks with target group `" + group.logicalId()
                + "`, to which no listener forwards.";
        var advice = findings.advice(
                "Write .behind(…) with a route of a listener, or take the target group away.",
                "Forward to `" + group.logicalId()
                        + "` from a listener or a listener rule, and let the service depend on it.");
        findings.add(findings.fault(property + "/TargetGroupArn", message)
                .fix(advice)
                .also("the target group", group.resource().at()));
    }

    /** The target groups of an entry that the graph holds: the one that serves, and the one that the next revision will use. */
    private static List<Found> groups(Found subject, LoadBalancer entry) {
        var groups = new ArrayList<Found>(2);
        add(subject, entry.tree(), "TargetGroupArn", groups);
        add(subject, advanced(entry).tree(), "AlternateTargetGroupArn", groups);
        return groups;
    }

    private static AdvancedConfiguration advanced(LoadBalancer entry) {
        return entry.advancedConfiguration().or(AdvancedConfiguration.EMPTY);
    }

    private static void add(Found subject, ObjectNode tree, String property, List<Found> groups) {
        var node = tree.get(property);
        if (node.isPresent()
                && subject.follow(node.get()) instanceof Target.Held held
                && held.is(ElbTargetGroup.TYPE)) {
            groups.add(held.found());
        }
    }

    /** Whether every group that the entry names is held, and ECS does not bring a listener rule that nobody can see into play. */
    private static boolean isComplete(Found subject, LoadBalancer entry, int held) {
        var advanced = entry.advancedConfiguration();
        if (advanced.isAbsent()) {
            return held == 1;
        }
        var rule = advanced(entry).tree().get("ProductionListenerRule");
        return held == 2 && rule.isPresent() && subject.follow(rule.get()) instanceof Target.Held;
    }
}
