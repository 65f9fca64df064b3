package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.RegistryImage;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import org.jspecify.annotations.Nullable;

/** What a container definition says of an image. */
final class Images {

    private Images() {}

    static Node reference(Image image, Emission out) {
        return ((RegistryImage) image).reference().in(out);
    }

    /** With what an image is pulled from a registry that asks for a login; null where none is said. */
    static @Nullable Secret login(Image image) {
        return image instanceof RegistryImage registered ? registered.login().orElse(null) : null;
    }
}
