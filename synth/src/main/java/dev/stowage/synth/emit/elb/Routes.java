package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.traffic.Match;
import dev.stowage.dsl.traffic.Routing;
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

/** How traffic reaches a service: its target groups, the rules that forward to them, and the way through its security group. */
public final class Routes {

    private Routes() {}

    /** Adds the resources of a service's routes and answers the logical ids of the rules, which the service must come after. */
    public static List<String> emit(Service service, List<Target> targets, Emission out) {
        var rules = new ArrayList<String>();
        for (var target : targets) {
            TargetGroups.emit(service, target, out);
            for (var routing : target.routings()) {
                rules.add(rule(service, target, routing, out));
            }
            SecurityGroups.admitGroup(
                    service,
                    target.ingressSuffix(out),
                    out.ref(service, SecurityGroups.TASKS, "GroupId"),
                    out.ref(target.balancer(), SecurityGroups.BALANCER, "GroupId"),
                    target.port().number(),
                    target.at(service).because("its load balancer calls it"),
                    out);
        }
        return rules;
    }

    private static String rule(Service service, Target target, Routing routing, Emission out) {
        var at = Said.of("service", service.name(), "behind", routing.lines().birth());
        var conditions =
                new ArrayList<ElbListenerRule.RuleCondition>(routing.matches().size());
        for (var match : routing.matches()) {
            conditions.add(condition(service, match, out));
        }
        var properties = ElbListenerRule.of()
                .said(at)
                .listenerArn(ListenerEmitter.arn(routing.listener(), out))
                .conditions(conditions)
                .actions(ElbListenerRule.Action.of()
                        .type("forward")
                        .targetGroupArn(out.ref(service, target.suffix(out))))
                .said(Said.of(
                        "service", service.name(), "priority", routing.lines().at("priority")))
                .priority(out.priorities().of(routing));
        return out.add(Draft.of(service, suffix(routing, out), ElbListenerRule.TYPE, properties)
                .kind(Kind.LISTENER_RULE)
                .at(at));
    }

    /** A rule keeps its identity while its conditions or, where the user numbers it, its number stays. */
    private static String suffix(Routing routing, Emission out) {
        var stem = out.estate().stem(routing.listener()) + "Rule";
        return routing.priority().isPresent()
                ? stem + routing.priority().getAsInt()
                : stem + Names.fingerprint(out.priorities().text(routing));
    }

    private static ElbListenerRule.RuleCondition condition(Service service, Match match, Emission out) {
        var values = new ArrayList<Node>(match.values().size());
        for (var value : match.values()) {
            values.add(value.in(out));
        }
        var list = ListNode.of(values);
        var word = word(match.field());
        var condition = ElbListenerRule.RuleCondition.of()
                .said(Said.of("service", service.name(), word, match.lines().at(word)));
        return switch (match.field()) {
            case PATH ->
                condition
                        .field("path-pattern")
                        .pathPatternConfig(
                                ElbListenerRule.PathPatternConfig.of().values(list));
            case HOST ->
                condition
                        .field("host-header")
                        .hostHeaderConfig(ElbListenerRule.HostHeaderConfig.of().values(list));
            case SOURCE ->
                condition
                        .field("source-ip")
                        .sourceIpConfig(ElbListenerRule.SourceIpConfig.of().values(list));
        };
    }

    private static String word(Match.Field field) {
        return switch (field) {
            case PATH -> "path";
            case HOST -> "host";
            case SOURCE -> "from";
        };
    }
}
