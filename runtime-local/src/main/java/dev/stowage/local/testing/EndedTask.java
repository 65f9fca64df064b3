package dev.stowage.local.testing;

import dev.stowage.local.run.LocalRun;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A task that has ended.
 *
 * @param id its name
 * @param revision the revision of its task definition, from 1
 * @param stopCode why, as the ECS API sorts the causes: {@code EssentialContainerExited}
 * @param reason the {@code stoppedReason} that the ECS API shows
 * @param exitCodes by the name of the container, of those that came to run
 * @param lines what its containers printed, one container after the other
 */
public record EndedTask(
        String id, int revision, String stopCode, String reason, Map<String, Integer> exitCodes, List<String> lines) {

    /** A task that cannot be changed from outside. */
    public EndedTask {
        exitCodes = Collections.unmodifiableMap(new LinkedHashMap<>(exitCodes));
        lines = List.copyOf(lines);
    }

    static EndedTask of(Task task, LocalRun run) {
        var codes = new LinkedHashMap<String, Integer>();
        for (var container : Printed.apps(task)) {
            container
                    .exitCode()
                    .ifPresent(code -> codes.put(container.definition().name(), code));
        }
        return new EndedTask(
                task.id().value(),
                task.definition().revision(),
                task.stop().map(Stop::code).map(code -> code.word()).orElse(""),
                task.stop().map(Stop::reason).orElse(""),
                codes,
                Printed.by(task, run.machine()));
    }
}
