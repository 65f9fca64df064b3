package dev.stowage.local.service;

import dev.stowage.local.place.Fleet;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.place.Shortage;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tasks that are run once, without a service: {@code RunTask}. Nobody replaces them.
 *
 * @param cluster the name of the cluster in which they run
 * @param definition what they are made from
 * @param count how many; ECS takes 10 at most
 * @param startedBy who runs them; may be empty
 * @param launch on what they run
 */
public record Run(String cluster, TaskDefinition definition, int count, String startedBy, Launch launch) {

    /** The most tasks of one run. */
    public static final int MOST = 10;

    /**
     * What came of a run.
     *
     * @param started the tasks that found a place
     * @param failures why others did not, one reason each
     */
    public record Outcome(List<Task> started, List<Shortage> failures) {}

    /** A run of 1 to 10 tasks. */
    public Run {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("`count` is " + count + ", 1 to " + MOST + " is wanted");
        }
    }

    /** Starts as many as find a place. */
    public Outcome start(Situation situation) {
        var started = new ArrayList<Task>();
        var failures = new ArrayList<Shortage>();
        var fleet = situation.fleet();
        for (var one = 0; one < count; one++) {
            if (launch instanceof Launch.OnFargate fargate) {
                started.add(task(
                        Site.onFargate(fargate.zones().get(one % fargate.zones().size())), situation));
            } else if (launch instanceof Launch.OnInstances on) {
                var outcome = place(on.placement(), fleet, situation);
                outcome.shortage().ifPresent(failures::add);
                outcome.instance().ifPresent(at -> started.add(task(siteOn(at), situation)));
                fleet = occupied(fleet, outcome.instance());
            }
        }
        return new Outcome(started, failures);
    }

    private Placement.Outcome place(Placement placement, Fleet fleet, Situation situation) {
        var seed = situation.names().seed();
        return placement.place(fleet, group().name(), definition.demand(), Optional.empty(), seed);
    }

    private Fleet occupied(Fleet fleet, Optional<Instance> by) {
        return by.map(at -> fleet.with(at.id(), group().name(), definition.demand()))
                .orElse(fleet);
    }

    private Task task(Site site, Situation situation) {
        var assignment = new Assignment(group(), startedBy, site, false);
        return Task.accepted(situation.names().task(), definition, assignment, situation.now());
    }

    private static Site siteOn(Instance instance) {
        return Site.onInstance(instance.id(), instance.zone()).chargedTo(instance.provider());
    }

    private Group group() {
        return Group.ofFamily(cluster, definition.family());
    }
}
