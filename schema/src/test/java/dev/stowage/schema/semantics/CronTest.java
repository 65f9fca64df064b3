package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a cron expression of EventBridge runs, and what is none. */
class CronTest {

    private static final LocalDateTime FROM = LocalDateTime.parse("2026-01-30T12:00");

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * ? * | 2026-01-31T03:00 | 2026-02-01T03:00",
                "15 10 * * ? * | 2026-01-31T10:15 | 2026-02-01T10:15",
                "0 18 ? * MON-FRI * | 2026-01-30T18:00 | 2026-02-02T18:00",
                "0 8 1 * ? * | 2026-02-01T08:00 | 2026-03-01T08:00",
                "0/15 * * * ? * | 2026-01-30T12:15 | 2026-01-30T12:30",
                "0/10 * ? * MON-FRI * | 2026-01-30T12:10 | 2026-01-30T12:20",
                "0/5 8-17 ? * mon-fri * | 2026-01-30T12:05 | 2026-01-30T12:10",
                "30 0 31 * ? * | 2026-01-31T00:30 | 2026-03-31T00:30",
                "0 0 L * ? * | 2026-01-31T00:00 | 2026-02-28T00:00",
                "0 0 LW * ? * | 2026-02-27T00:00 | 2026-03-31T00:00",
                "0 0 1W * ? * | 2026-02-02T00:00 | 2026-03-02T00:00",
                "0 0 15W 8 ? * | 2026-08-14T00:00 | 2027-08-16T00:00",
                "0 9 ? * 2#1 * | 2026-02-02T09:00 | 2026-03-02T09:00",
                "0 9 ? * FRI#5 * | 2026-05-29T09:00 | 2026-07-31T09:00",
                "0 9 ? * 6L * | 2026-02-27T09:00 | 2026-03-27T09:00",
                "0 9 ? * L * | 2026-01-31T09:00 | 2026-02-07T09:00",
                "0 0 29 2 ? * | 2028-02-29T00:00 | 2032-02-29T00:00",
                "0 0 1 1,7 ? 2027-2028 | 2027-01-01T00:00 | 2027-07-01T00:00",
                "0 12 30 1 ? 2026 | |",
                "1 12 30 1 ? 2026 | 2026-01-30T12:01 |",
                "59 23 31 12 ? * | 2026-12-31T23:59 | 2027-12-31T23:59",
            })
    void runsAtTheTimesItSays(String expression, LocalDateTime first, LocalDateTime second) {
        var cron = Cron.parse(expression).orElseThrow();

        var next = cron.after(FROM);
        assertThat(next.orElse(null)).isEqualTo(first);
        assertThat(next.flatMap(cron::after).orElse(null)).isEqualTo(second);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "0 3 * * * | it has 5 fields and not six: minute, hour, day of the month, month, day of the week, year",
                "60 3 * * ? * | its minute `60` is no minute from 0 to 59",
                "0 25 * * ? * | its hour `25` is no hour from 0 to 23",
                "0 3 * 13 ? * | its month `13` is no month from 1 to 12 or JAN to DEC",
                "0 3 ? * FUN * | its day of the week `FUN` is no day of the week from 1 to 7 or SUN to SAT",
                "0 3 ? * FRI-MON * | its day of the week `FRI-MON` goes backwards",
                "0 3 ? * 2#6 * | its day of the week `2#6` has no number from 1 to 5 behind the `#`",
                "*/0 3 * * ? * | its minute `*/0` has no whole number above 0 behind the slash",
                "*/x 3 * * ? * | its minute `*/x` has no whole number above 0 behind the slash",
                "0 3 * * ? 2300 | its year `2300` is no year from 1970 to 2199",
                "0 3 * * * * | exactly one of its two days, of the month `*` and of the week `*`, has to be `?`",
                "0 3 ? * ? * | exactly one of its two days, of the month `?` and of the week `?`, has to be `?`",
                "0 3 32W * ? * | its day of the month `32` is no day of the month from 1 to 31",
                "0 3 1,,2 * ? * | its day of the month `` is no day of the month from 1 to 31",
            })
    void saysWhatIsWrong(String expression, String fault) {
        assertThat(Cron.fault(expression)).contains(fault);
        assertThat(Cron.parse(expression)).isEmpty();
    }

    @Test
    void leavesOutATimeThatAClockLeapsOver() {
        assertThat(runs("30 2 * * ? *", "Europe/Berlin", "2026-03-28T00:00Z"))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-30T02:30+02:00", "2026-03-31T02:30+02:00");
    }

    @Test
    void runsOnceAtATimeThatAClockPassesTwice() {
        assertThat(runs("30 2 * * ? *", "Europe/Berlin", "2026-10-24T12:00Z"))
                .containsExactly("2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00", "2026-10-27T02:30+01:00");
        assertThat(runs("30 2 * * ? *", "Europe/Berlin", "2026-10-25T00:45Z")).startsWith("2026-10-26T02:30+01:00");
    }

    @Test
    void followsTheClocksOfItsZone() {
        assertThat(runs("0 3 * * ? *", "America/New_York", "2026-07-01T06:59:30Z"))
                .startsWith("2026-07-01T03:00-04:00", "2026-07-02T03:00-04:00");
        assertThat(runs("0 3 * * ? *", "America/New_York", "2026-07-01T07:00:00Z"))
                .startsWith("2026-07-02T03:00-04:00");
        assertThat(runs("0 0 * * ? *", "UTC", "2026-07-01T06:59:30Z")).startsWith("2026-07-02T00:00Z");
    }

    private static List<String> runs(String expression, String zone, String from) {
        var cron = Cron.parse(expression).orElseThrow();
        var runs = new ArrayList<String>();
        for (var run : CronRuns.next(cron, ZoneId.of(zone), ZonedDateTime.parse(from), 3)) {
            runs.add(run.toOffsetDateTime().toString());
        }
        return runs;
    }
}
