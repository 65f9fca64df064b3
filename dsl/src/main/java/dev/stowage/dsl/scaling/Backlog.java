package dev.stowage.dsl.scaling;

import dev.stowage.dsl.messaging.MessageQueue;
import java.time.Duration;

/**
 * The messages that wait in a queue, shared out among the copies.
 *
 * @param queue the queue
 * @param perCopy how many may wait for each copy
 */
public record Backlog(MessageQueue queue, int perCopy) {

    /** As many for each copy as it works off while one may wait; none where it works on one for longer, or for no time. */
    static Backlog within(MessageQueue queue, Duration acceptable, Duration perMessage) {
        if (perMessage.isNegative() || perMessage.isZero() || acceptable.isNegative()) {
            return new Backlog(queue, 0);
        }
        return new Backlog(queue, (int) Math.min(acceptable.dividedBy(perMessage), Integer.MAX_VALUE));
    }
}
