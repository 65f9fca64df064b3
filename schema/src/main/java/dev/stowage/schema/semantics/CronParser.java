package dev.stowage.schema.semantics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a cron expression field by field and remembers the first thing that is wrong. */
final class CronParser {

    private @Nullable String fault;

    @Nullable
    String fault() {
        return fault;
    }

    /** The six fields of an expression; fewer where there are fewer. */
    static List<String> fields(String expression) {
        var fields = new ArrayList<String>();
        var start = -1;
        for (var i = 0; i <= expression.length(); i++) {
            var isBlank = i == expression.length() || expression.charAt(i) == ' ';
            if (isBlank && start >= 0) {
                fields.add(expression.substring(start, i));
                start = -1;
            } else if (!isBlank && start < 0) {
                start = i;
            }
        }
        return fields;
    }

    /** The numbers that a field of numbers, ranges, steps and lists stands for. */
    BitSet numbers(String field, CronUnit unit) {
        var numbers = new BitSet();
        for (var item : items(field)) {
            add(item, unit, numbers);
        }
        return numbers;
    }

    static List<String> items(String field) {
        var items = new ArrayList<String>();
        var start = 0;
        for (var comma = field.indexOf(','); comma >= 0; comma = field.indexOf(',', start)) {
            items.add(field.substring(start, comma));
            start = comma + 1;
        }
        items.add(field.substring(start));
        return items;
    }

    private void add(String item, CronUnit unit, BitSet numbers) {
        var slash = item.indexOf('/');
        var range = slash < 0 ? item : item.substring(0, slash);
        var step = slash < 0 ? 1 : step(item.substring(slash + 1), item, unit);
        var dash = range.indexOf('-');
        var first = range.equals("*") ? unit.least : number(dash < 0 ? range : range.substring(0, dash), unit);
        var last = range.equals("*") || dash < 0 && slash >= 0
                ? unit.most
                : dash < 0 ? first : number(range.substring(dash + 1), unit);
        if (fault != null) {
            return;
        }
        if (first > last) {
            refuse("its " + unit.noun + " `" + item + "` goes backwards");
            return;
        }
        for (var number = first; number <= last; number += step) {
            numbers.set(number);
        }
    }

    private int step(String text, String item, CronUnit unit) {
        var step = 0;
        for (var i = 0; i < text.length() && text.length() <= 3; i++) {
            var digit = text.charAt(i) - '0';
            step = digit < 0 || digit > 9 || step < 0 ? -1 : step * 10 + digit;
        }
        if (step < 1) {
            refuse("its " + unit.noun + " `" + item + "` has no whole number above 0 behind the slash");
            return 1;
        }
        return step;
    }

    int number(String word, CronUnit unit) {
        var number = unit.number(word);
        if (number < 0) {
            refuse("its " + unit.noun + " `" + word + "` is no " + unit.wanted());
        }
        return number;
    }

    void refuse(String text) {
        fault = fault == null ? text : fault;
    }
}
