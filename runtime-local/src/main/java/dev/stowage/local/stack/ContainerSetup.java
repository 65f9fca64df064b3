package dev.stowage.local.stack;

import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.schema.value.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One container of a task with everything that an engine needs to make it. */
@ValueStyle
@Value.Immutable
public sealed interface ContainerSetup permits ImmutableContainerSetup {

    /** A container with nothing else said. */
    static ContainerSetup of(ContainerDefinition life) {
        return ImmutableContainerSetup.of(life);
    }

    /** An essential container that runs this image, with nothing else said. */
    static ContainerSetup essential(String name, String image) {
        return of(ContainerDefinition.essential(name, image));
    }

    /** Its name, its image, and what decides about its life. */
    ContainerDefinition life();

    /** What it runs and as whom. */
    @Value.Default
    default Command command() {
        return Command.OF_IMAGE;
    }

    /** Its variables and its secrets. */
    @Value.Default
    default Environment environment() {
        return Environment.EMPTY;
    }

    /** What it may take. */
    @Value.Default
    default Limits limits() {
        return Limits.NONE;
    }

    /** Its ports, as written. */
    List<PortMapping> ports();

    /** Ports that are open on the loopback of this machine, whatever the network mode. */
    List<Published> published();

    /** What of the outside is in its file system. */
    @Value.Default
    default Mounts mounts() {
        return Mounts.NONE;
    }

    /** What it may do. */
    @Value.Default
    default Security security() {
        return Security.STANDARD;
    }

    /** Its name, and how it finds others. */
    @Value.Default
    default Hosts hosts() {
        return Hosts.NONE;
    }

    /** Where its output goes. */
    @Value.Default
    default Logging logging() {
        return Logging.STANDARD;
    }

    /** What it is to the logs of others, where it is a FireLens router. */
    Optional<LogRouter> router();

    /** How the engine asks it whether it is well. */
    Optional<HealthCheck> health();

    /** The user name and password for its registry, as JSON {@code {"username": ..., "password": ...}}. */
    Optional<Hidden> login();

    /** Docker labels of the user's own. */
    Map<String, String> labels();

    /** Kernel parameters, such as {@code net.core.somaxconn}. */
    Map<String, String> kernel();

    /** Whether a tag means the same image for all tasks of a deployment: {@code VersionConsistency}. */
    @Value.Default
    default boolean pinned() {
        return true;
    }

    /** Its name in the task definition. */
    default String name() {
        return life().name();
    }

    /** What it runs. */
    default String image() {
        return life().image();
    }

    /** The same with another life. */
    default ContainerSetup with(ContainerDefinition other) {
        return ImmutableContainerSetup.copyOf(this).withLife(other);
    }

    /** The same, running that. */
    default ContainerSetup with(Command other) {
        return ImmutableContainerSetup.copyOf(this).withCommand(other);
    }

    /** The same with that environment. */
    default ContainerSetup with(Environment other) {
        return ImmutableContainerSetup.copyOf(this).withEnvironment(other);
    }

    /** The same within those limits. */
    default ContainerSetup with(Limits other) {
        return ImmutableContainerSetup.copyOf(this).withLimits(other);
    }

    /** The same with these ports. */
    default ContainerSetup with(PortMapping... others) {
        return with(List.of(others));
    }

    /** The same with these ports. */
    default ContainerSetup with(List<PortMapping> others) {
        return ImmutableContainerSetup.copyOf(this).withPorts(others);
    }

    /** The same with these ports open on the loopback of this machine. */
    default ContainerSetup publishing(List<Published> others) {
        return ImmutableContainerSetup.copyOf(this).withPublished(others);
    }

    /** The same with that in its file system. */
    default ContainerSetup with(Mounts other) {
        return ImmutableContainerSetup.copyOf(this).withMounts(other);
    }

    /** The same, allowed to do that. */
    default ContainerSetup with(Security other) {
        return ImmutableContainerSetup.copyOf(this).withSecurity(other);
    }

    /** The same, called that and finding those. */
    default ContainerSetup with(Hosts other) {
        return ImmutableContainerSetup.copyOf(this).withHosts(other);
    }

    /** The same with its output going there. */
    default ContainerSetup with(Logging other) {
        return ImmutableContainerSetup.copyOf(this).withLogging(other);
    }

    /** The same, routing the logs of others. */
    default ContainerSetup with(LogRouter other) {
        return ImmutableContainerSetup.copyOf(this).withRouter(other);
    }

    /** The same, asked like that; its life knows that it has a health check. */
    default ContainerSetup with(HealthCheck other) {
        return ImmutableContainerSetup.copyOf(this)
                .withLife(life().withHealthCheck())
                .withHealth(other);
    }

    /** The same with that login at its registry. */
    default ContainerSetup with(Hidden login) {
        return ImmutableContainerSetup.copyOf(this).withLogin(login);
    }

    /** The same with these Docker labels. */
    default ContainerSetup labelled(Map<String, String> others) {
        return ImmutableContainerSetup.copyOf(this).withLabels(others);
    }

    /** The same with these kernel parameters. */
    default ContainerSetup tuned(Map<String, String> others) {
        return ImmutableContainerSetup.copyOf(this).withKernel(others);
    }

    /** The same, with a tag that may mean another image for the next task. */
    default ContainerSetup unpinned() {
        return ImmutableContainerSetup.copyOf(this).withPinned(false);
    }
}
