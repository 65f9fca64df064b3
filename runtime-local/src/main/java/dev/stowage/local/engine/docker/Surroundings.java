package dev.stowage.local.engine.docker;

import dev.stowage.local.task.ContainerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a container is told about the services around it, which ECS's agent and AWS are elsewhere. Asked by many threads. */
public interface Surroundings {

    /** Nothing is around: no metadata, no credentials, no names. */
    Surroundings NONE = new Surroundings() {};

    /** The variables by which a container finds metadata and credentials, such as {@code ECS_CONTAINER_METADATA_URI_V4}. */
    default Map<String, String> environment(ContainerId container, Booking task) {
        return Map.of();
    }

    /** The addresses of the DNS servers that know the names of the run; none leaves the engine's own. */
    default List<String> nameServers() {
        return List.of();
    }

    /** Domains in which short names are looked up. */
    default List<String> searchDomains() {
        return List.of();
    }

    /** Names that stand in {@code /etc/hosts} of every container, with their addresses. */
    default Map<String, String> hosts(Booking task) {
        return Map.of();
    }

    /** Where the {@code awslogs} driver sends logs; empty where nobody takes them. */
    default Optional<LogService> logs(ContainerId container, Booking task) {
        return Optional.empty();
    }

    /**
     * Something that takes logs as CloudWatch Logs does.
     *
     * @param endpoint its address, such as {@code http://169.254.170.2}
     * @param credentials the path at which the engine gets credentials for it, such as {@code /v2/credentials/...}
     */
    record LogService(String endpoint, String credentials) {}
}
