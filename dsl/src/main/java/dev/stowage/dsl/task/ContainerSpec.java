package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a container is, wherever it runs. */
@ValueStyle
@Value.Immutable
public sealed interface ContainerSpec permits ImmutableContainerSpec {

    /** Its name, accepted findings and lines. */
    Particulars particulars();

    /** What it runs. */
    Image image();

    /** The ports at which it listens. */
    List<Port> ports();

    /** Its environment, in the order in which it was said. */
    List<Variable> environment();

    /** What it is handed in secret. */
    List<SecretVariable> secrets();

    /** How it is asked whether it is well. */
    Optional<HealthCheck> healthCheck();

    /** Where its output goes; left out, to CloudWatch for a month. */
    Optional<Logs> logs();

    /** The MiB it may use. */
    OptionalInt memory();

    /** The MiB it is sure of. */
    OptionalInt memoryReservation();

    /** The CPU units it is sure of, 1024 to a core. */
    OptionalInt cpu();

    /** Whether the task stops when it stops. */
    @Value.Default
    default boolean isEssential() {
        return true;
    }

    /** The containers it waits for. */
    List<Dependency> dependencies();

    /** What it runs instead of the image's own command. */
    List<String> command();

    /** How long it is given to stop. */
    Optional<Duration> stopTimeout();

    /** As whom it runs. */
    Optional<String> user();

    /** Whether it cannot write to its own file system. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }

    /**
     * A variable of the environment.
     *
     * @param name its name
     * @param value its value
     */
    record Variable(String name, Text value) {}

    /**
     * A variable whose value is a secret.
     *
     * @param name its name
     * @param value where the value lies
     */
    record SecretVariable(String name, Secret value) {}

    /**
     * A container that is waited for.
     *
     * @param container its name
     * @param readiness what it must be
     */
    record Dependency(String container, Readiness readiness) {}
}
