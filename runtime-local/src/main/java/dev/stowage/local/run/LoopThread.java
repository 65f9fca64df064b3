package dev.stowage.local.run;

import dev.stowage.local.loop.ControlLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The thread that a control loop lives on. Others ask it for what they want done, and read the {@link Snapshot} that it
 * leaves after every round. An exception in a round is a fault of ours: it is kept, and told to everybody who asks.
 */
final class LoopThread {

    private static final Duration ROUND_AT_LEAST_EVERY = Duration.ofSeconds(5);

    private final ControlLoop loop;
    private final WallClock clock;
    private final Consumer<Snapshot> watcher;
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private final Lock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private volatile Snapshot last = Snapshot.NOTHING;
    private volatile boolean ended;
    private final CompletableFuture<Snapshot> broken = new CompletableFuture<>();

    LoopThread(ControlLoop loop, WallClock clock, Consumer<Snapshot> watcher) {
        this.loop = loop;
        this.clock = clock;
        this.watcher = watcher;
        this.thread = new Thread(this::live, "stowage-loop");
        thread.setDaemon(true);
    }

    /** Begins with what that brings into the loop. */
    void start(Consumer<ControlLoop> beginning) {
        beginning.accept(loop);
        look();
        watcher.accept(last);
        thread.start();
    }

    /** What the last round left. */
    Snapshot last() {
        return last;
    }

    /** Has the loop do that before its next round, and waits until it did; what came of it. */
    <T> T ask(Function<ControlLoop, T> what) {
        var answer = new CompletableFuture<T>();
        asked.add(() -> {
            try {
                var result = what.apply(loop);
                look();
                answer.complete(result);
            } catch (RuntimeException fault) {
                answer.completeExceptionally(fault);
            }
        });
        clock.wake();
        var unused = broken.whenComplete((none, fault) -> answer.completeExceptionally(fault));
        try {
            return answer.join();
        } catch (CompletionException fault) {
            throw fault.getCause() instanceof RuntimeException own ? own : fault;
        }
    }

    /** Has the loop do that before its next round, and waits until it did. */
    void tell(Consumer<ControlLoop> what) {
        var unused = ask(loop -> {
            what.accept(loop);
            return loop;
        });
    }

    /** Waits until a round leaves what is looked for, or the time is over; what the last round left. */
    Snapshot await(Predicate<Snapshot> goal, Duration atMost) {
        var left = atMost.toNanos();
        lock.lock();
        try {
            while (!goal.test(last) && !ended && left > 0) {
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The wait was interrupted.", stop);
        } finally {
            lock.unlock();
        }
        if (broken.isCompletedExceptionally()) {
            throw new IllegalStateException("The loop of this run broke down.", fault());
        }
        return last;
    }

    /** Ends the thread after the round that it is in. */
    void end() {
        ended = true;
        clock.wake();
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void live() {
        try {
            while (!ended) {
                round();
            }
            throw new IllegalStateException("This run has ended.");
        } catch (RuntimeException | Error fault) {
            ended = true;
            broken.completeExceptionally(fault);
            wakeAll();
        }
    }

    private void round() {
        for (var next = asked.poll(); next != null; next = asked.poll()) {
            next.run();
        }
        var due = loop.round();
        last = new Snapshot(
                clock.now(), loop.cluster().services(), loop.cluster().tasks());
        watcher.accept(last);
        wakeAll();
        clock.sleepUntil(soonest(due, clock.now().plus(ROUND_AT_LEAST_EVERY)));
    }

    private void look() {
        last = new Snapshot(
                clock.now(), loop.cluster().services(), loop.cluster().tasks());
    }

    private void wakeAll() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private Throwable fault() {
        return broken.handle((none, fault) -> fault).join();
    }

    private static Instant soonest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
