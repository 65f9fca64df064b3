package dev.stowage.local.traffic;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stowage.local.balance.Target;
import dev.stowage.local.task.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A task that answers: every request with its own name, or as a test wants it. */
final class Upstream implements AutoCloseable {

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger answered = new AtomicInteger();

    private Upstream(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    /** A task of that name, which answers. */
    static Upstream named(String name) {
        return named(name, exchange -> reply(exchange, 200, name));
    }

    /** A task of that name, which answers like that. */
    static Upstream named(String name, Answering answering) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
            var upstream = new Upstream(name, server);
            server.setExecutor(upstream.threads);
            server.createContext("/", exchange -> {
                answering.answer(exchange);
                upstream.answered.incrementAndGet();
            });
            server.start();
            return upstream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a request with that. */
    static void reply(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    TaskId task() {
        return new TaskId(name);
    }

    Target in(String group) {
        return new Target(task(), group, "127.0.0.1", port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How many requests it has answered, those of health checks too. */
    int answered() {
        return answered.get();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** How a task answers. */
    interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }
}
