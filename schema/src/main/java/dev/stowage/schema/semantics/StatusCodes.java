package dev.stowage.schema.semantics;

/**
 * The statuses that a load balancer takes for a good answer: one number, several with commas, or ranges. Elastic Load
 * Balancing API reference, Matcher.
 */
public final class StatusCodes {

    private StatusCodes() {}

    /** Whether a text is such a list, and all of its numbers lie between these two. */
    public static boolean areWithin(String codes, int least, int most) {
        var begin = 0;
        for (var comma = codes.indexOf(','); comma >= 0; comma = codes.indexOf(',', begin)) {
            if (!isItem(codes.substring(begin, comma).trim(), least, most)) {
                return false;
            }
            begin = comma + 1;
        }
        return isItem(codes.substring(begin).trim(), least, most);
    }

    private static boolean isItem(String item, int least, int most) {
        var dash = item.indexOf('-');
        if (dash < 0) {
            return isNumberWithin(item, least, most);
        }
        var first = item.substring(0, dash);
        var last = item.substring(dash + 1);
        return isNumberWithin(first, least, most)
                && isNumberWithin(last, least, most)
                && Integer.parseInt(first) <= Integer.parseInt(last);
    }

    /** Whether a text is a whole number, in digits alone, between these two. */
    public static boolean isNumberWithin(String text, int least, int most) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        if (text.isEmpty() || text.length() > 9) {
            return false;
        }
        var number = Integer.parseInt(text);
        return least <= number && number <= most;
    }
}
