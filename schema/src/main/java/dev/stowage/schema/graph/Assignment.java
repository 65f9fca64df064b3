package dev.stowage.schema.graph;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What some conditions are taken to be; the others stay open. */
public final class Assignment {

    /** Everything is open. */
    public static final Assignment OPEN = new Assignment(List.of());

    private final List<Decision> decisions;

    private Assignment(List<Decision> decisions) {
        this.decisions = decisions;
    }

    /** The decisions, in the order in which they were made. */
    public List<Decision> decisions() {
        return decisions;
    }

    /** The same, and one decision more. */
    public Assignment and(Decision decision) {
        var more = new ArrayList<>(decisions);
        more.add(decision);
        return new Assignment(List.copyOf(more));
    }

    /** The same without one decision. */
    public Assignment without(Decision decision) {
        var fewer = new ArrayList<>(decisions);
        fewer.removeIf(decision::isAbout);
        return new Assignment(List.copyOf(fewer));
    }

    /** Whether no condition is taken to hold by one and not to hold by the other. */
    public boolean agreesWith(Assignment other) {
        for (var decision : decisions) {
            for (var each : other.decisions) {
                if (decision.isAbout(each) && decision.holds() != each.holds()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Nullable
    Decision about(Stack home, String condition) {
        for (var decision : decisions) {
            if (decision.home() == home && decision.condition().equals(condition)) {
                return decision;
            }
        }
        return null;
    }

    /** The decisions about the conditions of one stack. */
    List<Decision> in(Stack home) {
        var ours = new ArrayList<Decision>(decisions.size());
        for (var decision : decisions) {
            if (decision.home() == home) {
                ours.add(decision);
            }
        }
        return ours;
    }

    @Override
    public String toString() {
        return decisions.toString();
    }
}
