package dev.stowage.dsl.storage;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.task.RepositoryImage;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A repository of images in ECR, made here or existing. One made here scans what is pushed, never lets a tag move, and stays
 * when its stack is deleted. It is empty at first: whoever runs its images belongs in a stack that is deployed later.
 */
@ValueStyle
@Value.Immutable
public sealed interface Repository extends Named<Repository>, Place permits ImmutableRepository {

    /** A new one; CloudFormation makes up its name in ECR unless {@link #called} says one. */
    static Repository of(String name) {
        return ImmutableRepository.of(Particulars.of("repository", name, "of"));
    }

    /** One that exists, by {@code arn} or, in the account and Region of the stack, by its name: {@code id("shop/web")}. */
    static Repository existing(String name, Locator at) {
        return ImmutableRepository.of(Particulars.of("repository", name, "existing"))
                .withLocator(at);
    }

    /** Has this name in ECR, for those who push to it. */
    default Repository called(String repositoryName) {
        return ImmutableRepository.copyOf(this)
                .withRepositoryName(repositoryName)
                .withParticulars(particulars().said("called"));
    }

    /** Lets a tag move to another image. */
    default Repository mutableTags() {
        return ImmutableRepository.copyOf(this)
                .withHasMutableTags(true)
                .withParticulars(particulars().said("mutableTags"));
    }

    /** The image with this tag. */
    default RepositoryImage image(String tag) {
        return image(Text.text(tag));
    }

    /** The image with a tag that is known only at deployment, so that a pipeline hands in what it has pushed. */
    default RepositoryImage image(Text tag) {
        return RepositoryImage.tagged(this, tag);
    }

    /** The image with this digest, {@code sha256:} and 64 hexadecimal digits, which no push can change. */
    default RepositoryImage digest(String digest) {
        return RepositoryImage.digested(this, digest);
    }

    @Override
    Particulars particulars();

    @Override
    default Repository particulars(Particulars particulars) {
        return ImmutableRepository.copyOf(this).withParticulars(particulars);
    }

    @Override
    Optional<Locator> locator();

    /** Its name in ECR, where one was said. */
    Optional<String> repositoryName();

    /** Whether a tag may move. */
    @Value.Default
    default boolean hasMutableTags() {
        return false;
    }
}
