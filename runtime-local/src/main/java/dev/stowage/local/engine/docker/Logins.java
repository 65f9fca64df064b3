package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.AuthConfig;
import dev.stowage.local.stack.Hidden;
import java.util.Optional;

/** The user names and passwords for registries. */
@FunctionalInterface
interface Logins {

    /** That for the registry of an image; what its task says about it comes before what this machine knows. */
    Optional<AuthConfig> find(ImageName image, Optional<Hidden> ofTask);
}
