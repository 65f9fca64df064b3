package dev.stowage.local.engine.docker;

import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was seen and is not told yet. Whoever waits for it is woken. */
final class News {

    private final Queue<Seen> untold = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    News(Runnable wake) {
        this.wake = wake;
    }

    /** Has something be told of a container. */
    void tell(Slot slot, ContainerSeen seen) {
        slot.saw(seen);
        untold.add(seen);
        wake.run();
    }

    /** Has something be told of a container that the engine does not have. */
    void tell(ContainerSeen seen) {
        untold.add(seen);
        wake.run();
    }

    /** What was seen since the last call. */
    List<Seen> take() {
        var told = new ArrayList<Seen>();
        for (var seen = untold.poll(); seen != null; seen = untold.poll()) {
            told.add(seen);
        }
        return told;
    }
}
