package dev.stowage.dsl.task;

import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** An image of any registry, by its name there. */
@ValueStyle
@Value.Immutable
public sealed interface RegistryImage extends Image permits ImmutableRegistryImage {

    /**
     * Pulled with a user name and password: a secret of Secrets Manager that holds {@code {"username": "…", "password": "…"}}.
     * For ECR nothing need be said.
     */
    default RegistryImage credentials(Secret login) {
        return ImmutableRegistryImage.copyOf(this).withLogin(login);
    }

    /** Its name in a registry, with a tag or digest. */
    Text reference();

    /** With what it is pulled. */
    Optional<Secret> login();
}
