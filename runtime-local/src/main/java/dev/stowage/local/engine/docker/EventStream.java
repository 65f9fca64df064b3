package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import dev.stowage.local.engine.RunId;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What happens to the containers of a run, as the engine tells it. Where the connection breaks it is made again, and what
 * happened in between is asked for; something may come twice then.
 */
final class EventStream implements AutoCloseable {

    /** What is told of: a container, and what happened to it, such as {@code die}. */
    interface Listener {

        /** Something happened to that container. */
        void happened(String container, String action);

        /** The engine does not answer any more. Told once, until it does again. */
        void lost();

        /** The connection was lost and is there again; the engine remembers no more than its last events. */
        void reconnected();
    }

    private static final Duration RETRY = Duration.ofMillis(500);
    private static final long SECOND = 1_000_000_000L;

    private final Docker docker;
    private final RunId run;
    private final Listener listener;
    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Optional<Connection> connection = Optional.empty();
    private boolean isLost;

    private EventStream(Docker docker, RunId run, Listener listener, Instant since) {
        this.docker = docker;
        this.run = run;
        this.listener = listener;
        last.set(since.getEpochSecond() * SECOND + since.getNano());
    }

    /** Tells that listener of the containers of that run from that moment on, until it is closed. */
    static EventStream open(Docker docker, RunId run, Listener listener, Instant since) {
        var stream = new EventStream(docker, run, listener, since);
        var thread = new Thread(stream::listen, "stowage-events-" + run);
        thread.setDaemon(true);
        thread.start();
        return stream;
    }

    private void listen() {
        try {
            do {
                var before = connections.get();
                listenOnce();
                notice(connections.get() > before);
            } while (!closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void notice(boolean isAnswered) {
        if (!isAnswered && !isLost) {
            listener.lost();
        }
        isLost = !isAnswered;
    }

    private void listenOnce() throws InterruptedException {
        var fresh = new Connection();
        keep(fresh);
        try {
            var since = last.get();
            docker.endless()
                    .eventsCmd()
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withLabelFilter(Map.of(Labels.RUN, run.value()))
                    .withSince(since / SECOND + "." + padded(since % SECOND))
                    .exec(fresh)
                    .awaitCompletion();
        } catch (RuntimeException broken) {
            // Made again; what is lost meanwhile is asked for then.
        }
    }

    private synchronized void keep(Connection fresh) {
        connection = Optional.of(fresh);
    }

    private static String padded(long nanos) {
        var digits = String.valueOf(nanos);
        return "0".repeat(9 - digits.length()) + digits;
    }

    @Override
    public synchronized void close() {
        closed.countDown();
        connection.ifPresent(EventStream::end);
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Connection extends ResultCallback.Adapter<Event> {

        @Override
        public void onStart(Closeable stream) {
            super.onStart(stream);
            if (connections.getAndIncrement() > 0) {
                listener.reconnected();
            }
        }

        @Override
        public void onNext(Event event) {
            if (event.getTimeNano() != null) {
                last.accumulateAndGet(event.getTimeNano(), Math::max);
            }
            if (event.getId() != null && event.getAction() != null) {
                listener.happened(event.getId(), event.getAction());
            }
        }
    }
}
