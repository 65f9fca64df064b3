package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.References;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.synth.index.Forwarding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rule about a service that is made before its target group has a load balancer: {@code service.order.listener}. */
final class DeploymentOrder implements Family {

    static final Rule LISTENER = Rule.of("service.order.listener", Severity.DANGER);

    private final Forwarding forwarding;

    /** Of each stack, for each resource, the ones that it refers to or waits for. */
    private final Map<String, Map<String, Set<String>>> needs = new HashMap<>();

    DeploymentOrder(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(LISTENER);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var position = 0;
        for (var entry : subject.view(EcsService.EMPTY).loadBalancers()) {
            var property = "LoadBalancers/" + position++ + "/TargetGroupArn";
            var arn = entry.tree().peek("TargetGroupArn");
            if (arn != null
                    && subject.follow(arn) instanceof Target.Held held
                    && held.is(ElbTargetGroup.TYPE)
                    && held.found().stack().equals(subject.stack())) {
                judge(subject, held.found(), property, findings);
            }
        }
    }

    private void judge(Found subject, Found group, String property, Findings findings) {
        var forwarders = forwarding.forwarders(group);
        var before = before(subject);
        for (var from : forwarders) {
            if (before.contains(from.logicalId()) || !takesLong(subject, from, before)) {
                return;
            }
        }
        if (!forwarders.isEmpty()) {
            var from = forwarders.get(0);
            var message = "`" + subject.name() + "` does not wait for `" + from.logicalId()
                    + "`, which gives its target group `" + group.logicalId()
                    + "` a load balancer, and ECS refuses a service whose target group has none yet.";
            findings.add(findings.fault(property, message)
                    .fix("Write `DependsOn: " + from.logicalId() + "` beside the type of the service.")
                    .also("what forwards to the target group", from.at("")));
        }
    }

    /** Whether the load balancer is made in the same stack, which takes minutes, and not waited for either. */
    private static boolean takesLong(Found subject, Found from, Set<String> before) {
        var balancer = TargetGroupUse.balancer(from);
        return balancer.isPresent()
                && balancer.get().stack().equals(subject.stack())
                && !before.contains(balancer.get().logicalId());
    }

    /** Whatever is made before a service. */
    private Set<String> before(Found subject) {
        var stack = needs.get(subject.stack());
        if (stack == null) {
            stack = read(subject.template());
            needs.put(subject.stack(), stack);
        }
        var before = new HashSet<String>();
        var open = new ArrayList<String>(List.of(subject.logicalId()));
        while (!open.isEmpty()) {
            for (var next : stack.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                if (before.add(next)) {
                    open.add(next);
                }
            }
        }
        return before;
    }

    private static Map<String, Set<String>> read(Template template) {
        var needs = new HashMap<String, Set<String>>();
        for (var reference : References.in(template)) {
            var from = reference.from();
            if (from.isPresent()) {
                var id = from.get().logicalId();
                var named = needs.get(id);
                if (named == null) {
                    named = new HashSet<>();
                    needs.put(id, named);
                }
                named.add(reference.name());
            }
        }
        return needs;
    }
}
