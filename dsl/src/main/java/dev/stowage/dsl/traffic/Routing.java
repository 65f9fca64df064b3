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

    /** The cookie of the service's own by which a caller stays with one task; left out, one of the load balancer. */
    Optional<String> cookie();

    /** For how long a new task gets fewer requests than others. */
    Optional<Duration> slowStart();

    /** By what the next task is chosen, in the words of Elastic Load Balancing; left out, each in turn. */
    Optional<String> algorithm();

    /** The part of the requests that the service gets, where others get some, too. */
    OptionalInt ownShare();

    /** Who else gets requests of this route. */
    List<TargetShare> otherShares();

    /** How long a caller stays with the service, or with another group that gets requests of the route. */
    Optional<Duration> shareStickiness();

    /** The token that each request must carry. */
    Optional<Jwt> jwt();

    /** How the path and query are changed before the service sees them. */
    Optional<Rewrite> pathRewrite();

    /** How the host is changed before the service sees it. */
    Optional<Rewrite> hostRewrite();

    /** Whether it says how the task that answers is chosen. */
    default boolean hasChoice() {
        return stickiness().isPresent()
                || slowStart().isPresent()
                || algorithm().isPresent()
                || proxyProtocol();
    }

    /** Whether it says the same as another of the target group, which both share where they lead to one port. */
    default boolean isAlike(Routing other) {
        return drain().equals(other.drain())
                && stickiness().equals(other.stickiness())
                && cookie().equals(other.cookie())
                && slowStart().equals(other.slowStart())
                && algorithm().equals(other.algorithm())
                && proxyProtocol() == other.proxyProtocol()
                && keepsAddress() == other.keepsAddress();
    }

    /** Whether it does no more than lead to its service. */
    default boolean isPlain() {
        return login().isEmpty()
                && jwt().isEmpty()
                && ownShare().isEmpty()
                && shareStickiness().isEmpty()
                && pathRewrite().isEmpty()
                && hostRewrite().isEmpty();
    }

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

    /** Whether tasks are told the caller's address by a header before each connection, in version 2 of its protocol. */
    @Value.Default
    default boolean proxyProtocol() {
        return false;
    }

    /** How callers prove who they are. */
    Optional<Login> login();

    /** Its number among the rules of its listener, where it was said. */
    OptionalInt priority();
}
