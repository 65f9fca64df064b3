package dev.stowage.schema.semantics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.BitSet;

/** The days that the two day fields of a cron expression stand for. One of the two is a question mark. */
final class CronDays {

    private enum Form {
        /** Numbers of days. */
        NUMBERS,
        /** The last day of the month. */
        LAST,
        /** The working day that is nearest to a day of the month; to the last one for 0. */
        WORKING,
        /** The last such day of the week in the month. */
        LAST_OF_WEEK,
        /** The so-manieth such day of the week in the month. */
        NTH_OF_WEEK
    }

    private final Form form;
    private final boolean isOfWeek;
    private final BitSet numbers;
    private final int day;
    private final int nth;

    private CronDays(Form form, boolean isOfWeek, BitSet numbers, int day, int nth) {
        this.form = form;
        this.isOfWeek = isOfWeek;
        this.numbers = numbers;
        this.day = day;
        this.nth = nth;
    }

    static CronDays parse(String ofMonth, String ofWeek, CronParser parser) {
        if (ofMonth.equals("?") == ofWeek.equals("?")) {
            parser.refuse("exactly one of its two days, of the month `" + ofMonth + "` and of the week `" + ofWeek
                    + "`, has to be `?`");
        }
        return ofMonth.equals("?") ? ofWeek(ofWeek, parser) : ofMonth(ofMonth, parser);
    }

    private static CronDays ofMonth(String field, CronParser parser) {
        if (field.equals("L")) {
            return new CronDays(Form.LAST, false, new BitSet(), 0, 0);
        }
        if (field.equals("LW")) {
            return new CronDays(Form.WORKING, false, new BitSet(), 0, 0);
        }
        if (field.endsWith("W")) {
            var day = parser.number(field.substring(0, field.length() - 1), CronUnit.DAY_OF_MONTH);
            return new CronDays(Form.WORKING, false, new BitSet(), day, 0);
        }
        return new CronDays(Form.NUMBERS, false, parser.numbers(field, CronUnit.DAY_OF_MONTH), 0, 0);
    }

    private static CronDays ofWeek(String field, CronParser parser) {
        var hash = field.indexOf('#');
        if (hash >= 0) {
            var day = parser.number(field.substring(0, hash), CronUnit.DAY_OF_WEEK);
            var nth = field.substring(hash + 1);
            if (nth.length() != 1 || nth.charAt(0) < '1' || nth.charAt(0) > '5') {
                parser.refuse("its day of the week `" + field + "` has no number from 1 to 5 behind the `#`");
                return new CronDays(Form.NTH_OF_WEEK, true, new BitSet(), day, 1);
            }
            return new CronDays(Form.NTH_OF_WEEK, true, new BitSet(), day, nth.charAt(0) - '0');
        }
        if (field.equals("L")) {
            return new CronDays(Form.NUMBERS, true, parser.numbers("SAT", CronUnit.DAY_OF_WEEK), 0, 0);
        }
        if (field.length() > 1 && field.endsWith("L")) {
            var day = parser.number(field.substring(0, field.length() - 1), CronUnit.DAY_OF_WEEK);
            return new CronDays(Form.LAST_OF_WEEK, true, new BitSet(), day, 0);
        }
        return new CronDays(Form.NUMBERS, true, parser.numbers(field, CronUnit.DAY_OF_WEEK), 0, 0);
    }

    boolean has(LocalDate date) {
        return switch (form) {
            case NUMBERS -> numbers.get(isOfWeek ? number(date.getDayOfWeek()) : date.getDayOfMonth());
            case LAST -> date.getDayOfMonth() == date.lengthOfMonth();
            case WORKING -> date.equals(working(date));
            case LAST_OF_WEEK -> date.equals(date.with(TemporalAdjusters.lastInMonth(weekday())));
            case NTH_OF_WEEK -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday())));
        };
    }

    /** The working day of the month of a date that is nearest to the wanted day, and in the same month. */
    private LocalDate working(LocalDate date) {
        var wanted = day == 0 ? date.lengthOfMonth() : Math.min(day, date.lengthOfMonth());
        var target = date.withDayOfMonth(wanted);
        return switch (target.getDayOfWeek()) {
            case SATURDAY -> wanted == 1 ? target.plusDays(2) : target.minusDays(1);
            case SUNDAY -> wanted == date.lengthOfMonth() ? target.minusDays(2) : target.plusDays(1);
            default -> target;
        };
    }

    private DayOfWeek weekday() {
        return DayOfWeek.of(day == 1 ? 7 : day - 1);
    }

    private static int number(DayOfWeek weekday) {
        return weekday.getValue() % 7 + 1;
    }
}
