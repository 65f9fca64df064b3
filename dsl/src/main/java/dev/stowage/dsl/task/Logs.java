package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.expression.Whole;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a container's output goes: to the log group of its task, in CloudWatch. All containers of a task share the group. */
@ValueStyle
@Value.Immutable
public sealed interface Logs permits ImmutableLogs {

    /** To the task's log group, kept this long. */
    static Logs cloudWatch(Retention kept) {
        var logs = ImmutableLogs.of(Lines.here("cloudWatch"));
        return kept.days().isPresent() ? logs.withDays(Whole.whole(kept.days().getAsInt())) : logs;
    }

    /** To the task's log group, kept for so many days: one of the periods that {@link Retention} lists. */
    static Logs cloudWatch(Whole days) {
        return ImmutableLogs.of(Lines.here("cloudWatch")).withDays(days);
    }

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** For how many days; none for ever. */
    Optional<Whole> days();
}
