package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import java.util.Map;
import java.util.Optional;

/** Log routers: a container of a task that gets the logs of the others. Section 3.5 of the specification. */
final class FireLens {

    /** The driver of containers whose logs go to the router of their task. */
    static final String DRIVER = "awsfirelens";

    private static final String PORT = "24224";

    private FireLens() {}

    /** The router of a task. */
    static Optional<ContainerSetup> router(TaskSetup setup) {
        return setup.containers().stream()
                .filter(one -> one.router().isPresent())
                .findFirst();
    }

    /** Whether the logs of a container go to the router. */
    static boolean isRouted(ContainerSetup container) {
        return container.logging().driver().equals(DRIVER);
    }

    /** The variables by which a container finds the router of its task. */
    static Map<String, String> variables(TaskSetup setup, ContainerSetup container) {
        return router(setup)
                .filter(router -> isRouted(container) && setup.network() == NetworkMode.AWSVPC)
                .map(router -> Map.of("FLUENT_HOST", "127.0.0.1", "FLUENT_PORT", PORT))
                .orElse(Map.of());
    }
}
