package dev.stowage.local.run;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.stack.LocalStack;
import java.util.List;

/**
 * What is to run.
 *
 * @param stack tasks and services
 * @param balancers what brings requests to them
 * @param groups the target groups that these send requests to
 */
public record Wanted(LocalStack stack, List<Balancer> balancers, List<TargetGroup> groups) {

    /** A wish that cannot be changed from outside. */
    public Wanted {
        balancers = List.copyOf(balancers);
        groups = List.copyOf(groups);
    }

    /** A stack without load balancers. */
    public static Wanted of(LocalStack stack) {
        return new Wanted(stack, List.of(), List.of());
    }

    /** The same with that stack. */
    Wanted with(LocalStack other) {
        return new Wanted(other, balancers, groups);
    }

    /** The same as what follows something that runs already: what stayed the same keeps its revision. */
    Wanted following(Wanted running) {
        return with(stack.following(running.stack));
    }
}
