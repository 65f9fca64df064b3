package dev.stowage.dsl.storage;

/**
 * An object in a bucket.
 *
 * @param bucket where it lies
 * @param objectKey its key there, such as {@code config/web.env}
 */
public record BucketObject(Bucket bucket, String objectKey) {}
