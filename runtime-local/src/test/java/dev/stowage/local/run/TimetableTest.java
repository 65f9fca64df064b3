package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.stack.JobSetup.Trigger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimetableTest {

    private static final Instant DEPLOYED = Instant.parse("2026-11-20T12:00:30Z");
    private static final Instant NOW = Instant.parse("2026-11-20T12:07:00Z");

    @ParameterizedTest
    @CsvSource({
        "cron(0 3 * * ? *), UTC, 2026-11-21T03:00:00Z",
        "cron(0 3 * * ? *), Europe/Berlin, 2026-11-21T02:00:00Z",
        "rate(5 minutes), UTC, 2026-11-20T12:10:30Z",
        "rate(1 hour), UTC, 2026-11-20T13:00:30Z",
        "at(2026-11-20T13:15:00), Europe/Berlin, 2026-11-20T12:15:00Z"
    })
    void tellsTheNextRun(String expression, String zone, Instant next) {
        assertThat(Timetable.next(new Trigger(expression, zone, true), DEPLOYED, NOW))
                .contains(next);
    }

    @Test
    void tellsNoneOfWhatIsOverSwitchedOffOrUnreadable() {
        assertThat(Timetable.next(new Trigger("at(2026-11-20T12:00:00)", "UTC", true), DEPLOYED, NOW))
                .isEmpty();
        assertThat(Timetable.next(new Trigger("rate(5 minutes)", "UTC", false), DEPLOYED, NOW))
                .isEmpty();
        assertThat(Timetable.next(new Trigger("rate(some)", "Nowhere", true), DEPLOYED, NOW))
                .isEmpty();
    }
}
