package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Lines;
import dev.stowage.schema.value.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What makes a container the log router of its task (FireLens). What it is told of each line names the task it came from. */
@ValueStyle
@Value.Immutable
public sealed interface LogRouter permits ImmutableLogRouter {

    /** Fluent Bit, as in the image {@code aws-for-fluent-bit}; pin a version of it, because its latest tag moves. */
    static LogRouter fluentBit() {
        return ImmutableLogRouter.of("fluentbit", Lines.here("fluentBit"));
    }

    /** Fluentd. */
    static LogRouter fluentd() {
        return ImmutableLogRouter.of("fluentd", Lines.here("fluentd"));
    }

    /** Adds a file of the image to its configuration; Fargate takes it from nowhere else. */
    default LogRouter configFile(String path) {
        return ImmutableLogRouter.copyOf(this).withConfig(path).withLines(lines().and("configFile"));
    }

    /** Leaves the names of cluster, task and task definition out of each line. */
    default LogRouter withoutMetadata() {
        return ImmutableLogRouter.copyOf(this).withHasMetadata(false).withLines(lines().and("withoutMetadata"));
    }

    /** Its type in a task definition. */
    String type();

    /** Where its words were said. */
    @Value.Auxiliary
    Lines lines();

    /** The file that is added to its configuration. */
    Optional<String> config();

    /** Whether each line names the task that it came from. */
    @Value.Default
    default boolean hasMetadata() {
        return true;
    }
}
