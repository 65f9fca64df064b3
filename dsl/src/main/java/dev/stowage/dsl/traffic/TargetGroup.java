package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A target group that exists: of the load balancer of others, where a service registers its tasks by {@code registersIn}, or
 * filled by others, to which a listener forwards. The target groups of routes are derived and need no word.
 */
@ValueStyle
@Value.Immutable
public sealed interface TargetGroup extends Named<TargetGroup> permits ImmutableTargetGroup {

    /** One that exists, by its Amazon resource name. Services register in one whose targets are IP addresses only. */
    static TargetGroup existing(String name, Locator at) {
        return ImmutableTargetGroup.of(Particulars.of("target group", name, "existing"), at);
    }

    /**
     * Is called by a load balancer with this security group, which tasks that register then let in; left out, the parameter
     * {@code <Name>SecurityGroup} asks for it.
     */
    default TargetGroup calledBy(SecurityGroup balancer) {
        return ImmutableTargetGroup.copyOf(this)
                .withCallers(balancer)
                .withParticulars(particulars().said("calledBy"));
    }

    /** This group with so many parts of the requests, 0 to 999, against the parts of other groups. */
    default TargetShare weight(int parts) {
        return new TargetShare(this, parts);
    }

    @Override
    Particulars particulars();

    @Override
    default TargetGroup particulars(Particulars particulars) {
        return ImmutableTargetGroup.copyOf(this).withParticulars(particulars);
    }

    /** How it is found. */
    Locator locator();

    /** The security group of the load balancer that calls it. */
    Optional<SecurityGroup> callers();
}
