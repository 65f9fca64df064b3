package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Lines;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How a load balancer asks a task whether it is well. What is not said is left to Elastic Load Balancing. */
@ValueStyle
@Value.Immutable
public sealed interface Probe permits ImmutableProbe {

    /** Asks this path, which begins with {@code /}. */
    static Probe http(String path) {
        return ImmutableProbe.of(Lines.here("http")).withPath(path);
    }

    /** Opens a connection and closes it again: for routes of a Network Load Balancer. */
    static Probe connect() {
        return ImmutableProbe.of(Lines.here("connect"));
    }

    /** Asks at this port instead of that of the route. The task must listen there. */
    default Probe at(Port port) {
        return ImmutableProbe.copyOf(this).withPort(port).withLines(lines().and("at"));
    }

    /** Asks this often, 5 to 300 s; left out, every 30 s. */
    default Probe every(Duration interval) {
        return ImmutableProbe.copyOf(this).withInterval(interval).withLines(lines().and("every"));
    }

    /** Waits this long for an answer, 2 to 120 s; left out, 5 s. */
    default Probe within(Duration timeout) {
        return ImmutableProbe.copyOf(this).withTimeout(timeout).withLines(lines().and("within"));
    }

    /** Takes a task for well after so many good answers in a row, 2 to 10; left out, 5. */
    default Probe healthyAfter(int answers) {
        return ImmutableProbe.copyOf(this).withHealthyAfter(answers).withLines(lines().and("healthyAfter"));
    }

    /** Takes a task for ill after so many failures in a row, 2 to 10; left out, 2. */
    default Probe unhealthyAfter(int failures) {
        return ImmutableProbe.copyOf(this).withUnhealthyAfter(failures).withLines(lines().and("unhealthyAfter"));
    }

    /** Takes these statuses for well, such as {@code 200} or {@code 200-299,301}; left out, 200. */
    default Probe expects(String statuses) {
        return ImmutableProbe.copyOf(this).withStatuses(statuses).withLines(lines().and("expects"));
    }

    /** The path that is asked; none for a connection. */
    Optional<String> path();

    /** The port that is asked, where it is not that of the route. */
    Optional<Port> port();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** How often. */
    Optional<Duration> interval();

    /** How long it waits for an answer. */
    Optional<Duration> timeout();

    /** After how many good answers a task is well. */
    OptionalInt healthyAfter();

    /** After how many failures a task is ill. */
    OptionalInt unhealthyAfter();

    /** The statuses of a task that is well. */
    Optional<String> statuses();
}
