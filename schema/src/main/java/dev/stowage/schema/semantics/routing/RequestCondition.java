package dev.stowage.schema.semantics.routing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a rule of a listener wants of a request: one of several values in one place of it. */
public sealed interface RequestCondition {

    /** Whether the request is so. */
    boolean holds(RoutedRequest request);

    /** The host, without regard to case and port. */
    record HostHeader(List<TextPattern> patterns) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            return isLike(patterns, request.host(), false);
        }
    }

    /** The path without the query, as it was sent; capitals count. */
    record PathPattern(List<TextPattern> patterns) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            return isLike(patterns, request.path(), true);
        }
    }

    /** The method, character by character. */
    record RequestMethod(List<String> methods) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            return methods.contains(request.method());
        }
    }

    /**
     * A header, any of its values, without regard to case.
     *
     * @param name its name, without wildcards
     * @param patterns what a value may be like
     */
    record HttpHeader(String name, List<TextPattern> patterns) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            for (var value : request.header(name)) {
                if (isLike(patterns, value, false)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The query: one of its pairs, without regard to case. */
    record QueryString(List<Pair> pairs) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            var query = request.query();
            var from = 0;
            while (from < query.length()) {
                var end = query.indexOf('&', from);
                end = end < 0 ? query.length() : end;
                // Between two `&` side by side there is no pair.
                if (end > from && isOneOf(query.substring(from, end))) {
                    return true;
                }
                from = end + 1;
            }
            return false;
        }

        private boolean isOneOf(String written) {
            var equals = written.indexOf('=');
            var key = equals < 0 ? written : written.substring(0, equals);
            var value = equals < 0 ? "" : written.substring(equals + 1);
            for (var pair : pairs) {
                if ((pair.key().isEmpty() || Wildcard.matches(pair.key(), key, false))
                        && Wildcard.matches(pair.value(), value, false)) {
                    return true;
                }
            }
            return false;
        }

        /**
         * A key and its value in a query, both with wildcards.
         *
         * @param key the key; empty for any
         * @param value the value
         */
        public record Pair(String key, String value) {}
    }

    /**
     * A route of an HTTP API.
     *
     * @param stage the path of the stage before that of the route, such as {@code /dev}; empty for {@code $default}
     * @param key the key of the route
     */
    record ApiRoute(String stage, RouteKey key) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            return within(request)
                    .flatMap(path -> key.match(request.method(), path))
                    .isPresent();
        }

        /** The path of a request without that of the stage; none where it is of another stage. */
        private Optional<String> within(RoutedRequest request) {
            var path = request.path();
            if (!path.startsWith(stage)) {
                return Optional.empty();
            }
            var rest = path.substring(stage.length());
            return rest.isEmpty() || rest.startsWith("/") ? Optional.of(rest.isEmpty() ? "/" : rest) : Optional.empty();
        }

        /** What stands for the variables of the route in a request that it takes. */
        public Map<String, String> variables(RoutedRequest request) {
            return within(request)
                    .flatMap(path -> key.match(request.method(), path))
                    .orElse(Map.of());
        }
    }

    /** The address at the other end of the connection, never one that a header names. */
    record SourceIp(List<AddressRange> ranges) implements RequestCondition {
        @Override
        public boolean holds(RoutedRequest request) {
            for (var range : ranges) {
                if (range.contains(request.source())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isLike(List<TextPattern> patterns, String text, boolean caseSensitive) {
        for (var pattern : patterns) {
            if (pattern.matches(text, caseSensitive)) {
                return true;
            }
        }
        return false;
    }
}
