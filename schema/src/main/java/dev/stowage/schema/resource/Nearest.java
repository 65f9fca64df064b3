package dev.stowage.schema.resource;

import java.util.Locale;
import java.util.Optional;

/**
 * The name that was probably meant by one that does not exist: the one that takes the fewest letters to add, drop,
 * change or swap with their neighbour, at most a third of them. Upper and lower case count as one letter; of equals the
 * first wins.
 */
public final class Nearest {

    private Nearest() {}

    /** The nearest of these names, where one is near enough. */
    public static Optional<String> to(String wanted, Iterable<String> names) {
        var lower = wanted.toLowerCase(Locale.ROOT);
        var least = Math.max(1, wanted.length() / 3) + 1;
        Optional<String> nearest = Optional.empty();
        for (var name : names) {
            if (Math.abs(name.length() - lower.length()) < least) {
                var distance = distance(lower, name.toLowerCase(Locale.ROOT));
                if (distance < least) {
                    least = distance;
                    nearest = Optional.of(name);
                }
            }
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        var twoAbove = new int[b.length() + 1];
        var above = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above[j], row[j - 1]) + 1);
                if (isSwapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], twoAbove[j - 2] + 1);
                }
            }
            twoAbove = above;
            above = row;
        }
        return above[b.length()];
    }

    /** Whether the two letters that end here are those of the other word the other way round. */
    private static boolean isSwapped(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
