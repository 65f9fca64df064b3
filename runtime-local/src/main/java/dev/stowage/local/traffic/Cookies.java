package dev.stowage.local.traffic;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookies by which a load balancer knows where a caller belongs. */
final class Cookies {

    /** Says which group. */
    static final String GROUP = "AWSALBTG";

    /** Says which target. */
    static final String TARGET = "AWSALB";

    /** Says which target, beside a cookie of the application. */
    static final String BESIDE = "AWSALBAPP-0";

    /** Browsers keep a cookie of the load balancer for a week, however long it is good for. */
    private static final Duration KEPT = Duration.ofDays(7);

    private Cookies() {}

    /** The value of a cookie among those of a request; null where it is not there. */
    static @Nullable String value(List<String> headers, String name) {
        for (var header : headers) {
            var from = 0;
            while (from < header.length()) {
                var end = header.indexOf(';', from);
                end = end < 0 ? header.length() : end;
                var equals = header.indexOf('=', from);
                if (equals > 0
                        && equals < end
                        && header.substring(from, equals).trim().equals(name)) {
                    return header.substring(equals + 1, end).trim();
                }
                from = end + 1;
            }
        }
        return null;
    }

    /** Where a caller belongs, as a cookie says that is no older than this; none where it cannot be read. */
    static Optional<String> place(List<String> headers, String name, Duration age, Instant now) {
        var value = value(headers, name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
            var bar = text.lastIndexOf('|');
            var issued = Instant.ofEpochSecond(Long.parseLong(text.substring(bar + 1)));
            return issued.plus(age).isAfter(now) ? Optional.of(text.substring(0, bar)) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** The headers that give a caller such a cookie, and its twin for requests that another site's page makes. */
    static List<String> issue(String name, String place, Instant now) {
        var text = place + "|" + now.getEpochSecond();
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        var until = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.plus(KEPT).atOffset(ZoneOffset.UTC));
        var end = "=" + value + "; Expires=" + until + "; Path=/";
        return name.equals(BESIDE)
                ? List.of(name + end)
                : List.of(name + end, name + "CORS" + end + "; SameSite=None; Secure");
    }
}
