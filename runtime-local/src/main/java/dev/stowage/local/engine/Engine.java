package dev.stowage.local.engine;

import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import java.util.List;

/** Carries out orders in its own time, and tells what it sees. */
public interface Engine {

    /** Takes an order and returns at once. What comes of it, a refusal too, is seen later. */
    void begin(Order order);

    /** What changed since the last call. Something may be missing, come late or come twice. */
    List<Seen> changes();

    /** Everything that there is, as it is now. What is not in it is not there. */
    List<Seen> everything();
}
