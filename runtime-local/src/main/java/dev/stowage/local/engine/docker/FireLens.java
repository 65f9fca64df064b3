package dev.stowage.local.engine.docker;

import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.TaskSetup;
import java.util.LinkedHashMap;
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

    /**
     * The variables by which a container finds the router of its task, and those by which the router gets the secret options
     * of the others.
     *
     * @param host where the router is reached from the other containers of its task
     */
    static Map<String, String> variables(TaskSetup setup, ContainerSetup container, String host) {
        var all = new LinkedHashMap<String, String>();
        if (isRouted(container) && !host.isEmpty() && router(setup).isPresent()) {
            all.put("FLUENT_HOST", host);
            all.put("FLUENT_PORT", PORT);
        }
        if (container.router().isPresent()) {
            for (var other : setup.containers()) {
                other.logging()
                        .secrets()
                        .forEach((name, secret) -> all.put(secretVariable(name, other), secret.reveal()));
            }
        }
        return all;
    }

    /** The variable of the router that holds a secret option of a container. */
    static String secretVariable(String option, ContainerSetup container) {
        return option + "_" + container.name();
    }
}
