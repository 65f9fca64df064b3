package dev.stowage.dsl.network;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A name at which one service answers and others call. It has a security group of its own: whoever answers carries it, and
 * each caller is let into it by a rule in the caller's stack, so that services of two stacks may call each other.
 */
@ValueStyle
@Value.Immutable
public sealed interface Endpoint extends Named<Endpoint>, Place permits ImmutableEndpoint {

    /** A name in this namespace, of 1 to 63 lower-case letters, digits, hyphens and underscores. */
    static Endpoint of(String name, Namespace namespace, Port port) {
        return ImmutableEndpoint.of(Particulars.of("endpoint", name, "endpoint"), namespace, port);
    }

    /** Gives up a request after this time; left out, 15 s. Only where HTTP or gRPC is spoken through Service Connect. */
    default Endpoint timeout(Duration request) {
        return ImmutableEndpoint.copyOf(this)
                .withTimeout(request)
                .withParticulars(particulars().said("timeout"));
    }

    /** Closes a connection on which nothing was said for this long; left out, 5 min, or 1 h where bytes are spoken. */
    default Endpoint idle(Duration silence) {
        return ImmutableEndpoint.copyOf(this)
                .withIdle(silence)
                .withParticulars(particulars().said("idle"));
    }

    /**
     * Lets callers keep its addresses for this long, 0 s to a day; left out, 10 s. Only in a namespace of address records:
     * the longer they are kept, the longer a task is called that is gone.
     */
    default Endpoint keepsAddresses(Duration time) {
        return ImmutableEndpoint.copyOf(this)
                .withTimeToLive(time)
                .withParticulars(particulars().said("keepsAddresses"));
    }

    /**
     * Leads requests with this header and this very value to the new tasks of a deployment that shifts traffic, before the
     * others: {@code preview("X-Version", "next")}. Only where HTTP or gRPC is spoken through Service Connect.
     */
    default Endpoint preview(String header, String value) {
        return ImmutableEndpoint.copyOf(this)
                .withPreview(new Preview(header, value))
                .withParticulars(particulars().said("preview"));
    }

    /**
     * Encrypts what is said between the proxies of its callers and of who answers, with certificates that ECS gets from this
     * authority of AWS Private CA; the programs themselves go on speaking plainly to their proxies. Only through Service
     * Connect.
     */
    default Endpoint encrypted(Locator authority) {
        return ImmutableEndpoint.copyOf(this)
                .withAuthority(authority)
                .withParticulars(particulars().said("encrypted"));
    }

    /** Where to call it, such as {@code http://orders.peers.internal:8080}. */
    default Text url() {
        return url("");
    }

    /** Where to call this path. */
    default Text url(String path) {
        return Text.text("http://").plus(host()).plus((port().number() == 80 ? "" : ":" + port().number()) + path);
    }

    /** Where to reach it by other protocols: its host and its port, such as {@code orders.peers.internal:6379}. */
    default Text address() {
        return host().plus(":" + port().number());
    }

    /** Its name and that of its namespace, such as {@code orders.peers.internal}. */
    default Text host() {
        return Text.attribute(this, "Host");
    }

    @Override
    Particulars particulars();

    @Override
    default Endpoint particulars(Particulars particulars) {
        return ImmutableEndpoint.copyOf(this).withParticulars(particulars);
    }

    @Override
    default String key() {
        return "endpoint " + namespace().name() + "/" + name();
    }

    /** The namespace that it is a name in. */
    Namespace namespace();

    /** The port at which it is called. */
    Port port();

    /** After which time a request is given up. */
    Optional<Duration> timeout();

    /** For how long callers may keep its addresses. */
    Optional<Duration> timeToLive();

    /** Which requests the new tasks of a deployment get first. */
    Optional<Preview> preview();

    /** Who signs the certificates by which it is encrypted. */
    Optional<Locator> authority();

    /** After which silence a connection is closed. */
    Optional<Duration> idle();

    @Override
    default Optional<Place> home() {
        return Optional.of(namespace());
    }

    /** It never exists before: its security group is made here. */
    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    /**
     * What tells requests for new tasks from others.
     *
     * @param header the name of a header
     * @param value its value
     */
    record Preview(String header, String value) {

        public Preview {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(value, "value");
        }
    }
}
