package dev.stowage.schema.semantics.routing;

import java.util.Locale;
import java.util.function.IntUnaryOperator;

/**
 * Where a listener sends a caller. Each part may hold {@code #{protocol}}, {@code #{host}}, {@code #{port}}, {@code #{path}}
 * (without the first slash) and {@code #{query}}, which stand for those of the request.
 *
 * @param protocol {@code HTTP}, {@code HTTPS} or {@code #{protocol}}
 * @param host a host name
 * @param port a number
 * @param path a path with its first slash
 * @param query a query without its question mark; may be empty
 */
public record RedirectUrl(String protocol, String host, String port, String path, String query) {

    /** The same place as that of the request: what Elastic Load Balancing takes for each part that is not said. */
    public static final RedirectUrl SAME = new RedirectUrl("#{protocol}", "#{host}", "#{port}", "/#{path}", "#{query}");

    /**
     * The URL for a request that came to a listener.
     *
     * @param secure whether it listens by HTTPS
     * @param listening at which port
     */
    public String of(RoutedRequest request, boolean secure, int listening) {
        var scheme = filled(protocol, request, secure, listening).toLowerCase(Locale.ROOT);
        var number = filled(port, request, secure, listening);
        var standard = scheme.equals("https") ? "443" : "80";
        var url = new StringBuilder(scheme).append("://").append(filled(host, request, secure, listening));
        if (!number.equals(standard)) {
            url.append(':').append(number);
        }
        url.append(filled(path, request, secure, listening));
        var asked = filled(query, request, secure, listening);
        return asked.isEmpty() ? url.toString() : url.append('?').append(asked).toString();
    }

    /** The same with another port, where it says one in digits. */
    public RedirectUrl on(IntUnaryOperator ports) {
        for (var at = 0; at < port.length(); at++) {
            if (port.charAt(at) < '0' || port.charAt(at) > '9') {
                return this;
            }
        }
        var isShort = !port.isEmpty() && port.length() < 6;
        return isShort
                ? new RedirectUrl(protocol, host, String.valueOf(ports.applyAsInt(Integer.parseInt(port))), path, query)
                : this;
    }

    private static String filled(String part, RoutedRequest request, boolean secure, int listening) {
        if (part.indexOf("#{") < 0) {
            return part;
        }
        var path = request.path();
        return part.replace("#{protocol}", secure ? "HTTPS" : "HTTP")
                .replace("#{host}", request.host())
                .replace("#{port}", String.valueOf(listening))
                .replace("#{path}", path.startsWith("/") ? path.substring(1) : path)
                .replace("#{query}", request.query());
    }
}
