package dev.stowage.schema.semantics;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * When a cron expression runs by the clocks of a time zone. As EventBridge Scheduler has it: a time that a clock leaps over in
 * spring is left out, and a time that it passes twice in autumn counts once, at the first pass.
 */
public final class CronRuns {

    private CronRuns() {}

    /** The next so many runs after a moment. */
    public static List<ZonedDateTime> next(Cron cron, ZoneId zone, ZonedDateTime moment, int count) {
        var runs = new ArrayList<ZonedDateTime>(count);
        var now = moment.withZoneSameInstant(zone);
        var wall = cron.after(now.toLocalDateTime().minusDays(1));
        while (wall.isPresent() && runs.size() < count) {
            var offsets = zone.getRules().getValidOffsets(wall.get());
            if (!offsets.isEmpty()) {
                var run = ZonedDateTime.ofLocal(wall.get(), zone, offsets.get(0));
                if (run.isAfter(now)) {
                    runs.add(run);
                }
            }
            wall = cron.after(wall.get());
        }
        return runs;
    }
}
