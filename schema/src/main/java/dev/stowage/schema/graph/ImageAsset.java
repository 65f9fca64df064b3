package dev.stowage.schema.graph;

import dev.stowage.schema.tree.ObjectNode;

/**
 * An image that is built and pushed to a repository.
 *
 * @param id a hash of its content, which is part of its tag
 * @param source the folder that it is built of
 * @param dockerfile the file in that folder which says how; {@code Dockerfile} by default
 * @param target the stage to build; empty for the last one
 * @param platform what it is built for, such as {@code linux/arm64}; empty for the platform of whoever builds
 * @param arguments build arguments, key by key
 * @param destinations the repositories and tags that it gets
 */
public record ImageAsset(
        String id,
        String source,
        String dockerfile,
        String target,
        String platform,
        ObjectNode arguments,
        ObjectNode destinations)
        implements Asset {}
