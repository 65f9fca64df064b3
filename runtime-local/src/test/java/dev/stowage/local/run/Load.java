package dev.stowage.local.run;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Callers who ask for one page over and over, each as soon as it got the last answer, and note what they are told. */
final class Load implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI uri;
    private final List<Thread> callers = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> losses = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    private Load(URI uri) {
        this.uri = uri;
    }

    static Load on(URI uri) {
        var load = new Load(uri);
        for (var i = 0; i < CALLERS; i++) {
            var caller = new Thread(load::call, "caller-" + i);
            load.callers.add(caller);
            caller.start();
        }
        return load;
    }

    /** How often each text was the answer. */
    int answered(String text) {
        return answers.getOrDefault(text, new AtomicInteger()).get();
    }

    /** What was not answered with a page. */
    List<String> losses() {
        return List.copyOf(losses);
    }

    private void call() {
        while (!ended) {
            try {
                ask();
            } catch (IOException lost) {
                losses.add(lost.toString());
            }
        }
    }

    private void ask() throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            losses.add("status " + connection.getResponseCode());
            return;
        }
        try (var body = connection.getInputStream()) {
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
            answers.computeIfAbsent(text, unseen -> new AtomicInteger()).incrementAndGet();
        }
    }

    @Override
    public void close() {
        ended = true;
        for (var caller : callers) {
            try {
                caller.join();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
