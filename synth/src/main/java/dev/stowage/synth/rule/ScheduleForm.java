package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.semantics.ScheduleText;
import java.time.ZoneId;
import java.util.List;

/** Rules about times by the clock, wherever a template writes them: {@code schedule.expression}, {@code schedule.zone}. */
final class ScheduleForm implements Family {

    static final Rule EXPRESSION = Rule.of("schedule.expression", Severity.ERROR);
    static final Rule ZONE = Rule.of("schedule.zone", Severity.ERROR);

    private final String type;

    private ScheduleForm(String type) {
        this.type = type;
    }

    static ScheduleForm ofSchedules() {
        return new ScheduleForm(SchedulerSchedule.TYPE);
    }

    static ScheduleForm ofRules() {
        return new ScheduleForm(EventsRule.TYPE);
    }

    static ScheduleForm ofScaling() {
        return new ScheduleForm(AppScalingScalableTarget.TYPE);
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return List.of(EXPRESSION, ZONE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        if (type.equals(SchedulerSchedule.TYPE)) {
            var schedule = subject.view(SchedulerSchedule.EMPTY);
            judge(rule, subject, schedule.scheduleExpression(), true, "ScheduleExpression", findings);
            zone(rule, subject, schedule.scheduleExpressionTimezone(), "ScheduleExpressionTimezone", findings);
        } else if (type.equals(EventsRule.TYPE)) {
            var expression = subject.view(EventsRule.EMPTY).scheduleExpression();
            judge(rule, subject, expression, false, "ScheduleExpression", findings);
        } else {
            var position = 0;
            for (var action : subject.view(AppScalingScalableTarget.EMPTY).scheduledActions()) {
                var property = "ScheduledActions/" + position++ + "/";
                judge(rule, subject, action.schedule(), true, property + "Schedule", findings);
                zone(rule, subject, action.timezone(), property + "Timezone", findings);
            }
        }
    }

    private static void judge(
            Rule rule, Found subject, Reading<String> when, boolean mayBeOnce, String property, Findings findings) {
        var fault = rule == EXPRESSION && when.isKnown() ? ScheduleText.fault(when.or(""), mayBeOnce) : "";
        if (!fault.isEmpty()) {
            var message =
                    "`" + subject.name() + "` happens by `" + when.or("") + "`, and that is no time: " + fault + ".";
            findings.add(
                    findings.fault(property, when, message)
                            .fix("Write it like `cron(0 3 * * ? *)` or `rate(5 minutes)`"
                                    + (mayBeOnce ? " or `at(2026-12-24T18:00:00)`." : ".")),
                    when);
        }
    }

    private static void zone(Rule rule, Found subject, Reading<String> zone, String property, Findings findings) {
        if (rule == ZONE && zone.isKnown() && !ZoneId.getAvailableZoneIds().contains(zone.or(""))) {
            var message = "`" + subject.name() + "` goes by the clocks of `" + zone.or("")
                    + "`, and the IANA database knows no such zone.";
            findings.add(
                    findings.fault(property, zone, message)
                            .fix("Write it like `Europe/Berlin` or `UTC`.")
                            .as(Severity.ERROR),
                    zone);
        }
    }
}
