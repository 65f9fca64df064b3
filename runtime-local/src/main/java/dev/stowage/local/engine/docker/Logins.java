package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.AuthConfig;
import dev.stowage.local.stack.Hidden;
import java.util.Optional;

/** The user names and passwords for registries. */
@FunctionalInterface
interface Logins {

    /**
     * What is known of a registry.
     *
     * @param credentials user name and password, or a token
     * @param source who said so, such as {@code the secret of RepositoryCredentials}
     * @param trouble why there are none although there should be; never a secret
     */
    record Login(Optional<AuthConfig> credentials, String source, Optional<String> trouble) {

        static final Login NONE = new Login(Optional.empty(), "", Optional.empty());

        static Login of(AuthConfig credentials, String source) {
            return new Login(Optional.of(credentials), source, Optional.empty());
        }

        static Login failed(String trouble) {
            return new Login(Optional.empty(), "", Optional.of(trouble));
        }
    }

    /** That for the registry of an image; what its task says about it comes before what this machine knows. */
    Login find(ImageName image, Optional<Hidden> ofTask);
}
