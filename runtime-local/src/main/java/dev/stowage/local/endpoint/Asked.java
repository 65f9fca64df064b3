package dev.stowage.local.endpoint;

import java.util.List;
import java.util.Map;

/**
 * A request to an endpoint.
 *
 * @param method such as {@code GET}
 * @param path the parts of its path
 * @param query what stands behind the question mark
 * @param target the operation of AWS that it names, where it names one: {@code X-Amz-Target}
 * @param body what it brings
 * @param caller the address that it comes from
 */
record Asked(String method, List<String> path, Map<String, String> query, String target, String body, String caller) {

    /** What cannot be changed from outside. */
    Asked {
        path = List.copyOf(path);
        query = Map.copyOf(query);
    }

    /** A request for something, from nowhere special. */
    static Asked get(String... path) {
        return new Asked("GET", List.of(path), Map.of(), "", "", "");
    }

    /** The part of its path at that place; empty where it has no such part. */
    String part(int place) {
        return place < path.size() ? path.get(place) : "";
    }

    /** The rest of its path from that place on. */
    String from(int place) {
        return String.join("/", path.subList(Math.min(place, path.size()), path.size()));
    }
}
