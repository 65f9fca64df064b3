package dev.stowage.dsl.cluster;

/** Fargate, or its share of a strategy. A provider without a share has base 0 and weight 1. */
public sealed interface FargateCapacity extends Capacity permits Fargate, FargateShare {

    /** The provider. */
    Fargate provider();

    /** How many tasks run here before any other provider gets one. */
    int base();

    /** The part of all further tasks that runs here, against the weights of the others. */
    int weight();
}
