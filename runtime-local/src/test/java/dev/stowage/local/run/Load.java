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
public final class Load implements AutoCloseable {

    private static final int CALLERS = 4;
    private static final int PATIENCE_MILLIS = 10_000;

    private final URI uri;
    private final List<Thread> callers = new ArrayList<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> losses = new ConcurrentLinkedQueue<>();
    private volatile boolean waiting;
    private volatile boolean ended;

    private Load(URI uri, boolean waiting) {
        this.uri = uri;
        this.waiting = waiting;
    }

    static Load on(URI uri) {
        return on(new Load(uri, false));
    }

    /** Callers for whom it is no loss that nobody answers, until somebody does. */
    public static Load thatWaitsFor(URI uri) {
        return on(new Load(uri, true));
    }

    private static Load on(Load load) {
        for (var i = 0; i < CALLERS; i++) {
            var caller = new Thread(load::call, "caller-" + i);
            load.callers.add(caller);
            caller.start();
        }
        return load;
    }

    /** How often each text was the answer. */
    public int answered(String text) {
        return answers.getOrDefault(text, new AtomicInteger()).get();
    }

    /** What was not answered with a page. */
    public List<String> losses() {
        return List.copyOf(losses);
    }

    private void call() {
        while (!ended) {
            try {
                ask();
            } catch (IOException lost) {
                lost(lost.toString());
            }
        }
    }

    private void lost(String how) {
        if (!waiting) {
            losses.add(how);
        }
    }

    private void ask() throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            lost("status " + connection.getResponseCode());
            return;
        }
        try (var body = connection.getInputStream()) {
            var text = new String(body.readAllBytes(), StandardCharsets.UTF_8).strip();
            answers.computeIfAbsent(text, unseen -> new AtomicInteger()).incrementAndGet();
            waiting = false;
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
