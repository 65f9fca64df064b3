package dev.stowage.local.task;

import dev.stowage.schema.semantics.DependencyCondition;
import java.time.Instant;
import java.util.Optional;

/** Whether a container that another one waits for has come far enough, and whether it still can. */
final class Waiting {

    private Waiting() {}

    /** Whether the other has come so far. */
    static boolean isMet(Container other, DependencyCondition condition) {
        return switch (condition) {
            case CREATE -> other.status().reached(ContainerStatus.CREATED) && other.run() > 0;
            case START -> other.isStopped() ? other.hasRun() : other.isSettled();
            case HEALTHY -> other.health() == Health.HEALTHY;
            case COMPLETE -> hasEnded(other);
            case SUCCESS -> hasEnded(other) && other.exitCode().getAsInt() == 0;
        };
    }

    /** Whether the other will never come so far, or takes longer than it may. */
    static boolean isHopeless(Container other, DependencyCondition condition, Instant now) {
        var late = deadline(other, condition).filter(end -> !now.isBefore(end)).isPresent();
        return !isMet(other, condition)
                && (late || other.isStopped() || condition == DependencyCondition.HEALTHY && isUnhealthy(other));
    }

    /** Until when the other may take; its start timeout counts from its own start, and not for its start. */
    static Optional<Instant> deadline(Container other, DependencyCondition condition) {
        if (condition.compareTo(DependencyCondition.HEALTHY) < 0 || isMet(other, condition)) {
            return Optional.empty();
        }
        var timeout = other.definition().startTimeout();
        return other.startedAt().flatMap(start -> timeout.map(start::plus));
    }

    private static boolean isUnhealthy(Container other) {
        return other.health() == Health.UNHEALTHY;
    }

    private static boolean hasEnded(Container other) {
        return other.isStopped() && other.exitCode().isPresent();
    }
}
