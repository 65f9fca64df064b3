package dev.stowage.dsl.cluster;

import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A share of a Fargate strategy. */
@ValueStyle
@Value.Immutable
public sealed interface FargateShare extends FargateCapacity permits ImmutableFargateShare {

    /** Runs the first so many tasks here, up to 100,000; one provider of a strategy may have a base. */
    default FargateShare base(int tasks) {
        return ImmutableFargateShare.copyOf(this).withBase(tasks);
    }

    /** Runs this part of all further tasks here, 0 to 1,000. */
    default FargateShare weight(int parts) {
        return ImmutableFargateShare.copyOf(this).withWeight(parts);
    }

    @Override
    Fargate provider();

    @Override
    int base();

    @Override
    int weight();
}
