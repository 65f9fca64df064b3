package dev.stowage.local.traffic;

import dev.stowage.local.balance.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A target with what is under way to it now. Lives on the loop of the traffic. */
final class LiveTarget {

    private final Target target;
    private final Set<Passage> inFlight = new LinkedHashSet<>();
    private final Deque<Line> idle = new ArrayDeque<>();
    private @Nullable Line shared;
    private @Nullable Runnable whenEmpty;

    LiveTarget(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    /** From the choice of the target on a request is in flight, so that none can slip in behind a last one. */
    void enters(Passage passage) {
        inFlight.add(passage);
    }

    void leaves(Passage passage) {
        if (inFlight.remove(passage) && inFlight.isEmpty() && whenEmpty != null) {
            var then = whenEmpty;
            whenEmpty = null;
            then.run();
        }
    }

    int load() {
        return inFlight.size();
    }

    List<Passage> passages() {
        return new ArrayList<>(inFlight);
    }

    /** Has that run as soon as nothing is in flight. */
    void whenEmpty(Runnable then) {
        if (inFlight.isEmpty()) {
            then.run();
        } else {
            whenEmpty = then;
        }
    }

    /** A connection that waits for its next request: the one that was used last. */
    @Nullable
    Line takeIdle() {
        return idle.pollLast();
    }

    void putIdle(Line line) {
        idle.addLast(line);
    }

    void remove(Line line) {
        idle.remove(line);
        if (shared == line) {
            shared = null;
        }
    }

    /** The connection of HTTP/2 that all requests share. */
    @Nullable
    Line shared() {
        return shared;
    }

    void share(Line line) {
        shared = line;
    }

    /** Closes what waits for requests: there will be none. */
    void closeIdle() {
        for (var line : new ArrayList<>(idle)) {
            line.close();
        }
        idle.clear();
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }
}
