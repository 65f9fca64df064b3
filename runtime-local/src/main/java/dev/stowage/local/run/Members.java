package dev.stowage.local.run;

import dev.stowage.local.balance.Target;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.translate.traffic.Memberships;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the groups behind names up to date, which nobody is registered in: Service Connect, and integrations with Cloud Map. */
final class Members {

    private final Traffic traffic;
    private final Book book;
    private final Function<TaskId, Optional<TaskAddress>> addresses;
    private final Map<String, List<Target>> last = new HashMap<>();

    Members(Traffic traffic, Book book, Function<TaskId, Optional<TaskAddress>> addresses) {
        this.traffic = traffic;
        this.book = book;
        this.addresses = addresses;
    }

    /** Looks at the tasks that a round of the loop left; for the thread of the loop. */
    void saw(Snapshot now) {
        for (var service : book.stack().map(stack -> stack.services()).orElse(List.of())) {
            for (var membership : Memberships.of(service)) {
                var targets = targets(now, service, membership);
                if (!targets.equals(last.put(membership.group(), targets))) {
                    traffic.members(membership.group(), targets);
                }
            }
        }
    }

    private List<Target> targets(Snapshot now, ServiceSetup service, Memberships.Membership membership) {
        var targets = new ArrayList<Target>();
        for (var task : now.tasks()) {
            if (isIn(task, service)) {
                addresses
                        .apply(task.id())
                        .ifPresent(address -> address.port(membership.container(), membership.port())
                                .ifPresent(port ->
                                        targets.add(new Target(task.id(), membership.group(), address.ip(), port))));
            }
        }
        return targets;
    }

    private static boolean isIn(Task task, ServiceSetup service) {
        return service.id().has(task) && task.isWanted() && task.status() == TaskStatus.RUNNING;
    }
}
