package dev.stowage.dsl.network;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.task.Port;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Names at which services answer each other: a namespace of AWS Cloud Map. Names are found through Service Connect, whose
 * proxy beside each task spreads calls, tries again and counts; in a namespace of DNS, through plain address records. Make
 * one with {@link Vpc#namespace}, {@link Vpc#dnsNamespace} or {@link Vpc#publicNamespace}.
 */
@ValueStyle
@Value.Immutable
public sealed interface Namespace extends Named<Namespace>, Place permits ImmutableNamespace {

    /** A new one for Service Connect, whose callers stand in this network. */
    static Namespace of(String name, Vpc network) {
        return ImmutableNamespace.of(Particulars.of("namespace", name, "namespace"), network, false);
    }

    /** A new one of address records, which only this network can see. */
    static Namespace dns(String name, Vpc network) {
        return ImmutableNamespace.of(Particulars.of("namespace", name, "dnsNamespace"), network, true);
    }

    /** A new one of address records, which everybody can see. */
    static Namespace publicDns(String name, Vpc network) {
        return ImmutableNamespace.of(Particulars.of("namespace", name, "publicNamespace"), network, true)
                .withIsPublic(true);
    }

    /**
     * One for Service Connect that exists, of any kind, found by its Amazon resource name or, as its id, by its name in this
     * account. Each of its endpoints belongs to the stack that names it, or to the only one that uses it.
     */
    static Namespace existing(String name, Locator at, Vpc network) {
        return ImmutableNamespace.of(Particulars.of("namespace", name, "existing"), network, false)
                .withLocator(at);
    }

    /** A name in it, at which one service answers and others call at this port. */
    default Endpoint endpoint(String name, Port port) {
        return Endpoint.of(name, this, port);
    }

    @Override
    Particulars particulars();

    @Override
    default Namespace particulars(Particulars particulars) {
        return ImmutableNamespace.copyOf(this).withParticulars(particulars);
    }

    /** Where those stand who answer and call. */
    Vpc network();

    /** Whether its names are address records, and not those of Service Connect. */
    boolean isDns();

    /** Whether everybody can see its records, and not its network alone. */
    @Value.Default
    default boolean isPublic() {
        return false;
    }

    @Override
    Optional<Locator> locator();
}
