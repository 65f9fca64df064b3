package dev.stowage.schema.semantics;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cron expression of EventBridge: minute, hour, day of the month, month, day of the week and year, with a question mark for
 * one of the two days. Days of the week count from Sunday, 1. It says when by the clock on the wall; what that is in a time
 * zone is another matter.
 */
public final class Cron {

    private static final int FIELDS = 6;

    private final BitSet minutes;
    private final BitSet hours;
    private final CronDays days;
    private final BitSet months;
    private final BitSet years;

    private Cron(BitSet minutes, BitSet hours, CronDays days, BitSet months, BitSet years) {
        this.minutes = minutes;
        this.hours = hours;
        this.days = days;
        this.months = months;
        this.years = years;
    }

    /** The expression, such as {@code 0 3 * * ? *}; empty where it is none. */
    public static Optional<Cron> parse(String expression) {
        var parser = new CronParser();
        return Optional.ofNullable(parse(expression, parser));
    }

    /** What is wrong with an expression, as a clause about it; empty where nothing is. */
    public static Optional<String> fault(String expression) {
        var parser = new CronParser();
        var unused = parse(expression, parser);
        return Optional.ofNullable(parser.fault());
    }

    private static @Nullable Cron parse(String expression, CronParser parser) {
        var fields = CronParser.fields(expression);
        if (fields.size() != FIELDS) {
            parser.refuse("it has " + fields.size() + (fields.size() == 1 ? " field" : " fields")
                    + " and not six: minute, hour, day of the month, month, day of the week, year");
            return null;
        }
        var cron = new Cron(
                parser.numbers(fields.get(0), CronUnit.MINUTE),
                parser.numbers(fields.get(1), CronUnit.HOUR),
                CronDays.parse(fields.get(2), fields.get(4), parser),
                parser.numbers(fields.get(3), CronUnit.MONTH),
                parser.numbers(fields.get(5), CronUnit.YEAR));
        return parser.fault() == null ? cron : null;
    }

    /** The next time after this one, to the minute; empty where there is none before the year 2200. */
    public Optional<LocalDateTime> after(LocalDateTime time) {
        var from = time.withSecond(0).withNano(0).plusMinutes(1);
        return next(from.toLocalDate(), from.toLocalTime());
    }

    private Optional<LocalDateTime> next(LocalDate from, LocalTime earliest) {
        var date = from;
        while (date.getYear() <= CronUnit.YEAR.most) {
            if (!years.get(date.getYear())) {
                date = date.withDayOfYear(1).plusYears(1);
            } else if (!months.get(date.getMonthValue())) {
                date = date.withDayOfMonth(1).plusMonths(1);
            } else if (!days.has(date)) {
                date = date.plusDays(1);
            } else {
                var time = time(date.equals(from) ? earliest : LocalTime.MIN);
                if (time.isPresent()) {
                    return Optional.of(date.atTime(time.get()));
                }
                date = date.plusDays(1);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalTime> time(LocalTime earliest) {
        var hour = hours.nextSetBit(earliest.getHour());
        if (hour == earliest.getHour()) {
            var minute = minutes.nextSetBit(earliest.getMinute());
            if (minute >= 0) {
                return Optional.of(LocalTime.of(hour, minute));
            }
            hour = hours.nextSetBit(hour + 1);
        }
        return hour < 0 ? Optional.empty() : Optional.of(LocalTime.of(hour, minutes.nextSetBit(0)));
    }
}
