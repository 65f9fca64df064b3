package dev.stowage.local.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** When the next round is due: the soonest of what was noted. */
final class Due {

    private final List<Instant> times = new ArrayList<>();

    Due(Instant first) {
        times.add(first);
    }

    void add(Instant time) {
        if (time.isBefore(times.get(0))) {
            times.set(0, time);
        }
    }

    Instant soonest() {
        return times.get(0);
    }
}
