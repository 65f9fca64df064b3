package dev.stowage.local.ledger;

import dev.stowage.local.service.Service;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an earlier process of a run kept.
 *
 * @param services its services
 * @param tasks its tasks, oldest first
 * @param revisions the prints of what revisions are made from, by {@code FAMILY:NUMBER}
 * @param setups what was kept under which print
 * @param ports the ports of this machine at which its listeners were, by their names
 */
public record Past(
        List<Service> services,
        List<TaskNote> tasks,
        Map<String, String> revisions,
        Map<String, Kept> setups,
        Map<String, Integer> ports) {

    /** There was none. */
    public static final Past NONE = new Past(List.of(), List.of(), Map.of(), Map.of(), Map.of());

    /** Whether nothing is to be gone on with. */
    public boolean isEmpty() {
        return services.isEmpty() && tasks.isEmpty();
    }

    /**
     * A stack as what follows this: what stayed the same keeps its revision, what changed gets the next.
     *
     * @param prints of what tasks are made from
     */
    public LocalStack followedBy(LocalStack next, Function<TaskSetup, String> prints) {
        return next.numbered(task -> {
            var last = lastOf(task.family());
            var isSame = prints.apply(task).equals(revisions.get(task.family() + ":" + last));
            return isSame ? last : last + 1;
        });
    }

    private int lastOf(String family) {
        var last = 0;
        for (var revision : revisions.keySet()) {
            var colon = revision.lastIndexOf(':');
            if (revision.substring(0, colon).equals(family)) {
                last = Math.max(last, Integer.parseInt(revision.substring(colon + 1)));
            }
        }
        return last;
    }

    /** What a revision is made from. */
    public Optional<Kept> of(TaskDefinition definition) {
        return Optional.ofNullable(revisions.get(definition.toString())).flatMap(this::of);
    }

    /** What has that print. */
    public Optional<Kept> of(String print) {
        return Optional.ofNullable(setups.get(print));
    }
}
