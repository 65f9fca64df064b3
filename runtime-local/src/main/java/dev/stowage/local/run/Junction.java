package dev.stowage.local.run;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the orders of the loop part: those about containers go to the engine that runs them, those about target groups and
 * discovery to what brings requests to tasks. Both are told when a task is removed.
 */
final class Junction implements Engine {

    private final Engine containers;
    private final Engine traffic;

    Junction(Engine containers, Engine traffic) {
        this.containers = containers;
        this.traffic = traffic;
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Register || order instanceof Order.Deregister) {
            traffic.begin(order);
        } else {
            containers.begin(order);
        }
        if (order instanceof Order.Remove) {
            traffic.begin(order);
        }
    }

    @Override
    public List<Seen> changes() {
        return joined(containers.changes(), traffic.changes());
    }

    @Override
    public List<Seen> everything() {
        return joined(containers.everything(), traffic.everything());
    }

    private static List<Seen> joined(List<Seen> one, List<Seen> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
