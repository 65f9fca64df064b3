package dev.stowage.schema.semantics.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;

/** A request in a test. */
record Asked(String method, String host, String path, String query, Map<String, List<String>> headers)
        implements RoutedRequest {

    /** A request for that path of {@code shop.example}. */
    static Asked path(String path) {
        return new Asked("GET", "shop.example", path, "", Map.of());
    }

    Asked at(String other) {
        return new Asked(method, other, path, query, headers);
    }

    Asked by(String other) {
        return new Asked(other, host, path, query, headers);
    }

    Asked asking(String other) {
        return new Asked(method, host, path, other, headers);
    }

    Asked saying(String name, String... values) {
        return new Asked(method, host, path, query, Map.of(name, List.of(values)));
    }

    @Override
    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public InetAddress source() {
        try {
            return InetAddress.getByAddress(new byte[] {10, 1, 2, 3});
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
