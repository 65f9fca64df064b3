package dev.stowage.local.run;

import dev.stowage.local.engine.docker.Booking;
import dev.stowage.local.engine.docker.Surroundings;
import dev.stowage.local.task.ContainerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** ECS's endpoints around a container. Where they are not reached, nothing is said that leads to them. */
final class EcsAround implements Surroundings {

    private static final String ADDRESS = "169.254.170.2";
    private static final String URL = "http://" + ADDRESS;
    private static final String CREDENTIALS = "/v2/credentials/";

    private final Endpoints endpoints;
    private final Supplier<Map<String, String>> hosts;

    /**
     * These endpoints.
     *
     * @param hosts names with addresses that hold whether the endpoints are reached or not
     */
    EcsAround(Endpoints endpoints, Supplier<Map<String, String>> hosts) {
        this.endpoints = endpoints;
        this.hosts = hosts;
    }

    @Override
    public Map<String, String> environment(ContainerId container, Booking task) {
        if (!endpoints.isReached()) {
            return Map.of();
        }
        var id = endpoints.ids().of(container);
        var variables = new TreeMap<String, String>();
        variables.put("ECS_CONTAINER_METADATA_URI", URL + "/v3/" + id);
        variables.put("ECS_CONTAINER_METADATA_URI_V4", URL + "/v4/" + id);
        variables.put("ECS_AGENT_URI", URL + "/api/" + id);
        if (task.setup().roles().task().isPresent()) {
            variables.put(
                    "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
                    CREDENTIALS + endpoints.ids().ofRole(container.task()));
        }
        return variables;
    }

    @Override
    public List<String> nameServers() {
        return endpoints.isReached() ? List.of(ADDRESS) : List.of();
    }

    @Override
    public Map<String, String> hosts(Booking task) {
        return hosts.get();
    }

    @Override
    public Optional<LogService> logs(ContainerId container, Booking task) {
        return endpoints.isReached()
                ? Optional.of(new LogService(
                        endpoints.url(), CREDENTIALS + endpoints.ids().ofLogs(container.task())))
                : Optional.empty();
    }
}
