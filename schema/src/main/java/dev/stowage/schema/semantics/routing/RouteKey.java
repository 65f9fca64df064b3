package dev.stowage.schema.semantics.routing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The key of a route of an HTTP API of API Gateway: a method or {@code ANY}, and a path in which {@code {name}} stands for one
 * segment and {@code {name+}} for the rest, at least one character each; or {@code $default}, which takes everything. Of several
 * keys that take a request the one comes first that is most specific (API Gateway developer guide, "Routing API requests"): one
 * without a rest before one with it, text before a variable, a method before {@code ANY}, and {@code $default} last.
 */
public final class RouteKey implements Comparable<RouteKey> {

    private static final String DEFAULT = "$default";
    private static final String ANY = "ANY";

    private final String method;
    private final List<String> segments;

    private RouteKey(String method, List<String> segments) {
        this.method = method;
        this.segments = segments;
    }

    /** The key that is written so, such as {@code GET /orders/{id}}; a path without a method is for any. */
    public static RouteKey of(String text) {
        if (text.equals(DEFAULT)) {
            return new RouteKey(ANY, List.of());
        }
        var space = text.indexOf(' ');
        return new RouteKey(space < 0 ? ANY : text.substring(0, space), segments(text.substring(space + 1)));
    }

    /** What stands behind each slash of a path. */
    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var from = 0; from >= 0; ) {
            var slash = path.indexOf('/', from + 1);
            segments.add(path.substring(Math.min(path.length(), from + 1), slash < 0 ? path.length() : slash));
            from = slash;
        }
        return segments;
    }

    /** Whether it takes every request. */
    public boolean isDefault() {
        return segments.isEmpty();
    }

    /** What stands for the variables of a request that it takes; none where it does not take it. */
    public Optional<Map<String, String>> match(String asked, String path) {
        if (!method.equals(ANY) && !method.equals(asked)) {
            return Optional.empty();
        }
        if (isDefault()) {
            return Optional.of(Map.of());
        }
        var came = segments(path);
        var variables = new LinkedHashMap<String, String>();
        for (var place = 0; place < segments.size(); place++) {
            var segment = segments.get(place);
            if (isRest(segment)) {
                var rest = place < came.size() ? String.join("/", came.subList(place, came.size())) : "";
                variables.put(segment.substring(1, segment.length() - 2), rest);
                return rest.isEmpty() ? Optional.empty() : Optional.of(variables);
            }
            if (place >= came.size() || !takes(segment, came.get(place), variables)) {
                return Optional.empty();
            }
        }
        return came.size() == segments.size() ? Optional.of(variables) : Optional.empty();
    }

    private static boolean takes(String segment, String came, Map<String, String> variables) {
        if (!isVariable(segment)) {
            return segment.equals(came);
        }
        variables.put(segment.substring(1, segment.length() - 1), came);
        return !came.isEmpty();
    }

    private static boolean isVariable(String segment) {
        return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean isRest(String segment) {
        return segment.length() > 3 && segment.startsWith("{") && segment.endsWith("+}");
    }

    private int kind() {
        return isDefault() ? 2 : isRest(segments.get(segments.size() - 1)) ? 1 : 0;
    }

    private static int kind(String segment) {
        return isRest(segment) ? 2 : isVariable(segment) ? 1 : 0;
    }

    @Override
    public int compareTo(RouteKey other) {
        if (kind() != other.kind()) {
            return Integer.compare(kind(), other.kind());
        }
        var both = Math.min(segments.size(), other.segments.size());
        for (var place = 0; place < both; place++) {
            var order = Integer.compare(kind(segments.get(place)), kind(other.segments.get(place)));
            if (order != 0) {
                return order;
            }
        }
        if (segments.size() != other.segments.size()) {
            return Integer.compare(other.segments.size(), segments.size());
        }
        var order = Boolean.compare(method.equals(ANY), other.method.equals(ANY));
        return order != 0 ? order : toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RouteKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return isDefault() ? DEFAULT : method + " /" + String.join("/", segments);
    }
}
