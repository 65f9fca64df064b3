package dev.stowage.schema.semantics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Which of two values of the cluster query language is greater: dates by time, versions and numbers by parts, else as text. */
final class QueryOrder {

    private QueryOrder() {}

    /** Negative, nought or positive as the value is less, equal or greater. */
    static int compare(String subject, String value, String argument) {
        if (subject.equals("registeredAt")) {
            return compareDates(value, argument);
        }
        return isVersion(value) && isVersion(argument) ? compareParts(value, argument) : value.compareTo(argument);
    }

    private static int compareDates(String value, String argument) {
        try {
            return dateOf(value).compareTo(dateOf(argument));
        } catch (DateTimeParseException e) {
            return value.compareTo(argument);
        }
    }

    private static Instant dateOf(String text) {
        return text.indexOf('T') < 0
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : OffsetDateTime.parse(text).toInstant();
    }

    /** Whether it is digits, with dots between them. */
    private static boolean isVersion(String text) {
        var digits = false;
        for (var place = 0; place < text.length(); place++) {
            var sign = text.charAt(place);
            if (sign == '.' && !digits || sign != '.' && (sign < '0' || sign > '9')) {
                return false;
            }
            digits = sign != '.';
        }
        return digits;
    }

    private static int compareParts(String value, String argument) {
        var some = value.split("\\.");
        var others = argument.split("\\.");
        for (var place = 0; place < Math.max(some.length, others.length); place++) {
            var sign = Long.compare(part(some, place), part(others, place));
            if (sign != 0) {
                return sign;
            }
        }
        return 0;
    }

    private static long part(String[] parts, int place) {
        return place < parts.length ? Long.parseLong(parts[place]) : 0;
    }
}
