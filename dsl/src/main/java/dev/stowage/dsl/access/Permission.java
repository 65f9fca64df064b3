package dev.stowage.dsl.access;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** Something that a task's own code may do. */
@ValueStyle
@Value.Immutable
public sealed interface Permission permits ImmutablePermission {

    /** An action on a resource, by its name in IAM: {@code allow("s3:GetObject", arn("arn:aws:s3:::reports/*"))}. */
    static Permission allow(String action, Arn resource) {
        return ImmutablePermission.of(action, resource, Lines.here("allow"));
    }

    /** The action, such as {@code s3:GetObject}. */
    String action();

    /** What it acts on. */
    Arn resource();

    /** Where it was said. */
    @Value.Auxiliary
    Lines lines();
}
