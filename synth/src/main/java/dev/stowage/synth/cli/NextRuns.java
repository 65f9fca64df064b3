package dev.stowage.synth.cli;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.semantics.Cron;
import dev.stowage.schema.semantics.CronRuns;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When the schedules of a model run next. It depends on the clock, and so is told only to those who ask. */
final class NextRuns {

    private static final int HOW_MANY = 5;

    private NextRuns() {}

    /** A line for each schedule and each rule with one: its next runs after a moment, by the clocks of its own zone. */
    static String of(Model model, ZonedDateTime now) {
        var text = new StringBuilder();
        for (var template : model.templates()) {
            for (var resource : template.resources()) {
                var isRule = resource.type().equals(EventsRule.TYPE);
                if (resource.type().equals(SchedulerSchedule.TYPE)
                        || isRule && resource.properties().has("ScheduleExpression")) {
                    text.append(resource.logicalId())
                            .append(": ")
                            .append(runs(
                                    value(resource.properties()
                                            .get("ScheduleExpression")
                                            .orElse(null)),
                                    value(resource.properties()
                                            .get("ScheduleExpressionTimezone")
                                            .orElse(null)),
                                    now))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String value(@Nullable Node node) {
        return node instanceof TextNode text ? text.value() : "";
    }

    private static String runs(String expression, String zone, ZonedDateTime now) {
        if (expression.startsWith("rate(") && expression.endsWith(")")) {
            return "every " + expression.substring(5, expression.length() - 1) + " from its deployment on";
        }
        var cron = expression.startsWith("cron(") && expression.endsWith(")")
                ? Cron.parse(expression.substring(5, expression.length() - 1))
                : Optional.<Cron>empty();
        if (cron.isEmpty()) {
            return "runs are known only at deployment";
        }
        var clock = zone.isEmpty() ? "UTC" : zone;
        var text = new StringBuilder("next runs ");
        var first = text.length();
        for (var run : CronRuns.next(cron.get(), ZoneId.of(clock), now, HOW_MANY)) {
            text.append(text.length() == first ? "" : ", ")
                    .append(run.toLocalDate())
                    .append(' ')
                    .append(run.toLocalTime());
        }
        return text.length() == first
                ? "never runs again"
                : text.append(" (").append(clock).append(')').toString();
    }
}
