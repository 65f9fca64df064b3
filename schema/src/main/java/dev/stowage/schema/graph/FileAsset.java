package dev.stowage.schema.graph;

import dev.stowage.schema.tree.ObjectNode;

/**
 * A file in a bucket.
 *
 * @param id a hash of its content, which is part of its key
 * @param source the file or the folder that it is made of
 * @param isZipped whether the source is packed on the way
 * @param destinations the buckets and keys that it gets
 */
public record FileAsset(String id, String source, boolean isZipped, ObjectNode destinations) implements Asset {}
