package dev.stowage.schema.semantics.routing;

import java.util.List;

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
                if (isOneOf(query.substring(from, end))) {
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
