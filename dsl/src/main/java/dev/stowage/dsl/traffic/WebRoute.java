package dev.stowage.dsl.traffic;

import dev.stowage.dsl.task.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

    /** Keeps each caller with one task for this long, 1 s to 7 days, for as long as the service's own cookie is sent. */
    default R sticky(Duration time, String cookie) {
        return saying(ImmutableRouting.copyOf(routing())
                .withStickiness(time)
                .withCookie(cookie)
                .withLines(routing().lines().and("sticky")));
    }

    /** Gives a new task more requests little by little, over 30 s to 15 min, until it has as many as others. */
    default R slowStart(Duration time) {
        return saying(ImmutableRouting.copyOf(routing())
                .withSlowStart(time)
                .withLines(routing().lines().and("slowStart")));
    }

    /** Leads each request to the task with the fewest that are not answered yet; left out, to each task in turn. */
    default R leastOutstanding() {
        return saying(ImmutableRouting.copyOf(routing())
                .withAlgorithm("least_outstanding_requests")
                .withLines(routing().lines().and("leastOutstanding")));
    }

    /** Leads each request to a task by chance, and fewer requests to tasks that fail more often than others. */
    default R weightedRandom() {
        return saying(ImmutableRouting.copyOf(routing())
                .withAlgorithm("weighted_random")
                .withLines(routing().lines().and("weightedRandom")));
    }

    /**
     * Gives the service so many parts of the requests, 0 to 999, and others theirs: {@code share(90, old.weight(10))}. Not
     * for a service whose deployments shift traffic.
     */
    default R share(int own, TargetShare first, TargetShare... others) {
        var shares = new ArrayList<TargetShare>(others.length + 1);
        shares.add(first);
        shares.addAll(List.of(others));
        return saying(ImmutableRouting.copyOf(routing())
                .withOwnShare(own)
                .withOtherShares(shares)
                .withLines(routing().lines().and("share")));
    }

    /** Keeps each caller of a shared route with the service or group that answered first, for 1 s to 7 days. */
    default R stickyShare(Duration time) {
        return saying(ImmutableRouting.copyOf(routing())
                .withShareStickiness(time)
                .withLines(routing().lines().and("stickyShare")));
    }

    /** Changes the path and query before the service sees them: {@code rewritePath("^/api/(.*)$", "/$1")}. */
    default R rewritePath(String regex, String replacement) {
        return saying(ImmutableRouting.copyOf(routing())
                .withPathRewrite(new Rewrite(regex, replacement))
                .withLines(routing().lines().and("rewritePath")));
    }

    /** Changes the host before the service sees it. */
    default R rewriteHost(String regex, String replacement) {
        return saying(ImmutableRouting.copyOf(routing())
                .withHostRewrite(new Rewrite(regex, replacement))
                .withLines(routing().lines().and("rewriteHost")));
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
