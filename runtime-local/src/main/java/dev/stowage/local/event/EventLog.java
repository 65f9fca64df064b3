package dev.stowage.local.event;

import dev.stowage.local.event.EventName.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a service, newest first. It holds the last 100 events; the same text comes again only after six hours, or
 * once something else came to pass, by which the cause may be gone: another event that is no complaint.
 *
 * @param events the events
 */
public record EventLog(List<ServiceEvent> events) {

    /** Nothing happened. */
    public static final EventLog EMPTY = new EventLog(List.of());

    private static final int MOST = 100;
    private static final Duration SILENCE = Duration.ofHours(6);

    /** The same, with one more. */
    public EventLog with(ServiceEvent event) {
        if (isRepeated(event)) {
            return this;
        }
        var next = new ArrayList<ServiceEvent>(events.size() + 1);
        next.add(event);
        next.addAll(events.size() < MOST ? events : events.subList(0, MOST - 1));
        return new EventLog(next);
    }

    private boolean isRepeated(ServiceEvent event) {
        for (var last : events) {
            if (!isSoon(last.at(), event.at())) {
                return false;
            }
            if (last.message().equals(event.message())) {
                return true;
            }
            if (last.name().severity() == Severity.INFO) {
                return false;
            }
        }
        return false;
    }

    private static boolean isSoon(Instant last, Instant now) {
        return now.isBefore(last.plus(SILENCE));
    }
}
