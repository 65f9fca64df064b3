package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.schema.origin.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a container of a task definition was written.
 *
 * @param task the task definition
 * @param index the place of the container in its list
 */
record Place(Grounded task, int index) {

    static Place of(Grounded task, int index) {
        return new Place(task, index);
    }

    /** Where a property of it was written, or else what is around it. */
    Origin at(String... path) {
        var full = new ArrayList<>(List.of("ContainerDefinitions", Integer.toString(index)));
        full.addAll(List.of(path));
        return task.at(full.toArray(new String[0]));
    }
}
