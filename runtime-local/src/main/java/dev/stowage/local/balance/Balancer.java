package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.ForwardedFor;
import java.time.Duration;
import java.util.List;

/**
 * A load balancer.
 *
 * @param name its name, unique in a run
 * @param hosts the names by which containers call it; may be empty
 * @param settings what is set for all its listeners
 * @param listeners its listeners
 */
public record Balancer(String name, List<String> hosts, Settings settings, List<Listener> listeners) {

    /** A load balancer that cannot be changed from outside. */
    public Balancer {
        hosts = List.copyOf(hosts);
        listeners = List.copyOf(listeners);
    }

    /**
     * What is set for all listeners of a load balancer.
     *
     * @param idle how long nothing may happen on a connection, 1 to 4000 s
     * @param keepAlive how long a caller may keep a connection, 60 s to 7 days
     * @param forwardedFor what becomes of {@code X-Forwarded-For}
     * @param clientPort whether that has the port of the caller too
     * @param keepsHost whether targets get the {@code Host} of the request as it came
     * @param dropsInvalid whether headers whose names have other characters than letters, digits and {@code -} are dropped
     */
    public record Settings(
            Duration idle,
            Duration keepAlive,
            ForwardedFor forwardedFor,
            boolean clientPort,
            boolean keepsHost,
            boolean dropsInvalid) {

        /** What Elastic Load Balancing takes where nothing is written. */
        public static final Settings STANDARD =
                new Settings(Duration.ofSeconds(60), Duration.ofHours(1), ForwardedFor.APPEND, false, false, false);
    }

    /** A load balancer with the defaults of Elastic Load Balancing. */
    public static Balancer of(String name, List<Listener> listeners) {
        return new Balancer(name, List.of(), Settings.STANDARD, listeners);
    }

    /** The same, called by those names. */
    public Balancer called(List<String> names) {
        return new Balancer(name, names, settings, listeners);
    }
}
