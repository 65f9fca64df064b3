package dev.stowage.local.engine.docker;

/** When an image is pulled: {@code ECS_IMAGE_PULL_BEHAVIOR} of ECS's agent. */
public enum PullPolicy {
    /** Always; where that fails a copy that is there will do. */
    DEFAULT,
    /** Always; a failure stops the task. */
    ALWAYS,
    /** If this run did not pull it before. */
    ONCE,
    /** If it is not there. */
    PREFER_CACHED,
    /** What is there wins for names without a registry, as images built here have; {@link #DEFAULT} for all others. */
    LOCAL
}
