package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What of a running pause container the other containers of its task need. */
final class Pauses {

    private static final String USUAL_PARENT = "/docker/";

    private Pauses() {}

    static Ground.Pause read(InspectContainerResponse container, EngineFacts facts) {
        var id = container.getId();
        var group = facts.cgroups().nest() ? group(container).orElse(USUAL_PARENT + id) : "";
        return new Ground.Pause(id, group, Inspection.ip(container));
    }

    /** The path that the kernel shows, where it shows one of that container: an engine may have another parent. */
    private static Optional<String> group(InspectContainerResponse container) {
        var process = container.getState().getPidLong();
        try (var lines = Files.lines(Path.of("/proc/" + process + "/cgroup"))) {
            return lines.filter(line -> line.contains(":memory:") && line.endsWith(container.getId()))
                    .map(line -> line.substring(line.lastIndexOf(':') + 1))
                    .findFirst();
        } catch (IOException hidden) {
            return Optional.empty();
        }
    }
}
