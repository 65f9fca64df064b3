package dev.stowage.local.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import dev.stowage.schema.semantics.routing.HostText;
import dev.stowage.schema.semantics.routing.TraceHeader;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Passes the headers of requests and answers on: without those that are for one connection, with those of a balancer. */
final class Heads {

    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final String FORWARDED_PORT = "X-Forwarded-Port";
    private static final String DIGITS = "0123456789abcdef";
    private static final String TRAILER = "trailer";
    private static final String TRACE = "X-Amzn-Trace-Id";

    /** Headers that are for one connection (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP = Set.of(
            "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade", "te", "http2-settings");

    /** Headers that a load balancer sets itself. */
    private static final Set<String> OURS =
            Set.of("x-forwarded-for", "x-forwarded-proto", "x-forwarded-port", "x-amzn-trace-id", "host");

    private final Balancer.Settings settings;
    private final String scheme;

    Heads(Balancer.Settings settings, boolean secure) {
        this.settings = settings;
        this.scheme = secure ? "https" : "http";
    }

    /**
     * What a target is told of a request. The port that it came to is that of this machine, where AWS's own is not free: a
     * target that makes addresses of it leads callers back here.
     */
    void request(IncomingRequest request, MultiMap from, MultiMap to) {
        var port = request.listening();
        var named = named(from);
        for (Map.Entry<String, String> header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            var isPassed = !HOP.contains(name) && !OURS.contains(name) && !name.equals(TRAILER);
            if (isPassed && !isNamed(named, name) && isKept(name)) {
                to.add(header.getKey(), header.getValue());
            }
        }
        var authority = request.authority();
        if (!authority.isEmpty()) {
            to.set(HttpHeaders.HOST, settings.keepsHost() ? authority : HostText.forwarded(authority, port));
        }
        var caller = settings.clientPort() ? withPort(request) : request.caller();
        var forwarded = settings.forwardedFor().of(joined(from), caller);
        if (!forwarded.isEmpty()) {
            to.set(FORWARDED_FOR, forwarded);
        }
        to.set(FORWARDED_PROTO, scheme);
        to.set(FORWARDED_PORT, String.valueOf(port));
        var trace = from.get(TRACE);
        to.set(TRACE, TraceHeader.of(trace == null ? "" : trace, fresh()));
        for (var change : request.changes()) {
            switch (change.kind()) {
                case APPEND -> to.add(change.name(), change.value());
                case OVERWRITE -> to.set(change.name(), change.value());
                case REMOVE -> to.remove(change.name());
            }
        }
    }

    private static String withPort(IncomingRequest request) {
        var caller = request.caller();
        return (caller.indexOf(':') < 0 ? caller : "[" + caller + "]") + ":" + request.callerPort();
    }

    /**
     * What the caller is told of an answer.
     *
     * @param hidesCors whether what it says of pages of other sites stays here
     */
    static void answer(MultiMap from, MultiMap to, boolean hidesCors) {
        var named = named(from);
        for (Map.Entry<String, String> header : from) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            var isHidden = hidesCors && name.startsWith("access-control-");
            if (!HOP.contains(name) && !isNamed(named, name) && !isHidden) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    /** Whether the request names more addresses than a load balancer takes. */
    static boolean isForwardedTooOften(MultiMap headers) {
        var came = headers.get(FORWARDED_FOR);
        return came != null && ForwardedFor.isTooLong(joined(headers));
    }

    private static String joined(MultiMap headers) {
        var first = headers.get(FORWARDED_FOR);
        if (first == null) {
            return "";
        }
        var all = headers.getAll(FORWARDED_FOR);
        return all.size() == 1 ? first : String.join(", ", all);
    }

    /** The headers that the connection header names; null where it names none. */
    private static @Nullable String named(MultiMap headers) {
        var connection = headers.get(HttpHeaders.CONNECTION);
        return connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")
                ? null
                : "," + connection.toLowerCase(Locale.ROOT).replace(" ", "") + ",";
    }

    private static boolean isNamed(@Nullable String named, String name) {
        return named != null && named.contains("," + name + ",");
    }

    private boolean isKept(String name) {
        if (!settings.dropsInvalid()) {
            return true;
        }
        for (var at = 0; at < name.length(); at++) {
            var character = name.charAt(at);
            var isValid =
                    character >= 'a' && character <= 'z' || character >= '0' && character <= '9' || character == '-';
            if (!isValid) {
                return false;
            }
        }
        return true;
    }

    /** A new trace id: the version, the second in 8 digits, chance in 24. */
    private static String fresh() {
        var random = ThreadLocalRandom.current();
        var text = "1-00000000-000000000000000000000000".toCharArray();
        hex(text, 2, 8, System.currentTimeMillis() / 1000);
        hex(text, 11, 12, random.nextLong());
        hex(text, 23, 12, random.nextLong());
        return new String(text);
    }

    private static void hex(char[] text, int from, int digits, long number) {
        var rest = number;
        for (var place = from + digits - 1; place >= from; place--) {
            text[place] = DIGITS.charAt((int) rest & 15);
            rest >>>= 4;
        }
    }
}
