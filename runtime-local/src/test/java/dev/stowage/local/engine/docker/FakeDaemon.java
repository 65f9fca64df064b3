package dev.stowage.local.engine.docker;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;

/** Answers over HTTP as a Docker engine of some version does, from a list of answers; and remembers what it was asked. */
final class FakeDaemon implements AutoCloseable {

    /** A request, as far as tests look at it. */
    record Asked(String method, URI uri, Map<String, String> headers, String body) {

        String path() {
            return uri.getPath();
        }
    }

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new LinkedHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    private FakeDaemon(HttpServer server) {
        this.server = server;
    }

    /** An engine that says that it is of that version, and speaks its API between these versions. */
    static FakeDaemon version(String version, String api, String least) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var daemon = new FakeDaemon(server);
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "fake-daemon");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", daemon::answer);
            server.start();
            return daemon.on(
                            "GET /version",
                            200,
                            "{\"Version\":\"" + version + "\",\"ApiVersion\":\"" + api + "\",\"MinAPIVersion\":\""
                                    + least + "\"}")
                    .info("1", "cgroupfs", "Debian GNU/Linux 12");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Has it say that it runs like that. */
    FakeDaemon info(String cgroupVersion, String driver, String system) {
        answers.remove("GET /info");
        return on(
                "GET /info",
                200,
                "{\"CgroupVersion\":\"" + cgroupVersion + "\",\"CgroupDriver\":\"" + driver
                        + "\",\"OperatingSystem\":\""
                        + system + "\",\"Architecture\":\"x86_64\",\"NCPU\":2,\"MemTotal\":4294967296,"
                        + "\"Plugins\":{\"Log\":[\"json-file\",\"awslogs\",\"fluentd\"]},\"Runtimes\":{\"runc\":{}}}");
    }

    /** Has it say that it runs without root, as an engine does that a user started. */
    FakeDaemon rootless() {
        answers.remove("GET /info");
        return on(
                "GET /info",
                200,
                "{\"CgroupVersion\":\"1\",\"CgroupDriver\":\"none\",\"OperatingSystem\":\"Debian GNU/Linux 12\","
                        + "\"Architecture\":\"x86_64\",\"NCPU\":2,\"MemTotal\":4294967296,"
                        + "\"SecurityOptions\":[\"name=seccomp,profile=default\",\"name=rootless\"]}");
    }

    /** Has it answer so to requests such as {@code GET /info}; of several answers the last one goes on being given. */
    FakeDaemon on(String request, int status, String body) {
        answers.computeIfAbsent(request, it -> new ArrayDeque<>()).add(new Answer(status, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new LinkedHashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
            var path = exchange.getRequestURI().getPath().replaceFirst("^/v1\\.[0-9]+", "");
            var found = next(exchange.getRequestMethod() + " " + path);
            var bytes = found.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(found.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Answer next(String request) {
        var queue = answers.getOrDefault(request, new ArrayDeque<>());
        if (queue.isEmpty()) {
            return new Answer(404, "{\"message\":\"no answer to " + request + "\"}");
        }
        var first = queue.size() > 1 ? queue.remove() : queue.element();
        return first;
    }

    /** What it was asked so far with that method, at that path without the version. */
    List<Asked> asked(String method, String path) {
        synchronized (asked) {
            return asked.stream()
                    .filter(one -> one.method().equals(method) && one.path().endsWith(path))
                    .toList();
        }
    }

    EngineAddress address() {
        return new EngineAddress(
                URI.create("tcp://127.0.0.1:" + server.getAddress().getPort()), "a test");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
