package dev.stowage.local.endpoint;

import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A task that runs here, with all that it can ask about itself.
 *
 * @param task how it is
 * @param setup what it is made from
 * @param home where it says that it is
 * @param arn its ARN
 * @param cluster the name of its cluster
 * @param service the name of its service, where it has one
 * @param network its place on the network, once it has one
 * @param made what the engine says of its containers, by their names; those that are not made yet are missing
 */
public record Resident(
        Task task,
        TaskSetup setup,
        Home home,
        String arn,
        String cluster,
        Optional<String> service,
        Optional<Interface> network,
        Map<String, Made> made) {

    /** What cannot be changed from outside. */
    public Resident {
        made = Map.copyOf(made);
    }

    /**
     * A container that the engine has made.
     *
     * @param life how it is
     * @param made what the engine says of it
     */
    record Present(Container life, Made made) {

        String name() {
            return life.definition().name();
        }

        boolean isPause() {
            return name().equals(TaskDefinition.PAUSE);
        }
    }

    /** Its containers that the engine has made, in the order of the definition. */
    List<Present> containers() {
        return task.containers().stream()
                .flatMap(life ->
                        Optional.ofNullable(made.get(life.definition().name()))
                                .map(it -> new Present(life, it))
                                .stream())
                .toList();
    }
}
