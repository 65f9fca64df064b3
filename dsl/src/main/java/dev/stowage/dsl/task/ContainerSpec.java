package dev.stowage.dsl.task;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.BucketObject;
import dev.stowage.dsl.storage.Volume;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.value.ValueStyle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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

    /** The databases that it connects to. */
    List<Database> databases();

    /** Where its output goes; left out, to CloudWatch for a month. */
    Optional<Logs> logs();

    /** What makes it the log router of its task. */
    Optional<LogRouter> logRouter();

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

    /** What it runs instead of the image's own entry point. */
    List<String> entryPoint();

    /** The folder it starts in. */
    Optional<String> workingDirectory();

    /** Labels of the container in Docker. */
    List<Label> labels();

    /** How it starts again when it stops. */
    Optional<Restart> restart();

    /** How many files it may have open. */
    Optional<OpenFiles> openFiles();

    /** Whether a small init process is its first one. */
    @Value.Default
    default boolean hasInitProcess() {
        return false;
    }

    /** Whether it may watch and change other processes. */
    @Value.Default
    default boolean mayTrace() {
        return false;
    }

    /** The capabilities that are taken from it. */
    List<Capability> dropped();

    /** Settings of the kernel. */
    List<SystemControl> systemControls();

    /** Files with more variables, from S3. */
    List<BucketObject> environmentFiles();

    /** Whether its standard input stays open. */
    @Value.Default
    default boolean isInteractive() {
        return false;
    }

    /** Whether it has a terminal. */
    @Value.Default
    default boolean hasTerminal() {
        return false;
    }

    /** Whether all tasks of a deployment run the very image that its first one ran. */
    @Value.Default
    default boolean isVersionConsistent() {
        return true;
    }

    /** What it mounts. */
    List<Mount> mounts();

    /** How long those that wait for it do so. */
    Optional<Duration> startTimeout();

    /** How long it is given to stop. */
    Optional<Duration> stopTimeout();

    /** As whom it runs. */
    Optional<String> user();

    /** Whether it cannot write to its own file system. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }

    /** A path as a part of a name: {@code /var/run} is {@code -var-run}. */
    static String slug(String path) {
        var slug = new StringBuilder(path.length());
        for (var i = 0; i < path.length(); i++) {
            var letter = path.charAt(i);
            slug.append(letter < 128 && Character.isLetterOrDigit(letter) ? letter : '-');
        }
        return slug.toString();
    }

    /** The same, running this command; an empty one changes nothing. */
    default ContainerSpec running(List<String> command) {
        return command.isEmpty() ? this : ImmutableContainerSpec.copyOf(this).withCommand(command);
    }

    /** The same beside another container: it may stop without stopping the task. */
    default ContainerSpec beside() {
        return ImmutableContainerSpec.copyOf(this).withIsEssential(false);
    }

    /**
     * A variable of the environment.
     *
     * @param name its name
     * @param value its value
     */
    record Variable(String name, Text value) {

        public Variable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A variable whose value is a secret.
     *
     * @param name its name
     * @param value where the value lies
     */
    record SecretVariable(String name, Secret value) {

        public SecretVariable {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A container that is waited for.
     *
     * @param container its name
     * @param readiness what it must be
     */
    record Dependency(String container, Readiness readiness) {}

    /**
     * A label.
     *
     * @param name its name
     * @param value its value
     */
    record Label(String name, String value) {

        public Label {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * How many files a container may have open.
     *
     * @param soft how many at first
     * @param hard how many it may ask for
     */
    record OpenFiles(int soft, int hard) {}

    /**
     * A setting of the kernel.
     *
     * @param name its name, such as {@code net.core.somaxconn}
     * @param value its value
     */
    record SystemControl(String name, String value) {

        public SystemControl {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * A volume in the file system of a container.
     *
     * @param volume what is mounted
     * @param path where
     */
    record Mount(Volume volume, String path) {}
}
