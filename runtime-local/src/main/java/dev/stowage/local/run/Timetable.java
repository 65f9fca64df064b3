package dev.stowage.local.run;

import dev.stowage.local.stack.JobSetup;
import dev.stowage.local.stack.JobSetup.Trigger;
import dev.stowage.schema.semantics.Cron;
import dev.stowage.schema.semantics.CronRuns;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Has the jobs of a run start by the clock of this machine, as their schedules say; no time scale makes them more frequent.
 * What was due while the machine slept is not made up for.
 */
final class Timetable implements AutoCloseable {

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private final Supplier<List<JobSetup>> jobs;
    private final Consumer<JobSetup> runner;
    private final Instant since = Instant.now();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Timetable::thread);
    private Instant looked = since;

    Timetable(Supplier<List<JobSetup>> jobs, Consumer<JobSetup> runner) {
        this.jobs = jobs;
        this.runner = runner;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stowage-timetable");
        thread.setDaemon(true);
        return thread;
    }

    void start() {
        var unused = clock.scheduleWithFixedDelay(() -> look(Instant.now()), 1, 1, TimeUnit.SECONDS);
    }

    /** Starts what came due since the last look. */
    private void look(Instant now) {
        var from = looked.plus(LONGEST_DELAY).isBefore(now) ? now : looked;
        looked = now;
        for (var job : jobs.get()) {
            var due = job.trigger().flatMap(trigger -> next(trigger, since, from));
            if (due.isPresent() && !due.get().isAfter(now)) {
                runner.accept(job);
            }
        }
    }

    /**
     * When a trigger starts its job next, behind that moment; empty where it never does again, or is switched off.
     *
     * @param since when it was deployed: rates count from there
     */
    static Optional<Instant> next(Trigger trigger, Instant since, Instant after) {
        var expression = trigger.expression();
        var open = expression.indexOf('(');
        if (!trigger.enabled() || open < 0 || !expression.endsWith(")")) {
            return Optional.empty();
        }
        var inside = expression.substring(open + 1, expression.length() - 1).strip();
        try {
            var zone = ZoneId.of(trigger.zone());
            return switch (expression.substring(0, open)) {
                case "cron" -> Cron.parse(inside).flatMap(cron -> next(cron, zone, after));
                case "rate" -> rate(inside).map(period -> next(period, since, after));
                case "at" ->
                    Optional.of(LocalDateTime.parse(inside).atZone(zone).toInstant())
                            .filter(after::isBefore);
                default -> Optional.empty();
            };
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> next(Cron cron, ZoneId zone, Instant after) {
        return CronRuns.next(cron, zone, after.atZone(zone), 1).stream()
                .findFirst()
                .map(run -> run.toInstant());
    }

    private static Instant next(Duration period, Instant since, Instant after) {
        var passed = Duration.between(since, after).dividedBy(period);
        return since.plus(period.multipliedBy(passed + 1));
    }

    /** {@code 5 minutes}, {@code 1 hour}, {@code 2 days}. */
    private static Optional<Duration> rate(String text) {
        var blank = text.indexOf(' ');
        if (blank < 1 || !text.substring(0, blank).chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var count = Long.parseLong(text.substring(0, blank));
        return switch (text.substring(blank + 1)) {
            case "minute", "minutes" -> Optional.of(Duration.ofMinutes(count));
            case "hour", "hours" -> Optional.of(Duration.ofHours(count));
            case "day", "days" -> Optional.of(Duration.ofDays(count));
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        var never = clock.shutdownNow();
        assert never != null;
    }
}
