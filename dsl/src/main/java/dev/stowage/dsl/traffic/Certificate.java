package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A certificate of AWS Certificate Manager, for HTTPS, made here or existing. One made here is proven by records in a hosted
 * zone of Route 53, which CloudFormation writes; that takes minutes, and fails where the zone is not the one that the world
 * asks. It is renewed by itself.
 */
@ValueStyle
@Value.Immutable
public sealed interface Certificate extends Named<Certificate>, Place permits ImmutableCertificate {

    /**
     * A new one.
     *
     * @param hostedZone the public hosted zone of all its hosts, such as {@code id("Z0123456789ABC")}
     * @param host a host, such as {@code shop.example} or {@code *.shop.example}, of 64 characters at most
     * @param others more hosts, nine at most unless AWS raises the quota
     */
    static Certificate of(String name, Locator hostedZone, String host, String... others) {
        var hosts = new ArrayList<String>(others.length + 1);
        hosts.add(host);
        hosts.addAll(List.of(others));
        return ImmutableCertificate.of(Particulars.of("certificate", name, "of"))
                .withHostedZone(hostedZone)
                .withHosts(hosts);
    }

    /** One that exists, in the Region of the load balancer. */
    static Certificate existing(String name, Locator at) {
        return ImmutableCertificate.of(Particulars.of("certificate", name, "existing"))
                .withLocator(at);
    }

    @Override
    Particulars particulars();

    @Override
    default Certificate particulars(Particulars particulars) {
        return ImmutableCertificate.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** The hosted zone in which one that is made here is proven. */
    Optional<Locator> hostedZone();

    /** The hosts that one that is made here stands for. */
    List<String> hosts();
}
