package dev.stowage.dsl.observe;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** An alarm of CloudWatch, in the account and Region of the service that listens to it. */
@ValueStyle
@Value.Immutable
public sealed interface Alarm extends Named<Alarm>, Signal permits ImmutableAlarm {

    /** One that exists: its id is the name that it has in CloudWatch. */
    static Alarm existing(String name, Locator at) {
        return ImmutableAlarm.of(Particulars.of("alarm", name, "existing"), at);
    }

    @Override
    Particulars particulars();

    @Override
    default Alarm particulars(Particulars particulars) {
        return ImmutableAlarm.copyOf(this).withParticulars(particulars);
    }

    /** How it is found. */
    Locator locator();
}
