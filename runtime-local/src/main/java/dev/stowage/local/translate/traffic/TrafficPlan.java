package dev.stowage.local.translate.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;

/**
 * The load balancers of a model.
 *
 * @param balancers the load balancers; one for each listener of others that rules of the model are added to
 * @param groups the target groups, which go by their ARNs
 * @param findings what cannot be read, or is otherwise here than on AWS
 */
public record TrafficPlan(List<Balancer> balancers, List<TargetGroup> groups, List<Diagnostic> findings) {

    /** A plan that cannot be changed from outside. */
    public TrafficPlan {
        balancers = List.copyOf(balancers);
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** The load balancers of a model that was deployed on paper. */
    public static TrafficPlan of(Evaluation evaluation) {
        return new TrafficReader(evaluation).read();
    }

    /** The same with what the services of a stack offer each other through Service Connect. */
    public TrafficPlan with(LocalStack stack) {
        var told = new ArrayList<>(findings);
        var connect = new Connect(told);
        var all = new ArrayList<>(balancers);
        all.addAll(connect.read(stack));
        var more = new ArrayList<>(groups);
        more.addAll(connect.groups());
        return new TrafficPlan(all, more, told);
    }
}
