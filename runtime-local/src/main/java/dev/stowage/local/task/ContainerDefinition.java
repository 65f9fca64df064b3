package dev.stowage.local.task;

import dev.stowage.schema.semantics.DependencyCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What decides about the life of a container. Everything else that its definition says is the engine's business.
 *
 * @param name its name, unique in the task definition
 * @param image what it runs
 * @param essential whether its end is the end of the task
 * @param healthChecked whether the definition has a health check; one of the image does not count
 * @param dependencies what it waits for
 * @param startTimeout how long others wait for it to become healthy or to end, from its start
 * @param stopTimeout how long it has between the stop signal and the kill
 * @param restart when it is started again after its end
 * @param steady the status in which it stays until its end: {@code RUNNING}, or {@code RESOURCES_PROVISIONED}
 */
public record ContainerDefinition(
        String name,
        String image,
        boolean essential,
        boolean healthChecked,
        List<Dependency> dependencies,
        Optional<Duration> startTimeout,
        Duration stopTimeout,
        Optional<RestartPolicy> restart,
        ContainerStatus steady) {

    /** The stop timeout of a definition that says none: the agent's {@code ECS_CONTAINER_STOP_TIMEOUT}. */
    public static final Duration STANDARD_STOP_TIMEOUT = Duration.ofSeconds(30);

    /** A container whose end is the end of the task, with nothing else said. */
    public static ContainerDefinition essential(String name, String image) {
        return of(name, image, true);
    }

    /** A container that may end while the task goes on, with nothing else said. */
    public static ContainerDefinition sidecar(String name, String image) {
        return of(name, image, false);
    }

    private static ContainerDefinition of(String name, String image, boolean essential) {
        return new ContainerDefinition(
                name,
                image,
                essential,
                false,
                List.of(),
                Optional.empty(),
                STANDARD_STOP_TIMEOUT,
                Optional.empty(),
                ContainerStatus.RUNNING);
    }

    /** The same, running that image. */
    public ContainerDefinition running(String other) {
        return new ContainerDefinition(
                name, other, essential, healthChecked, dependencies, startTimeout, stopTimeout, restart, steady);
    }

    /** The same, with a health check. */
    public ContainerDefinition withHealthCheck() {
        return new ContainerDefinition(
                name, image, essential, true, dependencies, startTimeout, stopTimeout, restart, steady);
    }

    /** The same, waiting for one more. */
    public ContainerDefinition dependsOn(String container, DependencyCondition condition) {
        var all = Stream.concat(dependencies.stream(), Stream.of(new Dependency(container, condition)));
        return new ContainerDefinition(
                name, image, essential, healthChecked, all.toList(), startTimeout, stopTimeout, restart, steady);
    }

    /** The same, for which others wait so long at most. */
    public ContainerDefinition withStartTimeout(Duration timeout) {
        var limit = Optional.of(timeout);
        return new ContainerDefinition(
                name, image, essential, healthChecked, dependencies, limit, stopTimeout, restart, steady);
    }

    /** The same, with so long between signal and kill. */
    public ContainerDefinition withStopTimeout(Duration timeout) {
        return new ContainerDefinition(
                name, image, essential, healthChecked, dependencies, startTimeout, timeout, restart, steady);
    }

    /** The same, started again after its end as the policy says. */
    public ContainerDefinition restarting(RestartPolicy policy) {
        var again = Optional.of(policy);
        return new ContainerDefinition(
                name, image, essential, healthChecked, dependencies, startTimeout, stopTimeout, again, steady);
    }

    /** The same, holding the network of its task: it is there for others only once that has an address. */
    ContainerDefinition providingNetwork() {
        return new ContainerDefinition(
                name,
                image,
                essential,
                healthChecked,
                dependencies,
                startTimeout,
                stopTimeout,
                restart,
                ContainerStatus.RESOURCES_PROVISIONED);
    }
}
