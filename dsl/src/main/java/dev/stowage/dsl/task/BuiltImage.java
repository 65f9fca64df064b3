package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An image that is built from a folder when its stack is deployed, for the processors of its task, and pushed to the
 * repository of the account's CDK bootstrap. Nothing is built at synthesis: only the content of the folder is hashed, so that a
 * change of it is a new image. Whatever {@code .dockerignore} names by a plain path does not count.
 */
@ValueStyle
@Value.Immutable
public sealed interface BuiltImage extends Image permits ImmutableBuiltImage {

    /** By this file of the folder; left out, by {@code Dockerfile}. */
    default BuiltImage file(String name) {
        return ImmutableBuiltImage.copyOf(this).withFile(name);
    }

    /** Up to this stage of the file; left out, to the last one. */
    default BuiltImage stage(String name) {
        return ImmutableBuiltImage.copyOf(this).withStage(name);
    }

    /** With this build argument. */
    default BuiltImage argument(String name, String value) {
        var more = new ArrayList<>(arguments());
        more.add(new Argument(name, value));
        return ImmutableBuiltImage.copyOf(this).withArguments(more);
    }

    /** The folder, seen from where the program runs. */
    String folder();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();

    /** The file that says how. */
    @Value.Default
    default String file() {
        return "Dockerfile";
    }

    /** The stage to build. */
    Optional<String> stage();

    /** The build arguments. */
    List<Argument> arguments();

    /**
     * A build argument.
     *
     * @param name its name
     * @param value its value
     */
    record Argument(String name, String value) {}
}
