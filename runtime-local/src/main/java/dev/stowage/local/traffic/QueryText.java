package dev.stowage.local.traffic;

import dev.stowage.local.balance.Api.Change;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads and changes what stands behind the question mark of a request. */
final class QueryText {

    private QueryText() {}

    /** The values of a parameter, with commas between them; empty where it is not there. */
    static String value(String query, String name) {
        var values = new ArrayList<String>();
        for (var pair : pairs(query)) {
            if (isOf(pair, name)) {
                values.add(decoded(pair.substring(Math.min(pair.length(), pair.indexOf('=') + 1))));
            }
        }
        return String.join(",", values);
    }

    /** The query after that change, which comes to this value. */
    static String changed(String query, Change change, String value) {
        var pairs = new ArrayList<>(pairs(query));
        if (change.kind() != Change.Kind.APPEND) {
            pairs.removeIf(pair -> isOf(pair, change.name()));
        }
        if (change.kind() != Change.Kind.REMOVE) {
            pairs.add(URLEncoder.encode(change.name(), StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    private static List<String> pairs(String query) {
        return query.isEmpty() ? List.of() : List.of(query.split("&", -1));
    }

    private static boolean isOf(String pair, String name) {
        var equals = pair.indexOf('=');
        return decoded(equals < 0 ? pair : pair.substring(0, equals)).equals(name);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
