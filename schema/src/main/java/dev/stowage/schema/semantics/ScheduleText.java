package dev.stowage.schema.semantics;

/**
 * When something happens, as EventBridge and Application Auto Scaling write it: {@code cron(0 3 * * ? *)}, {@code rate(5
 * minutes)} or, for one time, {@code at(2026-12-24T18:00:00)}. EventBridge Scheduler User Guide, "Schedule types".
 */
public final class ScheduleText {

    private static final String[] UNITS = {"minute", "hour", "day"};
    private static final String PATTERN = "dddd-dd-ddTdd:dd:dd";

    private ScheduleText() {}

    /** What is wrong with an expression, as a clause about it; empty where nothing is. */
    public static String fault(String expression, boolean mayBeOnce) {
        var text = expression.trim();
        if (!text.endsWith(")")) {
            return "it is none of cron(…), rate(…) and at(…)";
        }
        var inside = text.substring(text.indexOf('(') + 1, text.length() - 1);
        if (text.startsWith("cron(")) {
            return Cron.fault(inside).orElse("");
        }
        if (text.startsWith("rate(")) {
            return rate(inside.trim());
        }
        if (text.startsWith("at(") && mayBeOnce) {
            return isMoment(inside.trim()) ? "" : "`" + inside + "` is no moment";
        }
        return text.startsWith("at(")
                ? "a rule of EventBridge knows no single time"
                : "it is none of cron(…), rate(…) and at(…)";
    }

    /** A number above 0 and its unit: one minute, two minutes. */
    private static String rate(String rate) {
        var blank = rate.indexOf(' ');
        var number = blank < 0 ? rate : rate.substring(0, blank);
        var unit = blank < 0 ? "" : rate.substring(blank + 1).trim();
        if (!StatusCodes.isNumberWithin(number, 1, 999_999_999)) {
            return "`" + number + "` is no whole number above 0";
        }
        for (var each : UNITS) {
            if (unit.equals(each) || unit.equals(each + "s")) {
                return "";
            }
        }
        return "`" + unit + "` is none of minutes, hours and days";
    }

    /** Whether a text is a date and a time, each part within its bounds. */
    private static boolean isMoment(String text) {
        if (text.length() != PATTERN.length()) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var isDigit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
            if (PATTERN.charAt(i) == 'd' ? !isDigit : text.charAt(i) != PATTERN.charAt(i)) {
                return false;
            }
        }
        return StatusCodes.isNumberWithin(text.substring(5, 7), 1, 12)
                && StatusCodes.isNumberWithin(text.substring(8, 10), 1, 31)
                && StatusCodes.isNumberWithin(text.substring(11, 13), 0, 23)
                && StatusCodes.isNumberWithin(text.substring(14, 16), 0, 59)
                && StatusCodes.isNumberWithin(text.substring(17, 19), 0, 59);
    }
}
