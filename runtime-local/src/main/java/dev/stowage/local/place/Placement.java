package dev.stowage.local.place;

import dev.stowage.local.task.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How tasks of a service, or of one run, are placed on instances:
 *
 * <ol>
 *   <li>of the instances that are active and belong to the capacity provider, if there is one,
 *   <li>those with enough CPU units, memory and free ports,
 *   <li>that all constraints allow,
 *   <li>the first in the order of the strategies; without any, spread over zones and then over instances.
 * </ol>
 *
 * <p>What a scale-in takes away is chosen by the same order from its other end.
 *
 * @param constraints which instances may be taken
 * @param strategies which are taken first
 */
public record Placement(List<Constraint> constraints, List<Strategy> strategies) {

    /** Anywhere, spread over zones and then over instances. */
    public static final Placement ANYWHERE = new Placement(List.of(), List.of());

    /**
     * Where one more task goes, or why it cannot be placed.
     *
     * @param instance the instance, where there is one
     * @param shortage why the closest one does not take it, where there is none
     * @param closest the instance that comes closest, where there is none
     */
    public record Outcome(Optional<Instance> instance, Optional<Shortage> shortage, Optional<String> closest) {}

    /**
     * Where one more task goes.
     *
     * @param fleet the instances and what runs on them
     * @param group the group of the task
     * @param demand what it takes
     * @param provider the capacity provider that it is charged to
     * @param seed decides where chance does
     */
    public Outcome place(Fleet fleet, String group, Demand demand, Optional<String> provider, long seed) {
        var hosts = eligible(fleet, provider);
        var fitting = new ArrayList<Host>();
        for (var host : hosts) {
            if (host.shortage(demand).isEmpty() && allows(host, group)) {
                fitting.add(host);
            }
        }
        var best = fitting.stream().min(order(hosts, group, seed));
        return best.isPresent()
                ? new Outcome(best.map(Host::instance), Optional.empty(), Optional.empty())
                : shortageOf(hosts, group, demand);
    }

    /** The active instances that the constraints allow, full or not: where a daemon runs. */
    public List<Host> members(Fleet fleet, String group) {
        var members = new ArrayList<Host>();
        for (var host : fleet.active()) {
            if (constraints.stream()
                    .allMatch(one -> one instanceof Constraint.DistinctInstance || one.allows(host, group))) {
                members.add(host);
            }
        }
        return members;
    }

    /** The order in which a scale-in takes tasks of a group from hosts: from the one that is the worst to place on. */
    public Comparator<Host> takingOrder(List<Host> hosts, String group, long seed) {
        return order(hosts, group, seed).reversed();
    }

    private List<Host> eligible(Fleet fleet, Optional<String> provider) {
        var hosts = new ArrayList<>(fleet.active());
        hosts.removeIf(
                host -> provider.isPresent() && !host.instance().provider().equals(provider));
        return hosts;
    }

    private boolean allows(Host host, String group) {
        return constraints.stream().allMatch(one -> one.allows(host, group));
    }

    private Comparator<Host> order(List<Host> hosts, String group, long seed) {
        return new Preference(hosts, group, seed).order(strategies.isEmpty() ? Preference.STANDARD : strategies);
    }

    /** The closest is the one that fails the latest of the checks, of several the one with the most memory left. */
    private Outcome shortageOf(List<Host> hosts, String group, Demand demand) {
        var closest = hosts.stream()
                .max(Comparator.comparing((Host host) -> shortage(host, group, demand))
                        .thenComparing(Host::memoryLeft)
                        .thenComparing(host -> host.instance().id()));
        return closest.isEmpty()
                ? new Outcome(Optional.empty(), Optional.of(Shortage.EMPTY), Optional.empty())
                : new Outcome(
                        Optional.empty(),
                        closest.map(host -> shortage(host, group, demand)),
                        closest.map(host -> host.instance().id()));
    }

    private Shortage shortage(Host host, String group, Demand demand) {
        return host.shortage(demand)
                .or(() -> constraints.stream()
                        .filter(one -> !one.allows(host, group))
                        .map(Constraint::shortage)
                        .findFirst())
                .orElse(Shortage.EMPTY);
    }
}
