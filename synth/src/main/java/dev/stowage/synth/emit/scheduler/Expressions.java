package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.schedule.Schedule;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.semantics.Cron;
import dev.stowage.synth.emit.Emission;
import java.time.Duration;

/** Schedules as AWS writes them: {@code cron(0 3 * * ? *)} and {@code rate(5 minutes)}. */
public final class Expressions {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    private Expressions() {}

    /** Where the time of a schedule was said, about a thing of this kind and name. */
    public static Said at(Schedule schedule, String kind, String name) {
        var word = schedule.cron().isPresent() ? "cron" : "every";
        return Said.of(kind, name, word, schedule.lines().at(word));
    }

    /** The expression of a schedule; what is wrong with it is found. */
    public static String of(Schedule schedule, String name, Origin at, Emission out) {
        if (schedule.cron().isPresent()) {
            var cron = schedule.cron().get();
            check(cron, name, at, out);
            return "cron(" + cron + ")";
        }
        return rate(schedule.period().orElse(Duration.ZERO), name, at, out);
    }

    private static void check(String cron, String name, Origin at, Emission out) {
        var fault = Cron.fault(cron);
        if (fault.isPresent()) {
            out.find(
                    "schedule.cron",
                    at,
                    "`" + name + "` starts by `" + cron + "`, and that is no cron expression: " + fault.get() + ".",
                    "Write one such as cron(\"0 3 * * ? *\") for every day at three.");
        }
    }

    private static String rate(Duration period, String name, Origin at, Emission out) {
        var minutes = period.toMinutes();
        if (minutes < 1 || !period.equals(Duration.ofMinutes(minutes))) {
            out.find(
                    "schedule.period",
                    at,
                    "`" + name + "` starts every " + period.toSeconds()
                            + " s, and a schedule counts in whole minutes, one at least.",
                    "Write every(Duration.ofMinutes(…)).");
        }
        if (minutes >= DAY && minutes % DAY == 0) {
            return rate(minutes / DAY, "day");
        }
        return minutes >= HOUR && minutes % HOUR == 0 ? rate(minutes / HOUR, "hour") : rate(minutes, "minute");
    }

    private static String rate(long number, String unit) {
        return "rate(" + number + " " + unit + (number == 1 ? ")" : "s)");
    }
}
