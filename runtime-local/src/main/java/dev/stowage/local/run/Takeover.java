package dev.stowage.local.run;

import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings what an earlier process of a run left into the loop of the next one: services with their deployments, and tasks, all
 * of them as they were. What is wanted now is put on top of that as a deployment, as if the process had never been gone.
 */
final class Takeover {

    private final Legacy legacy;
    private final LocalStack stack;

    /** That of what was left, when this stack is wanted. */
    Takeover(Legacy legacy, LocalStack stack) {
        this.legacy = legacy;
        this.stack = stack;
    }

    /** Does so, before the first round; tells of what was taken over. */
    void into(ControlLoop loop, Consumer<String> progress) {
        var past = legacy.past();
        past.services().forEach(service -> loop.adopt(makeable(service)));
        past.tasks().forEach(note -> loop.adopt(note.task()));
        for (var note : past.tasks()) {
            if (!legacy.resume(note)) {
                loop.stop(note.task().id(), Stop.byLoss());
            }
        }
        var live = past.tasks().stream().filter(note -> note.task().isLive()).count();
        if (live > 0) {
            progress.accept("Goes on with what an earlier process of this run left: "
                    + (live == 1 ? "one task." : live + " tasks."));
        }
        var strangers = legacy.strangers(stack, progress);
        stack.services().forEach(service -> adopt(service.spec(), strangers, loop));
    }

    private Service makeable(Service service) {
        var hasWayBack = service.rollout()
                .completed()
                .filter(one -> legacy.canMake(one.definition()))
                .isPresent();
        return hasWayBack ? service : service.withoutWayBack();
    }

    private void adopt(ServiceSpec spec, List<Legacy.Stranger> strangers, ControlLoop loop) {
        var own = strangers.stream()
                .filter(one -> one.group().equals(spec.group()))
                .toList();
        if (own.isEmpty()) {
            return;
        }
        var deployment = own.get(0).startedBy();
        if (loop.cluster().service(spec.id()).isEmpty()) {
            loop.adopt(spec, deployment);
        }
        own.forEach(one -> loop.adopt(task(one, deployment, spec)));
    }

    private Task task(Legacy.Stranger left, String deployment, ServiceSpec spec) {
        var site = Site.onFargate(stack.home().region() + "a");
        var assignment = new Assignment(left.group(), deployment, site, spec.isRouted());
        return Task.accepted(left.id(), left.definition().definition(), assignment, Instant.now());
    }
}
