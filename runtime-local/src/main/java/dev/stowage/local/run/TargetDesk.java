package dev.stowage.local.run;

import dev.stowage.local.balance.Target;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts tasks into the target groups of their services, at the addresses where their ports are reached, and takes them out. */
final class TargetDesk implements Engine {

    private final Traffic traffic;
    private final Function<TaskId, List<TargetLink>> links;
    private final Function<TaskId, Optional<TaskAddress>> addresses;

    TargetDesk(
            Traffic traffic,
            Function<TaskId, List<TargetLink>> links,
            Function<TaskId, Optional<TaskAddress>> addresses) {
        this.traffic = traffic;
        this.links = links;
        this.addresses = addresses;
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Register) {
            traffic.register(order.task(), targets(order.task()));
        } else if (order instanceof Order.Deregister) {
            traffic.deregister(order.task());
        } else if (order instanceof Order.Remove) {
            traffic.forget(order.task());
        }
    }

    /** Does that for a task of an earlier process: one that was healthy then goes on to get requests until it is found not to be. */
    void resume(Task task, Order order) {
        if (order instanceof Order.Register && task.target() == TargetHealth.HEALTHY) {
            traffic.resume(task.id(), targets(task.id()));
        } else {
            begin(order);
        }
    }

    private List<Target> targets(TaskId task) {
        var targets = new ArrayList<Target>();
        for (var link : links.apply(task)) {
            addresses
                    .apply(task)
                    .ifPresent(address -> address.port(link.container(), link.port())
                            .ifPresent(port -> targets.add(new Target(task, link.arn(), address.ip(), port))));
        }
        return targets;
    }

    @Override
    public List<Seen> changes() {
        return traffic.changes();
    }

    @Override
    public List<Seen> everything() {
        return traffic.everything();
    }
}
