package dev.stowage.schema.semantics;

import java.util.OptionalInt;

/**
 * The two ways in which a task definition writes its size: plain, as CPU units or MiB ({@code 512}), or with a unit ({@code
 * .5 vCPU}, {@code 1 GB}, in any case, with or without the blank). The reference of {@code AWS::ECS::TaskDefinition} lists
 * both; 1 vCPU is 1,024 units and 1 GB is 1,024 MiB.
 */
public final class SizeText {

    private SizeText() {}

    /** MiB of memory; empty for a text that says no whole number of them. */
    public static OptionalInt memory(String text) {
        return parsed(text, "gb");
    }

    /** CPU units; empty for a text that says no whole number of them. */
    public static OptionalInt cpu(String text) {
        return parsed(text, "vcpu");
    }

    private static OptionalInt parsed(String text, String unit) {
        var words = text.trim();
        var start = words.length() - unit.length();
        if (start > 0 && words.regionMatches(true, start, unit, 0, unit.length())) {
            return thousandths(words.substring(0, start).trim());
        }
        return isNumber(words) && words.indexOf('.') < 0
                ? OptionalInt.of(Integer.parseInt(words))
                : OptionalInt.empty();
    }

    /** 1,024 times a decimal number, where that is whole; no floating point, so that {@code .3} stays what it is. */
    private static OptionalInt thousandths(String number) {
        if (!isNumber(number)) {
            return OptionalInt.empty();
        }
        var dot = number.indexOf('.');
        var digits = dot < 0 ? number : number.substring(0, dot) + number.substring(dot + 1);
        long scale = 1;
        for (var i = dot < 0 ? number.length() : dot + 1; i < number.length(); i++) {
            scale *= 10;
        }
        var units = Long.parseLong(digits) * 1024;
        return units % scale == 0 && units / scale <= Integer.MAX_VALUE
                ? OptionalInt.of((int) (units / scale))
                : OptionalInt.empty();
    }

    /** At most nine digits with at most one dot among them. */
    private static boolean isNumber(String text) {
        var digits = 0;
        var dots = 0;
        for (var i = 0; i < text.length(); i++) {
            var sign = text.charAt(i);
            if (sign == '.') {
                dots++;
            } else if (sign >= '0' && sign <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return digits > 0 && digits < 10 && dots < 2;
    }
}
