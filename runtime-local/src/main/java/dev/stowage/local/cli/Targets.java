package dev.stowage.local.cli;

import dev.stowage.local.run.Snapshot;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.schema.resource.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a word on the command line names: a service, a task by the beginning of its name, a container of it. */
final class Targets {

    private Targets() {}

    /** What all services are called. */
    static List<String> services(Snapshot now) {
        return now.services().stream()
                .map(service -> now.nameOf(service.spec().id()))
                .toList();
    }

    /** The service that a word names; one of several clusters has to be named with its cluster. */
    static ServiceId service(Snapshot now, String word) {
        return found(now, word).orElseThrow(() -> unknown("service", word, services(now)));
    }

    private static Optional<ServiceId> found(Snapshot now, String word) {
        var named = now.named(word);
        if (named.size() > 1) {
            var choices = named.stream().map(id -> "`" + id + "`").toList();
            throw Refusal.usage("`" + word + "` is a service of several clusters. Write which one is meant: "
                    + String.join(" or ", choices) + ".");
        }
        return named.stream().findFirst();
    }

    /** The tasks that a word names: those of a service or of a job, or the one whose name begins so. */
    static List<Task> tasks(Snapshot now, String word) {
        var service = found(now, word);
        var found = new ArrayList<Task>();
        for (var task : now.tasks()) {
            var isOfService = service.filter(id -> id.has(task)).isPresent();
            if (isOfService || isOfFamily(task, word) || task.id().value().startsWith(word)) {
                found.add(task);
            }
        }
        if (found.isEmpty() && service.isEmpty()) {
            throw unknown("service or task", word, services(now));
        }
        return found;
    }

    private static boolean isOfFamily(Task task, String word) {
        var group = task.assignment().group();
        return group.service().isEmpty() && group.called().equals(word);
    }

    /** The one task that a word names; of a service, its youngest that runs. */
    static Task task(Snapshot now, String word) {
        var live = tasks(now, word).stream().filter(Task::isLive).toList();
        if (live.isEmpty()) {
            throw Refusal.missing("`" + word + "` has no task that runs. `local ps` shows what there is.");
        }
        return live.get(live.size() - 1);
    }

    /** A container of the task that a word names; the first essential one where no name is given. */
    static ContainerId container(Snapshot now, String word, String name) {
        var task = task(now, word);
        var own = task.containers().stream()
                .filter(one -> !one.definition().name().equals(TaskDefinition.PAUSE))
                .toList();
        for (var container : own) {
            if (name.isEmpty()
                    ? container.definition().essential()
                    : called(container).equals(name)) {
                return new ContainerId(task.id(), called(container));
            }
        }
        throw unknown(
                "container of `" + word + "`",
                name,
                own.stream().map(Targets::called).toList());
    }

    private static String called(Container container) {
        return container.definition().name();
    }

    /** That there is no such thing, and what there is. */
    static Refusal unknown(String what, String word, List<String> known) {
        var guess = Nearest.to(word, known)
                .map(near -> " Did you mean `" + near + "`?")
                .orElse("");
        var all = known.isEmpty() ? " There is none." : " There is: " + String.join(", ", known) + ".";
        return Refusal.usage("`" + word + "` is no " + what + "." + (guess.isEmpty() ? all : guess));
    }
}
