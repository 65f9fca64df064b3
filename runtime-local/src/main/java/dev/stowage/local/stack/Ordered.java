package dev.stowage.local.stack;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of maps that keep the order in which they were written; {@link Map#copyOf} changes it from JVM to JVM. */
final class Ordered {

    private Ordered() {}

    static <V> Map<String, V> copy(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Everything of both; of equal keys the second one counts. */
    static <V> Map<String, V> both(Map<String, V> first, Map<String, V> second) {
        var all = new LinkedHashMap<>(first);
        all.putAll(second);
        return Collections.unmodifiableMap(all);
    }
}
