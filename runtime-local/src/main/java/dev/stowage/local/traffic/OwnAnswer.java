package dev.stowage.local.traffic;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What a load balancer answers by itself. */
final class OwnAnswer {

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(408, "Request Timeout"),
            Map.entry(414, "Request-URI Too Large"),
            Map.entry(463, ""),
            Map.entry(464, ""),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Temporarily Unavailable"),
            Map.entry(504, "Gateway Time-out"),
            Map.entry(505, "HTTP Version Not Supported"));

    private OwnAnswer() {}

    /** A page that says the status and nothing else. */
    static void status(HttpServerResponse response, int status) {
        var phrase = PHRASES.getOrDefault(status, "");
        var title = phrase.isEmpty() ? String.valueOf(status) : status + " " + phrase;
        if (!phrase.isEmpty()) {
            response.setStatusMessage(phrase);
        }
        body(
                response,
                status,
                "text/html",
                "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                        + "</h1></center>\r\n</body>\r\n</html>\r\n");
    }

    /** Sends the caller elsewhere. */
    static void redirect(HttpServerResponse response, int status, String location) {
        response.putHeader(HttpHeaders.LOCATION, location);
        status(response, status);
    }

    /** That text; without one where the type is empty. */
    static void body(HttpServerResponse response, int status, String type, String body) {
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(status)
                .putHeader(HttpHeaders.SERVER, "awselb/2.0")
                .putHeader(
                        HttpHeaders.DATE,
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                Instant.now().atOffset(ZoneOffset.UTC)));
        if (!type.isEmpty()) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        }
        response.end(body);
    }
}
