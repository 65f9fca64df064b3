package dev.stowage.dsl.scaling;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Copies that come and go in steps, as a measure passes thresholds: the further it is beyond the first, the more of them. For
 * what a plain aim, such as {@link Scaling#onCpu}, answers too slowly.
 */
@ValueStyle
@Value.Immutable
public sealed interface Steps permits ImmutableSteps {

    /** By the average CPU of the tasks, in percent of what they have. */
    static Steps cpu() {
        return ImmutableSteps.of(Measure.CPU, Lines.here("cpu"));
    }

    /** By the average memory of the tasks, in percent of what they have. */
    static Steps memory() {
        return ImmutableSteps.of(Measure.MEMORY, Lines.here("memory"));
    }

    /** By the messages that wait in a queue. */
    static Steps waiting(MessageQueue queue) {
        return ImmutableSteps.of(Measure.WAITING, Lines.here("waiting")).withQueue(queue);
    }

    /** Adds so many copies while the measure is at this threshold or above, up to the next one that is said. */
    default Steps above(int threshold, int copies) {
        return ImmutableSteps.copyOf(this)
                .withUps(plus(ups(), new Step(threshold, copies)))
                .withLines(lines().and("above"));
    }

    /** Takes so many copies away while the measure is at this threshold or below, down to the next one that is said. */
    default Steps below(int threshold, int copies) {
        return ImmutableSteps.copyOf(this)
                .withDowns(plus(downs(), new Step(threshold, copies)))
                .withLines(lines().and("below"));
    }

    private static List<Step> plus(List<Step> steps, Step next) {
        var more = new ArrayList<Step>(steps.size() + 1);
        more.addAll(steps);
        more.add(next);
        return more;
    }

    /** What is measured. */
    Measure measure();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** Whose messages are counted. */
    Optional<MessageQueue> queue();

    /** The steps upwards. */
    List<Step> ups();

    /** The steps downwards. */
    List<Step> downs();

    /**
     * From where on how many copies come or go.
     *
     * @param threshold from where on
     * @param copies how many
     */
    record Step(int threshold, int copies) {}

    /** What steps are taken by. */
    enum Measure {
        /** The average CPU of the tasks. */
        CPU,
        /** The average memory of the tasks. */
        MEMORY,
        /** The messages that wait in a queue. */
        WAITING
    }
}
