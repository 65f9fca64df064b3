package dev.stowage.local.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A listener for requests to endpoints. It takes only those that mean one of its own addresses, so that no web page can have a
 * browser ask for it (DNS rebinding), and only bodies of a sensible size.
 */
final class Door implements AutoCloseable {

    /** Says who asked, where another process of this machine passes a request on. */
    static final String CALLER = "X-Stowage-Caller";

    private static final int WORKERS = 8;
    private static final int LARGEST = 2 << 20;
    private static final int TOO_LARGE = 413;
    private static final List<String> OWN_NAMES = List.of("127.0.0.1", "localhost", "169.254.170.2");

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, Door::thread);
    private final boolean isInside;
    private final Function<Asked, Told> desk;

    private Door(HttpServer server, boolean isInside, Function<Asked, Told> desk) {
        this.server = server;
        this.isInside = isInside;
        this.desk = desk;
    }

    /**
     * A listener at that address.
     *
     * @param isInside whether only processes of this machine come, which may say for whom they ask
     * @throws IOException where the address is not this machine's, is taken, or may not be used
     */
    static Door at(InetSocketAddress address, boolean isInside, Function<Asked, Told> desk) throws IOException {
        var door = new Door(HttpServer.create(address, 0), isInside, desk);
        door.server.createContext("/", door::serve);
        door.server.setExecutor(door.workers);
        door.server.start();
        return door;
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "stowage-endpoint");
        thread.setDaemon(true);
        return thread;
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST + 1);
            if (body.length > LARGEST) {
                tell(exchange, Told.refused(TOO_LARGE, "the body is larger than " + LARGEST + " bytes"));
            } else if (isMeant(exchange)) {
                tell(exchange, desk.apply(asked(exchange, new String(body, StandardCharsets.UTF_8))));
            } else {
                tell(exchange, Told.refused(Told.FORBIDDEN, "this is not the host of the request"));
            }
        }
    }

    private static boolean isMeant(HttpExchange exchange) {
        var host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        var colon = host.lastIndexOf(':');
        return OWN_NAMES.contains(colon < 0 ? host : host.substring(0, colon));
    }

    private Asked asked(HttpExchange exchange, String body) {
        var uri = exchange.getRequestURI();
        var path = Stream.of(Optional.ofNullable(uri.getPath()).orElse("").split("/", -1))
                .filter(part -> !part.isEmpty())
                .toList();
        var target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        return new Asked(exchange.getRequestMethod(), path, query(uri), target.orElse(""), body, caller(exchange));
    }

    private String caller(HttpExchange exchange) {
        var said = Optional.ofNullable(exchange.getRequestHeaders().getFirst(CALLER));
        var seen = exchange.getRemoteAddress().getAddress().getHostAddress();
        return said.filter(it -> isInside).orElse(seen);
    }

    private static Map<String, String> query(URI uri) {
        var query = new HashMap<String, String>();
        for (var pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            var end = pair.indexOf('=');
            if (end > 0) {
                query.put(pair.substring(0, end), URLDecoder.decode(pair.substring(end + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void tell(HttpExchange exchange, Told told) throws IOException {
        var bytes = told.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(told.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
