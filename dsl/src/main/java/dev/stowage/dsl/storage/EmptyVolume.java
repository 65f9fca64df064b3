package dev.stowage.dsl.storage;

import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** Scratch space that the containers of one task share. */
@ValueStyle
@Value.Immutable
public sealed interface EmptyVolume extends Volume permits ImmutableEmptyVolume {

    @Override
    default EmptyVolume readOnly() {
        return ImmutableEmptyVolume.copyOf(this).withIsReadOnly(true);
    }

    @Override
    String name();

    @Override
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }
}
