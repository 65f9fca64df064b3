package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.Match;
import dev.stowage.dsl.traffic.NetworkListener;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How traffic reaches a service: its target groups, the rules that forward to them, and the way through its security group. */
public final class Routes {

    private Routes() {}

    /**
     * Adds the resources of a service's routes and answers the logical ids of the rules, which the service must come after;
     * none where it refers to them by itself, to shift its traffic.
     */
    public static List<String> emit(Service service, List<Target> targets, Emission out) {
        var rules = new ArrayList<String>();
        for (var target : targets) {
            if (Target.isWeighted(service) && target.routings().size() > 1) {
                several(service, target, out);
            }
            if (target.balancer().locator().isPresent()) {
                ExistingWords.refuse(target, out);
            }
            TargetGroups.emit(service, target, out);
            for (var routing : target.routings()) {
                rules.add(way(service, target, routing, out));
            }
            for (var preview : target.previews()) {
                overlook(service, target, preview, out);
                rules.add(way(service, target, preview, out));
            }
            if (target.isBoth()) {
                SecurityGroups.admitGroup(
                        service,
                        target.stem(out) + "OverUdpIngress",
                        out.ref(service, SecurityGroups.TASKS, "GroupId"),
                        LoadBalancerEmitter.group(target.balancer(), out),
                        Port.udp(target.port().number()),
                        target.at(service).because("its load balancer calls it"),
                        out);
            }
            if (target.probedPort().isPresent()) {
                probed(service, target, target.probedPort().get(), out);
            }
            SecurityGroups.admitGroup(
                    service,
                    target.ingressSuffix(out),
                    out.ref(service, SecurityGroups.TASKS, "GroupId"),
                    LoadBalancerEmitter.group(target.balancer(), out),
                    target.port(),
                    target.at(service).because("its load balancer calls it"),
                    out);
        }
        return Target.isWeighted(service) ? List.of() : rules;
    }

    private static String way(Service service, Target target, Routing routing, Emission out) {
        return routing.isPort() && routing.listener() instanceof NetworkListener listener
                ? NetworkRoutes.emit(service, target, routing, listener, out)
                : rule(service, target, routing, out);
    }

    private static void probed(Service service, Target target, Port port, Emission out) {
        SecurityGroups.admitGroup(
                service,
                target.stem(out) + "Probe" + port.number() + "Ingress",
                out.ref(service, SecurityGroups.TASKS, "GroupId"),
                LoadBalancerEmitter.group(target.balancer(), out),
                port,
                target.at(service).because("its load balancer asks there whether it is well"),
                out);
    }

    private static String rule(Service service, Target target, Routing routing, Emission out) {
        var at = Said.of("service", service.name(), "behind", routing.lines().birth());
        var conditions =
                new ArrayList<ElbListenerRule.RuleCondition>(routing.matches().size());
        for (var match : routing.matches()) {
            conditions.add(condition(service, match, out));
        }
        var rule = ElbListenerRule.of()
                .said(at)
                .listenerArn(ListenerEmitter.arn(routing.listener(), out))
                .conditions(conditions);
        rule = routing.isPlain()
                ? rule.actions(forward(service, target, routing, out))
                : RuleExtras.write(rule, service, target, routing, out);
        var properties = rule.said(numbered(service, routing, at))
                .priority(out.priorities().of(routing));
        return out.add(Draft.of(service, suffix(routing, out), ElbListenerRule.TYPE, properties)
                .kind(Kind.LISTENER_RULE)
                .at(at));
    }

    /** Where the number of a rule comes from: the word that says one, or the route. */
    private static Said numbered(Service service, Routing routing, Said route) {
        return routing.lines().has("priority")
                ? Said.of("service", service.name(), "priority", routing.lines().at("priority"))
                : route;
    }

    /** A shift moves traffic by the weights of two groups; the rule has the form from the start that ECS gives it. */
    static ElbListenerRule.Action forward(Service service, Target target, Routing routing, Emission out) {
        var action = ElbListenerRule.Action.of().type("forward");
        if (!Target.isWeighted(service)) {
            return action.targetGroupArn(target.single(service, routing, out));
        }
        var shares = new ArrayList<ElbListenerRule.TargetGroupTuple>(2);
        for (var share : target.shares(service, out)) {
            shares.add(ElbListenerRule.TargetGroupTuple.of()
                    .targetGroupArn(share.group())
                    .weight(share.weight()));
        }
        return action.forwardConfig(ElbListenerRule.ForwardConfig.of().targetGroups(shares));
    }

    /** A preview shows a target group that the other routes lead to: what they say of it counts. */
    private static void overlook(Service service, Target target, Routing preview, Emission out) {
        var first = target.routings().get(0);
        var lines = preview.lines();
        var word = preview.probe().isPresent() && !preview.probe().equals(target.probe())
                ? "probe"
                : lines.has("drain") && !preview.drain().equals(first.drain())
                        ? "drain"
                        : lines.has("sticky") && !preview.stickiness().equals(first.stickiness())
                                ? "sticky"
                                : lines.has("keepAddress") && !first.keepsAddress() ? "keepAddress" : "";
        if (!word.isEmpty()) {
            out.find(Diagnostic.of(
                            RuleId.of("deployment.preview.settings"),
                            Severity.WARNING,
                            Said.of("service", service.name(), word, lines.at(word)),
                            "The preview of `" + service.name() + "` says ." + word
                                    + "(…) of target groups that its other routes lead to, and what those say counts.")
                    .also(
                            "the other route is here",
                            Said.of(
                                    "service",
                                    service.name(),
                                    "behind",
                                    first.lines().last()))
                    .fix("Say ." + word + "(…) of the route that the service is behind, and leave it out here."));
        }
    }

    private static void several(Service service, Target target, Emission out) {
        out.find(
                "deployment.shift.several-routes",
                Said.of(
                        "service",
                        service.name(),
                        "behind",
                        target.routings().get(1).lines().birth()),
                "`" + service.name() + "` shifts its traffic by one rule for each port, and "
                        + target.routings().size() + " routes lead to port "
                        + target.port().number() + ".",
                "Say all paths in one route, as in .path(\"/a\", \"/b\"), or deploy it by rolling().");
    }

    /** The resource name of a listener; none for a port of a Network Load Balancer by which no service is reached. */
    public static Optional<Node> listener(AnyListener listener, Emission out) {
        if (!(listener instanceof NetworkListener port)) {
            return Optional.of(ListenerEmitter.arn(listener, out));
        }
        for (var service : out.estate().services()) {
            for (var route : service.spec().allRoutes()) {
                if (route.routing().listener().key().equals(port.key())) {
                    return Optional.of(out.ref(service, NetworkRoutes.suffix(port, out)));
                }
            }
        }
        return Optional.empty();
    }

    /** A rule keeps its identity while its conditions or, where the user numbers it, its number stays. */
    static String suffix(Routing routing, Emission out) {
        if (routing.isPort() && routing.listener() instanceof NetworkListener listener) {
            return NetworkRoutes.suffix(listener, out);
        }
        var stem = out.estate().stem(routing.listener()) + "Rule";
        return routing.priority().isPresent()
                ? stem + routing.priority().getAsInt()
                : stem + Names.fingerprint(out.priorities().text(routing));
    }

    /** A condition of a rule, as a thing says it. */
    static ElbListenerRule.RuleCondition condition(Thing thing, Match match, Emission out) {
        var values = new ArrayList<Node>(match.values().size());
        for (var value : match.values()) {
            values.add(value.in(out));
        }
        var list = ListNode.of(values);
        var lines = match.lines();
        var condition = ElbListenerRule.RuleCondition.of()
                .said(Said.of(thing.particulars().kind(), thing.name(), lines.firstWord(), lines.birth()));
        if (match.field() == Match.Field.PATH && !match.isRegex()) {
            return condition
                    .field("path-pattern")
                    .pathPatternConfig(ElbListenerRule.PathPatternConfig.of().values(list));
        }
        if (match.field() == Match.Field.HOST && !match.isRegex()) {
            return condition
                    .field("host-header")
                    .hostHeaderConfig(ElbListenerRule.HostHeaderConfig.of().values(list));
        }
        return match.field() == Match.Field.SOURCE
                ? condition
                        .field("source-ip")
                        .sourceIpConfig(ElbListenerRule.SourceIpConfig.of().values(list))
                : RareConditions.of(condition, match, values);
    }
}
