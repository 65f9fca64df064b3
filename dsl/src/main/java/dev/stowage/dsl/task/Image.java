package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.expression.Text;

/** A container image. */
public sealed interface Image permits RegistryImage, RepositoryImage, BuiltImage {

    /** From a registry, such as {@code shop/storefront:2.3}. */
    static RegistryImage image(String reference) {
        return image(Text.text(reference));
    }

    /** From a registry, by a name that is known only at deployment. */
    static RegistryImage image(Text reference) {
        return ImmutableRegistryImage.of(reference);
    }

    /** Built from the {@code Dockerfile} in this folder when the stack is deployed. */
    static BuiltImage dockerfile(String folder) {
        return ImmutableBuiltImage.of(folder, Lines.here("dockerfile"));
    }
}
