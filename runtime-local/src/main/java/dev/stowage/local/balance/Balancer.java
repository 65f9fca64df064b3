package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.ForwardedFor;
import java.time.Duration;
import java.util.List;

/**
 * A load balancer.
 *
 * @param name its name, unique in a run
 * @param settings what is set for all its listeners
 * @param listeners its listeners
 */
public record Balancer(String name, Settings settings, List<Listener> listeners) {

    /**
     * What is set for all listeners of a load balancer.
     *
     * @param idle how long nothing may happen on a connection, 1 to 4000 s
     * @param forwardedFor what becomes of {@code X-Forwarded-For}
     * @param clientPort whether that has the port of the caller too
     * @param keepsHost whether targets get the {@code Host} of the request as it came
     * @param dropsInvalid whether headers whose names have other characters than letters, digits and {@code -} are dropped
     */
    public record Settings(
            Duration idle, ForwardedFor forwardedFor, boolean clientPort, boolean keepsHost, boolean dropsInvalid) {

        /** What Elastic Load Balancing takes where nothing is written. */
        public static final Settings STANDARD =
                new Settings(Duration.ofSeconds(60), ForwardedFor.APPEND, false, false, false);
    }

    /** A load balancer with the defaults of Elastic Load Balancing. */
    public static Balancer of(String name, List<Listener> listeners) {
        return new Balancer(name, Settings.STANDARD, List.copyOf(listeners));
    }
}
