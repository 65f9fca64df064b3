package dev.stowage.local.traffic;

import dev.stowage.local.balance.Target;
import io.vertx.core.Future;
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
    private @Nullable Future<Line> shared;
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
        if (shared != null && shared.result() == line) {
            shared = null;
        }
    }

    /** The connection of HTTP/2 that all requests share. */
    @Nullable
    Future<Line> shared() {
        return shared;
    }

    /** Has all requests from now on share that connection; one that cannot be made is forgotten. */
    Future<Line> share(Future<Line> line) {
        shared = line;
        return line.onFailure(error -> shared = null);
    }

    /** Closes what waits for requests: there will be none. What requests in flight share is closed behind the last of them. */
    void closeIdle() {
        for (var line : new ArrayList<>(idle)) {
            line.close();
        }
        idle.clear();
        if (shared != null && inFlight.isEmpty()) {
            shared.onSuccess(Line::close);
            shared = null;
        }
    }
}
