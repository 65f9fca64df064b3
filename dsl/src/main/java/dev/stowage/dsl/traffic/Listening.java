package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a listener is, whatever it speaks: where it listens, and what becomes of requests that no route takes. */
@ValueStyle
@Value.Immutable
public sealed interface Listening permits ImmutableListening {

    /** Its kind, tags and lines. */
    Particulars particulars();

    /** The load balancer that listens. */
    AnyBalancer balancer();

    /** The port at which it listens. */
    int port();

    /** How an existing one is found. */
    Optional<Locator> locator();

    /** The first priority that is free for rules of this app, where others have rules too. */
    OptionalInt firstPriority();

    /** And the last. */
    OptionalInt lastPriority();

    /** The certificate with which it speaks HTTPS; none for HTTP. */
    Optional<Certificate> certificate();

    /** Which versions and ciphers of TLS it agrees to, where that is said. */
    Optional<TlsPolicy> tlsPolicy();

    /** The certificates for callers that ask for other hosts. */
    List<Certificate> moreCertificates();

    /** What becomes of requests that no route takes; left out, a 404. */
    Optional<Action> otherwise();

    /** What it answers by itself. */
    List<Answer> answers();

    /** Whether callers of port 80 are sent here. */
    @Value.Default
    default boolean isHttpRedirected() {
        return false;
    }
}
