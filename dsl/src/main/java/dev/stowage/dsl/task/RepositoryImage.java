package dev.stowage.dsl.task;

import dev.stowage.dsl.storage.Repository;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** An image of a repository in ECR; the execution role may pull from that repository and no other. */
@ValueStyle
@Value.Immutable
public sealed interface RepositoryImage extends Image permits ImmutableRepositoryImage {

    /** The image with this tag. */
    static RepositoryImage tagged(Repository repository, Text tag) {
        return ImmutableRepositoryImage.of(repository, tag);
    }

    /** The image with this digest. */
    static RepositoryImage digested(Repository repository, String digest) {
        return ImmutableRepositoryImage.of(repository, Text.text(digest)).withIsDigest(true);
    }

    /** Where it lies. */
    Repository repository();

    /** Its tag or digest. */
    Text version();

    /** Whether it is known by its digest. */
    @Value.Default
    default boolean isDigest() {
        return false;
    }
}
