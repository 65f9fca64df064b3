package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A container that can run anywhere, Fargate included. */
@ValueStyle
@Value.Immutable
public sealed interface Container extends ContainerWords<Container> permits ImmutableContainer {

    /** A container of this image, unique by its name within its task. */
    static Container of(String name, Image image) {
        return ImmutableContainer.of(ImmutableContainerSpec.of(Particulars.of("container", name, "of"), image));
    }

    @Override
    ContainerSpec spec();

    @Override
    default Container being(ContainerSpec spec) {
        return ImmutableContainer.of(spec);
    }
}
