package dev.stowage.local.place;

import dev.stowage.local.place.Strategy.Binpack;
import dev.stowage.local.place.Strategy.Resource;
import dev.stowage.local.place.Strategy.Spread;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Strategies as an order of hosts: the first one is the best to place a task of a group on. */
final class Preference {

    /** Of a service that says nothing: over zones, then over instances. */
    static final List<Strategy> STANDARD = List.of(new Spread("attribute:" + Instance.ZONE), new Spread("instanceId"));

    private final List<Host> hosts;
    private final String group;
    private final SplittableRandom chance;

    Preference(List<Host> hosts, String group, long seed) {
        this.hosts = hosts;
        this.group = group;
        this.chance = new SplittableRandom(seed);
    }

    /** Best first; what is left open is decided by name, so that every run is the same. */
    Comparator<Host> order(List<Strategy> strategies) {
        var order = Comparator.<Host>comparingInt(host -> 0);
        for (var strategy : strategies) {
            order = order.thenComparing(orderOf(strategy));
        }
        return order.thenComparing(host -> host.instance().id());
    }

    private Comparator<Host> orderOf(Strategy strategy) {
        if (strategy instanceof Spread spread) {
            var counts = countsOf(spread.field());
            return Comparator.comparingInt(host -> counts.get(valueOf(host, spread.field())));
        }
        if (strategy instanceof Binpack pack) {
            return Comparator.comparingInt(pack.of() == Resource.CPU ? Host::cpuLeft : Host::memoryLeft);
        }
        var lots = lots();
        return Comparator.comparingInt(host -> lots.get(host.instance().id()));
    }

    private Map<String, Integer> countsOf(String field) {
        var counts = new HashMap<String, Integer>();
        for (var host : hosts) {
            counts.merge(valueOf(host, field), host.tasksOf(group), Integer::sum);
        }
        return counts;
    }

    private Map<String, Integer> lots() {
        var lots = new HashMap<String, Integer>();
        for (var host : hosts) {
            lots.put(host.instance().id(), chance.nextInt());
        }
        return lots;
    }

    /** The value that a host is counted under; all without the attribute count as one. */
    private static String valueOf(Host host, String field) {
        var values = field.startsWith("attribute:")
                ? host.of(field)
                : List.of(host.instance().id());
        return values.isEmpty() ? "" : values.get(0);
    }
}
