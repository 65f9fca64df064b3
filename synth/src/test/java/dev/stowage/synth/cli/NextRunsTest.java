package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** When schedules run next, for those who ask. */
class NextRunsTest {

    @Test
    void tellsTheNextRunsOfEachSchedule() {
        var text = runs("""
                "A": {"Type": "AWS::Scheduler::Schedule", "Properties": {
                    "ScheduleExpression": "cron(0 3 ? * MON *)", "ScheduleExpressionTimezone": "Europe/Berlin"}},
                "B": {"Type": "AWS::Scheduler::Schedule", "Properties": {"ScheduleExpression": "rate(5 minutes)"}},
                "C": {"Type": "AWS::Scheduler::Schedule", "Properties": {"ScheduleExpression": {"Ref": "When"}}},
                "D": {"Type": "AWS::Scheduler::Schedule", "Properties": {
                    "ScheduleExpression": "cron(0 3 1 1 ? 2020)"}},
                "E": {"Type": "AWS::Events::Rule", "Properties": {"ScheduleExpression": "cron(0 3 1 * ? *)"}},
                "F": {"Type": "AWS::Events::Rule", "Properties": {"EventPattern": {"source": ["shop"]}}}
                """);

        assertThat(text).isEqualTo("""
                A: next runs 2026-03-23 03:00, 2026-03-30 03:00, 2026-04-06 03:00, 2026-04-13 03:00, \
                2026-04-20 03:00 (Europe/Berlin)
                B: every 5 minutes from its deployment on
                C: runs are known only at deployment
                D: never runs again
                E: next runs 2026-04-01 03:00, 2026-05-01 03:00, 2026-06-01 03:00, 2026-07-01 03:00, \
                2026-08-01 03:00 (UTC)
                """);
    }

    private static String runs(String resources) {
        var json = "{\"Parameters\": {\"When\": {\"Type\": \"String\"}}, \"Resources\": {" + resources + "}}";
        var model = ModelReader.template("a.json", json.getBytes(StandardCharsets.UTF_8));
        return NextRuns.of(model, ZonedDateTime.parse("2026-03-20T12:00:00Z"));
    }
}
