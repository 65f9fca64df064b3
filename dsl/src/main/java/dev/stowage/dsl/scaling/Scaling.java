package dev.stowage.dsl.scaling;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.schedule.Schedule;
import dev.stowage.schema.expression.Whole;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A count that follows the load: between two bounds, and by one or more measures of which the greediest counts. */
@ValueStyle
@Value.Immutable
public sealed interface Scaling permits ImmutableScaling {

    /** Begins with the fewest copies. */
    static From from(int fewest) {
        return from(Whole.whole(fewest));
    }

    /** Begins with the fewest copies. */
    static From from(Whole fewest) {
        return new From(fewest, Lines.here("from"));
    }

    /** A lower bound that still wants its upper one. */
    final class From {

        private final Whole fewest;
        private final Lines lines;

        private From(Whole fewest, Lines lines) {
            this.fewest = fewest;
            this.lines = lines;
        }

        /** Up to so many copies. */
        public Scaling to(int most) {
            return to(Whole.whole(most));
        }

        /** Up to so many copies. */
        public Scaling to(Whole most) {
            return ImmutableScaling.of(fewest, most, lines.and("to"));
        }
    }

    /** Keeps the average CPU at so many percent of what the tasks have. */
    default Scaling onCpu(int percent) {
        return ImmutableScaling.copyOf(this).withCpu(percent).withLines(lines().and("onCpu"));
    }

    /** Keeps the average memory at so many percent of what the tasks have. */
    default Scaling onMemory(int percent) {
        return ImmutableScaling.copyOf(this).withMemory(percent).withLines(lines().and("onMemory"));
    }

    /** Keeps requests at so many a minute for each copy; the service must be behind a route. */
    default Scaling onRequests(int perCopy) {
        return ImmutableScaling.copyOf(this).withRequests(perCopy).withLines(lines().and("onRequests"));
    }

    /**
     * Keeps the messages that wait in a queue at so many for each copy. Count what one copy works off in the time that a
     * message may wait. The cluster must count its tasks, with Container Insights. From no copies, the first one starts as
     * soon as a message waits.
     */
    default Scaling onBacklog(MessageQueue queue, int perCopy) {
        return ImmutableScaling.copyOf(this)
                .withBacklog(new Backlog(queue, perCopy))
                .withLines(lines().and("onBacklog"));
    }

    /**
     * Keeps the messages that wait in a queue at so many for each copy that none waits longer than it may: {@code
     * onLatency(orders, ofMinutes(5), ofMillis(250))} lets 1,200 wait for each copy, of which one takes a quarter of a second.
     * In place of {@link #onBacklog}, with all that is said there.
     *
     * @param acceptable how long a message may wait
     * @param perMessage how long a copy works on one message
     */
    default Scaling onLatency(MessageQueue queue, Duration acceptable, Duration perMessage) {
        return ImmutableScaling.copyOf(this)
                .withBacklog(Backlog.within(queue, acceptable, perMessage))
                .withLines(lines().and("onBacklog"));
    }

    /**
     * Keeps a metric at this value, beside those that were said before: one that falls in proportion when copies are added,
     * such as sessions for each copy. A percentile cannot be followed.
     */
    default Scaling onMetric(Metric metric, double aim) {
        var more = new ArrayList<>(tracked());
        more.add(new Tracked(metric, aim));
        return ImmutableScaling.copyOf(this).withTracked(more).withLines(lines().and("onMetric " + metric.name()));
    }

    /** Comes and goes in these steps, beside those that were said before. */
    default Scaling steps(Steps steps) {
        var more = new ArrayList<>(stepwise());
        more.add(steps);
        return ImmutableScaling.copyOf(this).withStepwise(more).withLines(lines().and("steps"));
    }

    /** Moves between other bounds from this time on, until another schedule says otherwise. */
    default Scaling at(Schedule when, int fewest, int most) {
        var more = new ArrayList<>(windows());
        more.add(new Window(when, fewest, most));
        return ImmutableScaling.copyOf(this).withWindows(more).withLines(lines().and("at"));
    }

    /** Waits this long between two steps; left out, 300 s (the default of Application Auto Scaling). */
    default Scaling cooldown(Duration time) {
        return ImmutableScaling.copyOf(this).withCooldown(time).withLines(lines().and("cooldown"));
    }

    /** The fewest copies. */
    Whole fewest();

    /** The most copies. */
    Whole most();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** The percentage of CPU that is aimed at. */
    OptionalInt cpu();

    /** The percentage of memory that is aimed at. */
    OptionalInt memory();

    /** The requests a minute for each copy that are aimed at. */
    OptionalInt requests();

    /** The messages for each copy that are aimed at. */
    Optional<Backlog> backlog();

    /** The metrics that are kept at a value. */
    List<Tracked> tracked();

    /** The steps in which it comes and goes. */
    List<Steps> stepwise();

    /** Other bounds, by the clock. */
    List<Window> windows();

    /** How long it waits between two steps. */
    Optional<Duration> cooldown();
}
