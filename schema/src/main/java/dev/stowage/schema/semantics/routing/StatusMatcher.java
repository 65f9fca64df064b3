package dev.stowage.schema.semantics.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which codes of an answer count as well: single ones and ranges, such as {@code 200-299,301}. */
public final class StatusMatcher {

    private final List<int[]> ranges;

    private StatusMatcher(List<int[]> ranges) {
        this.ranges = ranges;
    }

    /** What is written so; none where it is not written as codes are. */
    public static Optional<StatusMatcher> parse(String text) {
        var ranges = new ArrayList<int[]>();
        for (var part : text.split(",", -1)) {
            var dash = part.indexOf('-');
            var first = number(dash < 0 ? part : part.substring(0, dash));
            var last = dash < 0 ? first : number(part.substring(dash + 1));
            if (first < 0 || last < first) {
                return Optional.empty();
            }
            ranges.add(new int[] {first, last});
        }
        return Optional.of(new StatusMatcher(ranges));
    }

    /** Whether a code is one of these. */
    public boolean accepts(int code) {
        for (var range : ranges) {
            if (code >= range[0] && code <= range[1]) {
                return true;
            }
        }
        return false;
    }

    private static int number(String text) {
        var trimmed = text.trim();
        if (trimmed.isEmpty() || trimmed.length() > 3) {
            return -1;
        }
        var number = 0;
        for (var at = 0; at < trimmed.length(); at++) {
            var digit = trimmed.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
