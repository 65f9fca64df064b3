package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.schema.resource.LogsLogGroup;
import java.util.List;

/** The log groups that a model makes. */
final class LogGroups {

    private LogGroups() {}

    static List<String> of(Work work) {
        return work.evaluation().all(LogsLogGroup.TYPE).stream()
                .map(Grounded::physicalName)
                .toList();
    }
}
