package dev.stowage.dsl.task;

import dev.stowage.schema.expression.Text;

/**
 * A container image.
 *
 * @param reference its name in a registry, with a tag or digest
 */
public record Image(Text reference) {

    /** From a registry, such as {@code shop/storefront:2.3}. */
    public static Image image(String reference) {
        return new Image(Text.text(reference));
    }

    /** From a registry, by a name that is known only at deployment. */
    public static Image image(Text reference) {
        return new Image(reference);
    }
}
