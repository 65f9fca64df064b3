package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A certificate of AWS Certificate Manager, for HTTPS. */
@ValueStyle
@Value.Immutable
public sealed interface Certificate extends Named<Certificate> permits ImmutableCertificate {

    /** One that exists, in the Region of the load balancer. */
    static Certificate existing(String name, Locator at) {
        return ImmutableCertificate.of(Particulars.of("certificate", name, "existing"), at);
    }

    @Override
    Particulars particulars();

    @Override
    default Certificate particulars(Particulars particulars) {
        return ImmutableCertificate.copyOf(this).withParticulars(particulars);
    }

    /** How it is found. */
    Locator locator();
}
