package dev.stowage.dsl.storage;

import dev.stowage.dsl.access.Grant;
import dev.stowage.dsl.access.Store;
import java.util.List;

/**
 * An object in a bucket, or all whose keys begin alike.
 *
 * @param bucket where it lies
 * @param objectKey its key there, such as {@code config/web.env}; with an asterisk at its end, how keys begin
 */
public record BucketObject(Bucket bucket, String objectKey) implements Store {

    @Override
    public List<Grant> reading() {
        return bucket.withKey(Grant.part(bucket, "/" + objectKey, "s3:GetObject"), false);
    }

    @Override
    public List<Grant> writing() {
        return bucket.withKey(
                Grant.part(bucket, "/" + objectKey, "s3:AbortMultipartUpload", "s3:DeleteObject", "s3:PutObject"),
                true);
    }
}
