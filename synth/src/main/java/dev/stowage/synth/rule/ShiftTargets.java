package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AdvancedConfiguration;
import dev.stowage.schema.resource.EcsService.LoadBalancer;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.index.Forwarding;
import java.util.List;
import java.util.Optional;

/** Rules about the two target groups between which ECS shifts traffic, and the rules that it rewrites: {@code service.shift}. */
final class ShiftTargets implements Family {

    static final Rule MISSING = Rule.of("service.shift.target.missing", Severity.ERROR);
    static final Rule ALTERNATE = Rule.of("service.shift.target.alternate", Severity.ERROR);
    static final Rule RULE_KIND = Rule.of("service.shift.rule.kind", Severity.ERROR);
    static final Rule RULE_FORWARDS = Rule.of("service.shift.rule.elsewhere", Severity.ERROR);
    static final Rule PREVIEW = Rule.of("service.shift.rule.preview", Severity.ERROR);

    private static final String PRIMARY = "TargetGroupArn";
    private static final String OTHER = "AlternateTargetGroupArn";
    private static final String PRODUCTION = "ProductionListenerRule";
    private static final String TEST = "TestListenerRule";

    private final Forwarding forwarding;

    ShiftTargets(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(MISSING, ALTERNATE, RULE_KIND, RULE_FORWARDS, PREVIEW);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        var strategy = Deployments.configuration(service).strategy();
        if (!Deployments.isByEcs(service) || !strategy.isKnown() || strategy.is("ROLLING")) {
            return;
        }
        var isSaid = isSaidSomewhere(service);
        var position = 0;
        for (var entry : service.loadBalancers()) {
            var property = "LoadBalancers/" + position++;
            if (rule == MISSING && (!isSaid || entry.advancedConfiguration().isKnown())) {
                missing(subject, entry, strategy, property, findings);
            } else if (rule != MISSING && entry.advancedConfiguration().isKnown()) {
                var advanced = entry.advancedConfiguration().or(AdvancedConfiguration.EMPTY);
                judge(rule, subject, entry, advanced, property, findings);
            }
        }
    }

    /** Whether one of the load balancers has what a shift wants: the CDK names its target group a second time without. */
    private static boolean isSaidSomewhere(EcsService service) {
        for (var entry : service.loadBalancers()) {
            if (!entry.advancedConfiguration().isAbsent()) {
                return true;
            }
        }
        return !service.loadBalancers().isComplete();
    }

    private void judge(
            Rule rule,
            Found subject,
            LoadBalancer entry,
            AdvancedConfiguration advanced,
            String property,
            Findings findings) {
        var inside = property + "/AdvancedConfiguration/";
        if (rule == ALTERNATE) {
            alternate(subject, entry, advanced, inside + OTHER, findings);
        } else if (rule == RULE_KIND) {
            kind(subject, advanced, PRODUCTION, inside, findings);
            kind(subject, advanced, TEST, inside, findings);
        } else if (rule == RULE_FORWARDS) {
            elsewhere(subject, entry, advanced, inside + PRODUCTION, findings);
        } else {
            preview(subject, advanced, inside + TEST, findings);
        }
    }

    private static void missing(
            Found subject, LoadBalancer entry, Reading<String> strategy, String property, Findings findings) {
        if (entry.targetGroupArn().isAbsent() || entry.advancedConfiguration().isUnknown()) {
            return;
        }
        var advanced = entry.advancedConfiguration().or(AdvancedConfiguration.EMPTY);
        for (var wanted : new String[] {OTHER, PRODUCTION, "RoleArn"}) {
            var isThere = advanced.tree().has(wanted);
            // The facts say already that a configuration wants a second target group.
            if (!isThere
                    && !(wanted.equals(OTHER) && entry.advancedConfiguration().isKnown())) {
                var message = "`" + subject.name() + "` shifts its traffic by " + strategy.or("")
                        + ", and one of its load balancers has no `" + wanted + "`.";
                findings.add(
                        findings.fault(property, message)
                                .fix("Set `AdvancedConfiguration` with a second target group, the listener rule that is"
                                        + " rewritten, and a role that may do so."),
                        strategy);
                return;
            }
        }
    }

    private static Optional<Found> group(Found subject, ObjectNode tree, String property) {
        return held(subject, tree, property).filter(found -> found.is(ElbTargetGroup.TYPE));
    }

    private static Optional<Found> held(Found subject, ObjectNode tree, String property) {
        var node = tree.peek(property);
        return node != null && subject.follow(node) instanceof Target.Held held
                ? Optional.of(held.found())
                : Optional.empty();
    }

    private static void alternate(
            Found subject, LoadBalancer entry, AdvancedConfiguration advanced, String property, Findings findings) {
        var one = group(subject, entry.tree(), PRIMARY);
        var other = group(subject, advanced.tree(), OTHER);
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        if (one.get().isSame(other.get())) {
            var message = "`" + subject.name() + "` shifts its traffic from the target group `"
                    + one.get().name() + "` to the same one.";
            findings.add(findings.fault(property, message).fix("Name a second target group."));
            return;
        }
        var first = one.get().view(ElbTargetGroup.EMPTY);
        var second = other.get().view(ElbTargetGroup.EMPTY);
        differ(subject, "Protocol", first.protocol(), second.protocol(), property, findings);
        var standard = "instance";
        var type = first.targetType().orDefault(standard);
        differ(subject, "TargetType", type, second.targetType().orDefault(standard), property, findings);
    }

    private static void differ(
            Found subject,
            String what,
            Reading<String> one,
            Reading<String> other,
            String property,
            Findings findings) {
        if (one.isKnown() && other.isOther(one.or(""))) {
            var message = "`" + subject.name() + "` shifts its traffic between two target groups of which one has the `"
                    + what + "` " + one.or("") + " and the other " + other.or("") + ".";
            findings.add(findings.fault(property, message).fix("Give both the same `" + what + "`."), one, other);
        }
    }

    private static void kind(
            Found subject, AdvancedConfiguration advanced, String which, String inside, Findings findings) {
        var named = held(subject, advanced.tree(), which);
        if (named.isEmpty()) {
            return;
        }
        var protocol = named.get().is(ElbListener.TYPE)
                ? named.get().view(ElbListener.EMPTY).protocol()
                : Reading.<String>absent();
        var isListenerOfRequests = protocol.is("HTTP") || protocol.is("HTTPS");
        if (isListenerOfRequests
                || !named.get().is(ElbListener.TYPE) && !named.get().is(ElbListenerRule.TYPE)) {
            var what = isListenerOfRequests
                    ? "a listener"
                    : "an `" + named.get().resource().type() + "`";
            var message =
                    "`" + subject.name() + "` lets ECS rewrite `" + named.get().name() + "`, which is " + what
                            + ", and at an Application Load Balancer ECS rewrites a rule of a listener.";
            findings.add(
                    findings.fault(inside + which, message).fix("Name an `AWS::ElasticLoadBalancingV2::ListenerRule`."),
                    protocol);
        }
    }

    private void elsewhere(
            Found subject, LoadBalancer entry, AdvancedConfiguration advanced, String property, Findings findings) {
        var rule = held(subject, advanced.tree(), PRODUCTION).filter(found -> found.is(ElbListenerRule.TYPE));
        var one = group(subject, entry.tree(), PRIMARY);
        var other = group(subject, advanced.tree(), OTHER);
        if (rule.isEmpty() || one.isEmpty() || other.isEmpty() || !forwarding.isNever(rule.get(), one.get())) {
            return;
        }
        if (forwarding.isNever(rule.get(), other.get())) {
            var message = "`" + subject.name() + "` is called by way of `"
                    + rule.get().name() + "`, which forwards to neither of its target groups.";
            findings.add(findings.fault(property, message)
                    .fix("Name the rule that forwards to `" + one.get().name() + "`, or let this one do so.")
                    .also("the rule", rule.get().at("Actions")));
        }
    }

    private static void preview(Found subject, AdvancedConfiguration advanced, String property, Findings findings) {
        var production = held(subject, advanced.tree(), PRODUCTION);
        var test = held(subject, advanced.tree(), TEST);
        if (production.isPresent() && test.isPresent() && production.get().isSame(test.get())) {
            var message = "`" + subject.name() + "` shows its preview by the same rule by which callers come.";
            findings.add(findings.fault(property, message)
                    .fix("Name another rule, such as one of a listener at another port."));
        }
    }
}
