package dev.stowage.local.engine;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;

/** What is true behind a {@link FakeEngine}, what is about to happen there, and what of it is told. */
final class FakeWorld {

    /** How a change comes to be known. */
    enum Telling {
        /** It answers an order, and is told for sure. */
        ANSWER,
        /** It happened by itself, and may be lost or told twice. */
        NEWS,
        /** It is told once more, and happens no more. */
        ECHO
    }

    private record Happening(Instant at, long number, Seen seen, Telling telling) implements Comparable<Happening> {
        @Override
        public int compareTo(Happening other) {
            var order = at.compareTo(other.at);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    private static final Duration ECHO_DELAY = Duration.ofSeconds(2);

    private final SimulatedClock clock;
    private final Faults faults;
    private final Map<ContainerId, ContainerSeen> containers = new LinkedHashMap<>();
    private final Map<TaskId, TargetHealth> targets = new LinkedHashMap<>();
    private final Queue<Happening> ahead = new PriorityQueue<>();
    private final List<Seen> untold = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();

    FakeWorld(SimulatedClock clock, Faults faults) {
        this.clock = clock;
        this.faults = faults;
    }

    /** Has something happen after so long, unless it is overtaken by something later in the life of the thing. */
    void plan(Duration after, Seen seen, Telling telling) {
        var at = clock.now().plus(after);
        ahead.add(new Happening(at, number.getAndIncrement(), seen, telling));
        clock.alarm(at);
    }

    /** Tells something that does not happen. */
    void tell(Seen seen) {
        untold.add(seen);
    }

    /** A container as it is now. */
    Optional<ContainerSeen> find(ContainerId container) {
        catchUp();
        return Optional.ofNullable(containers.get(container));
    }

    /** All containers as they are now. */
    Collection<ContainerSeen> containers() {
        catchUp();
        return containers.values();
    }

    /** What is to be told. */
    List<Seen> changes() {
        catchUp();
        var told = List.copyOf(untold);
        untold.clear();
        return told;
    }

    /** Everything as it is now; nothing else is left to be told. */
    List<Seen> everything() {
        catchUp();
        untold.clear();
        var all = new ArrayList<Seen>(containers.values());
        targets.forEach((task, health) -> all.add(new TargetSeen(task, health)));
        return all;
    }

    /** A container is gone, and nothing is told. */
    void vanish(ContainerId container) {
        containers.remove(container);
    }

    void forget(TaskId task) {
        containers.keySet().removeIf(one -> one.task().equals(task));
        targets.remove(task);
    }

    private void catchUp() {
        while (!ahead.isEmpty() && !ahead.peek().at().isAfter(clock.now())) {
            var happening = ahead.remove();
            if (happening.telling() == Telling.ECHO) {
                untold.add(happening.seen());
            } else {
                happen(happening.seen(), happening.telling());
            }
        }
    }

    /** Has something happen now. */
    void happen(Seen seen, Telling telling) {
        if (!becomesTrue(seen) || telling == Telling.NEWS && faults.loses()) {
            return;
        }
        untold.add(seen);
        if (telling == Telling.NEWS && faults.doubles()) {
            plan(faults.delay(ECHO_DELAY), seen, Telling.ECHO);
        }
    }

    private boolean becomesTrue(Seen seen) {
        if (seen instanceof ContainerSeen container) {
            return becomesTrue(container);
        }
        var verdict = (TargetSeen) seen;
        var known = targets.getOrDefault(verdict.task(), TargetHealth.NONE);
        var isOut = known == TargetHealth.NONE && verdict.health().isVerdict();
        var follows = !isOut && verdict.health().mayFollow(known);
        if (follows) {
            targets.put(verdict.task(), verdict.health());
        }
        return follows;
    }

    /** A new start begins a life; everything else needs one that has not got beyond it. */
    private boolean becomesTrue(ContainerSeen seen) {
        var known = containers.get(seen.container());
        var begins = seen.status() == ContainerStatus.NONE;
        var goesOn = known != null && known.run() == seen.run() && seen.isNewsTo(known.run(), known.status());
        if (begins || goesOn) {
            containers.put(seen.container(), seen);
        }
        return begins || goesOn;
    }
}
