package dev.stowage.dsl.cluster;

/** How closely Container Insights watches a cluster. */
public enum Insights {
    /** Not at all. */
    DISABLED,
    /** Clusters and services. */
    ENABLED,
    /** Down to tasks and containers. */
    ENHANCED
}
