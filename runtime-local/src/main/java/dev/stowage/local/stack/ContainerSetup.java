package dev.stowage.local.stack;

import dev.stowage.local.task.ContainerDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One container of a task with everything that an engine needs to make it.
 *
 * @param life its name, its image, and what decides about its life
 * @param command what it runs and as whom
 * @param environment its variables and its secrets
 * @param limits what it may take
 * @param ports its ports, as written
 * @param published ports that are open on the loopback of this machine, whatever the network mode
 * @param mounts what of the outside is in its file system
 * @param security what it may do
 * @param hosts its name, and how it finds others
 * @param logging where its output goes
 * @param router what it is to the logs of others, where it is a FireLens router
 * @param health how the engine asks it whether it is well
 * @param login the user name and password for its registry, as JSON {@code {"username": ..., "password": ...}}
 * @param labels Docker labels of the user's own
 * @param kernel kernel parameters, such as {@code net.core.somaxconn}
 * @param pinned whether a tag means the same image for all tasks of a deployment: {@code VersionConsistency}
 */
public record ContainerSetup(
        ContainerDefinition life,
        Command command,
        Environment environment,
        Limits limits,
        List<PortMapping> ports,
        List<Published> published,
        Mounts mounts,
        Security security,
        Hosts hosts,
        Logging logging,
        Optional<LogRouter> router,
        Optional<HealthCheck> health,
        Optional<Hidden> login,
        Map<String, String> labels,
        Map<String, String> kernel,
        boolean pinned) {

    /** A setup that cannot be changed from outside. */
    public ContainerSetup {
        ports = List.copyOf(ports);
        published = List.copyOf(published);
        labels = Ordered.copy(labels);
        kernel = Ordered.copy(kernel);
    }

    /** A container with nothing else said. */
    public static ContainerSetup of(ContainerDefinition life) {
        return new ContainerSetup(
                life,
                Command.OF_IMAGE,
                Environment.EMPTY,
                Limits.NONE,
                List.of(),
                List.of(),
                Mounts.NONE,
                Security.STANDARD,
                Hosts.NONE,
                Logging.STANDARD,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                true);
    }

    /** An essential container that runs this image, with nothing else said. */
    public static ContainerSetup essential(String name, String image) {
        return of(ContainerDefinition.essential(name, image));
    }

    /** Its name in the task definition. */
    public String name() {
        return life.name();
    }

    /** What it runs. */
    public String image() {
        return life.image();
    }

    /** The same with another life. */
    public ContainerSetup with(ContainerDefinition other) {
        return new ContainerSetup(
                other,
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same, running that. */
    public ContainerSetup with(Command other) {
        return new ContainerSetup(
                life,
                other,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same with that environment. */
    public ContainerSetup with(Environment other) {
        return new ContainerSetup(
                life, command, other, limits, ports, published, mounts, security, hosts, logging, router, health, login,
                labels, kernel, pinned);
    }

    /** The same within those limits. */
    public ContainerSetup with(Limits other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                other,
                ports,
                published,
                mounts,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same with these ports. */
    public ContainerSetup with(PortMapping... others) {
        return with(List.of(others));
    }

    /** The same with these ports. */
    public ContainerSetup with(List<PortMapping> others) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                others,
                published,
                mounts,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same with these ports open on the loopback of this machine. */
    public ContainerSetup publishing(List<Published> others) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                others,
                mounts,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same with that in its file system. */
    public ContainerSetup with(Mounts other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                published,
                other,
                security,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same, allowed to do that. */
    public ContainerSetup with(Security other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                other,
                hosts,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same, called that and finding those. */
    public ContainerSetup with(Hosts other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                other,
                logging,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same with its output going there. */
    public ContainerSetup with(Logging other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                hosts,
                other,
                router,
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same, routing the logs of others. */
    public ContainerSetup with(LogRouter other) {
        return new ContainerSetup(
                life,
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                hosts,
                logging,
                Optional.of(other),
                health,
                login,
                labels,
                kernel,
                pinned);
    }

    /** The same, asked like that; its life knows that it has a health check. */
    public ContainerSetup with(HealthCheck other) {
        return new ContainerSetup(
                life.withHealthCheck(),
                command,
                environment,
                limits,
                ports,
                published,
                mounts,
                security,
                hosts,
                logging,
                router,
                Optional.of(other),
                login,
                labels,
                kernel,
                pinned);
    }
}
