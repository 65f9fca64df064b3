package dev.stowage.schema.graph;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** One resource of a template. */
@ValueStyle
@Value.Immutable
public sealed interface Resource permits ImmutableResource {

    /** A resource of this type with these properties. */
    static Resource of(String logicalId, String type, ObjectNode properties, Origin at) {
        return ImmutableResource.builder()
                .logicalId(logicalId)
                .type(type)
                .properties(properties)
                .at(at)
                .build();
    }

    /** The same resource with other properties. */
    default Resource properties(ObjectNode properties) {
        return ImmutableResource.copyOf(this).withProperties(properties);
    }

    /** The same resource with other attributes: {@code DependsOn}, {@code Condition}, {@code DeletionPolicy}, and so on. */
    default Resource attributes(ObjectNode attributes) {
        return ImmutableResource.copyOf(this).withAttributes(attributes);
    }

    /** The same resource with findings about it that are accepted. */
    default Resource allowances(List<Allowance> allowances) {
        return ImmutableResource.copyOf(this).withAllowances(allowances);
    }

    /** Its name in the template. */
    String logicalId();

    /** Its type, such as {@code AWS::ECS::Service}. */
    String type();

    /** Its properties. */
    ObjectNode properties();

    /** Everything beside type and properties. */
    @Value.Default
    default ObjectNode attributes() {
        return ObjectNode.empty();
    }

    /** Findings about it that are accepted. */
    @Value.Auxiliary
    List<Allowance> allowances();

    /** Where it was written, or what it was derived from and why. */
    @Value.Auxiliary
    Origin at();
}
