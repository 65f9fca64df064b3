package dev.stowage.dsl.schedule;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.immutables.value.Value;

/** When something happens, again and again. */
@ValueStyle
@Value.Immutable
public sealed interface Schedule extends Trigger permits ImmutableSchedule {

    /**
     * By a cron expression of EventBridge: minute, hour, day of the month, month, day of the week, year, and {@code ?} for one
     * of the two days, such as {@code 0 3 * * ? *} for every day at three.
     */
    static Schedule cron(String expression) {
        return ImmutableSchedule.of(Lines.here("cron")).withCron(expression);
    }

    /** Each time this much has passed, in whole minutes. */
    static Schedule every(Duration period) {
        return ImmutableSchedule.of(Lines.here("every")).withPeriod(period);
    }

    /**
     * By the clocks of this zone; left out, by UTC. A time that the clocks leap over in spring is left out; one that they pass
     * twice in autumn counts once.
     */
    default Schedule in(ZoneId zone) {
        return ImmutableSchedule.copyOf(this).withZone(zone.getId()).withLines(lines().and("in"));
    }

    @Override
    @Value.Auxiliary
    Lines lines();

    /** The cron expression. */
    Optional<String> cron();

    /** What passes between two times. */
    Optional<Duration> period();

    /** The name of the zone by whose clocks it goes. */
    Optional<String> zone();
}
