package dev.stowage.dsl.traffic;

import dev.stowage.dsl.task.Port;
import java.time.Duration;

/**
 * The words of routes of an Application Load Balancer.
 *
 * @param <R> the route itself
 */
public sealed interface WebRoute<R extends WebRoute<R>> extends Route permits HttpRoute, HttpsRoute {

    /** The same route, saying something else. */
    R saying(Routing routing);

    /** Asks tasks in this way whether they are well; left out, at {@code /}. */
    default R probe(Probe probe) {
        return saying(ImmutableRouting.copyOf(routing())
                .withProbe(probe)
                .withLines(routing().lines().and("probe")));
    }

    /** Leads to this port, where a task has several. */
    default R to(Port port) {
        return saying(ImmutableRouting.copyOf(routing())
                .withPort(port)
                .withLines(routing().lines().and("to")));
    }

    /** Keeps each caller with one task for this long, 1 s to 7 days, by a cookie of the load balancer. */
    default R sticky(Duration time) {
        return saying(ImmutableRouting.copyOf(routing())
                .withStickiness(time)
                .withLines(routing().lines().and("sticky")));
    }

    /** Lets a leaving task finish for this long, up to an hour; left out, 30 s. */
    default R drain(Duration time) {
        return saying(ImmutableRouting.copyOf(routing())
                .withDrain(time)
                .withLines(routing().lines().and("drain")));
    }

    /** Comes before rules of a higher number, 1 to 50000; left out, the more specific of two routes comes first. */
    default R priority(int number) {
        return saying(ImmutableRouting.copyOf(routing())
                .withPriority(number)
                .withLines(routing().lines().and("priority")));
    }
}
