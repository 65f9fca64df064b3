package dev.stowage.schema.semantics;

import java.util.List;
import java.util.Locale;

/** One of the six fields of a cron expression of EventBridge: what it counts and between which bounds. */
enum CronUnit {
    MINUTE("minute", 0, 59, List.of()),
    HOUR("hour", 0, 23, List.of()),
    DAY_OF_MONTH("day of the month", 1, 31, List.of()),
    MONTH("month", 1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    DAY_OF_WEEK("day of the week", 1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
    YEAR("year", 1970, 2199, List.of());

    final String noun;
    final int least;
    final int most;
    private final List<String> names;

    CronUnit(String noun, int least, int most, List<String> names) {
        this.noun = noun;
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** The number that a word stands for; -1 for none that is within the bounds. */
    int number(String word) {
        var name = names.indexOf(word.toUpperCase(Locale.ROOT));
        if (name >= 0) {
            return name + least;
        }
        if (word.isEmpty() || word.length() > 4) {
            return -1;
        }
        var number = 0;
        for (var i = 0; i < word.length(); i++) {
            var digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number >= least && number <= most ? number : -1;
    }

    /** What it takes, such as {@code a minute from 0 to 59}. */
    String wanted() {
        return noun + " from " + least + " to " + most
                + (names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(names.size() - 1));
    }
}
