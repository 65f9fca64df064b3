package dev.stowage.schema.semantics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** In which order the containers of a task start; they stop in the reverse one. */
public final class StartOrder {

    private enum Mark {
        NEW,
        OPEN,
        DONE
    }

    private final List<List<Integer>> dependencies;
    private final Mark[] marks;
    private final List<Integer> order = new ArrayList<>();

    private StartOrder(List<List<Integer>> dependencies) {
        this.dependencies = dependencies;
        this.marks = new Mark[dependencies.size()];
        Arrays.fill(marks, Mark.NEW);
    }

    /**
     * Every container after all that it depends on, and otherwise as written; empty where dependencies run in a circle.
     *
     * @param dependencies for every container the places of those that it depends on
     */
    public static Optional<List<Integer>> of(List<List<Integer>> dependencies) {
        var search = new StartOrder(dependencies);
        for (var place = 0; place < dependencies.size(); place++) {
            if (!search.visit(place)) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(search.order));
    }

    /** Whether no circle leads through this container; notes it behind all that it depends on. */
    private boolean visit(int place) {
        if (marks[place] != Mark.NEW) {
            return marks[place] == Mark.DONE;
        }
        marks[place] = Mark.OPEN;
        for (var dependency : dependencies.get(place)) {
            if (!visit(dependency)) {
                return false;
            }
        }
        marks[place] = Mark.DONE;
        return order.add(place);
    }
}
