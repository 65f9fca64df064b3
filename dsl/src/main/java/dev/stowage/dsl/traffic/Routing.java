package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a route is: which requests of which listener, and how the tasks that answer them are asked, chosen and let go. */
@ValueStyle
@Value.Immutable
public sealed interface Routing permits ImmutableRouting {

    /** Requests of a listener that are all of this. */
    static Routing of(AnyListener listener, Match first, Match... others) {
        var matches = new ArrayList<Match>(others.length + 1);
        matches.add(first);
        matches.addAll(List.of(others));
        return ImmutableRouting.of(listener, Lines.here("when")).withMatches(matches);
    }

    /** All that comes to a port of a Network Load Balancer. */
    static Routing of(NetworkListener listener) {
        return ImmutableRouting.of(listener, listener.particulars().lines());
    }

    /** The listener whose requests it takes. */
    AnyListener listener();

    /** Whether it is a port of a Network Load Balancer. */
    default boolean isPort() {
        return listener().listening().balancer().type().equals("network");
    }

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** What a request must be like: all of this; nothing at a Network Load Balancer, which does not look. */
    List<Match> matches();

    /** How the load balancer asks a task whether it is well. */
    Optional<Probe> probe();

    /** The port of the task it leads to; left out, the first one. */
    Optional<Port> port();

    /** How long a caller stays with one task. */
    Optional<Duration> stickiness();

    /** How long a leaving task may finish; left out, 30 s. */
    @Value.Default
    default Duration drain() {
        return Duration.ofSeconds(30);
    }

    /** Whether tasks see the caller's own address. */
    @Value.Default
    default boolean keepsAddress() {
        return false;
    }

    /** How callers prove who they are. */
    Optional<Login> login();

    /** Its number among the rules of its listener, where it was said. */
    OptionalInt priority();
}
