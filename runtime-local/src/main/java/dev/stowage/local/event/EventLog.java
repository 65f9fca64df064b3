package dev.stowage.local.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened to a service, newest first. It holds the last 100 events; what was said last is said again only after six
 * hours.
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
        if (repeatsTheLast(event)) {
            return this;
        }
        var next = new ArrayList<ServiceEvent>(events.size() + 1);
        next.add(event);
        next.addAll(events.size() < MOST ? events : events.subList(0, MOST - 1));
        return new EventLog(next);
    }

    private boolean repeatsTheLast(ServiceEvent event) {
        return !events.isEmpty()
                && events.get(0).message().equals(event.message())
                && isSoon(events.get(0).at(), event.at());
    }

    private static boolean isSoon(Instant last, Instant now) {
        return now.isBefore(last.plus(SILENCE));
    }
}
