package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What the engine says of a container, in the words of ECS's agent. */
final class Inspection {

    private Inspection() {}

    /** How a container is, in that run of it. */
    static ContainerSeen seen(Slot slot, int run, InspectContainerResponse container) {
        var id = slot.id();
        var state = container.getState();
        return switch (String.valueOf(state.getStatus())) {
            case "created" -> created(id, run, container);
            case "exited", "dead", "removing" -> ended(id, run, state);
            default ->
                ContainerSeen.running(id, run, health(state), time(state.getStartedAt()))
                        .settledAs(slot.steady());
        };
    }

    /** A container whose start failed stays behind as if it had only been made. */
    private static ContainerSeen created(ContainerId id, int run, InspectContainerResponse container) {
        var error = Optional.ofNullable(container.getState().getError()).filter(it -> !it.isEmpty());
        var at = time(container.getCreated());
        return error.map(it -> ContainerSeen.failed(id, run, ContainerError.cannotStart(it), at))
                .orElseGet(() -> ContainerSeen.at(id, run, ContainerStatus.CREATED, at));
    }

    private static ContainerSeen ended(ContainerId id, int run, ContainerState state) {
        var code = Optional.ofNullable(state.getExitCodeLong()).orElse(0L);
        var seen = ContainerSeen.exited(id, run, code.intValue(), time(state.getFinishedAt()));
        return Boolean.TRUE.equals(state.getOOMKilled()) ? seen.with(ContainerError.outOfMemory()) : seen;
    }

    private static Health health(ContainerState state) {
        var said = Optional.ofNullable(state.getHealth()).map(it -> it.getStatus());
        return switch (said.orElse("none")) {
            case "healthy" -> Health.HEALTHY;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.UNKNOWN;
        };
    }

    static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return Instant.EPOCH;
        }
    }

    /** Its own address in the network of its run; empty where it has none. */
    static String ip(InspectContainerResponse container) {
        var networks = container.getNetworkSettings().getNetworks();
        return networks.values().stream()
                .map(one -> Optional.ofNullable(one.getIpAddress()).orElse(""))
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }
}
