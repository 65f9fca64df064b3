package dev.stowage.dsl.network;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A security group that several things share, made here or existing: a service takes part in it with {@code joins}, and is
 * let into it with {@code reaches}. The groups that Stowage derives for services and load balancers need no word.
 */
@ValueStyle
@Value.Immutable
public sealed interface SecurityGroup extends Named<SecurityGroup>, Place permits ImmutableSecurityGroup {

    /** A new one in this network, into which nobody is let yet. */
    static SecurityGroup of(String name, Vpc network) {
        return ImmutableSecurityGroup.of(Particulars.of("security group", name, "of"))
                .withNetwork(network);
    }

    /** One that exists, by its id: {@code existing("database", id("sg-0a1b2c3d"))}. Words change none of its own rules. */
    static SecurityGroup existing(String name, Locator at) {
        return ImmutableSecurityGroup.of(Particulars.of("security group", name, "existing"))
                .withLocator(at);
    }

    /** Its id, such as {@code sg-0a1b2c3d}. */
    default Text id() {
        return Text.attribute(this, "GroupId");
    }

    @Override
    Particulars particulars();

    @Override
    default SecurityGroup particulars(Particulars particulars) {
        return ImmutableSecurityGroup.copyOf(this).withParticulars(particulars);
    }

    /** Where one that is made here stands. */
    Optional<Vpc> network();

    @Override
    Optional<Locator> locator();
}
