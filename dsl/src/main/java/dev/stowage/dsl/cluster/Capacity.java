package dev.stowage.dsl.cluster;

/** Where tasks run: a capacity provider, or its share of a strategy. */
public sealed interface Capacity permits FargateCapacity {}
