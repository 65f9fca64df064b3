package dev.stowage.local.stack;

import dev.stowage.local.place.Launch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be run once by its name: the jobs of a stack, and its task definitions. */
public final class Jobs {

    private Jobs() {}

    /**
     * The job of that name, or else one task of the definition of that family, or of the service of that name.
     *
     * @param command goes to the first essential container, as a shell would run it in the image; empty for what the
     *     definition says
     */
    public static Optional<JobSetup> named(LocalStack stack, String name, List<String> command) {
        var job = stack.jobs().stream().filter(one -> one.name().equals(name)).findFirst();
        return job.or(() -> stack.task(name).or(() -> ofService(stack, name)).map(task -> ofDefinition(stack, task)))
                .map(one -> command.isEmpty() ? one : commanded(one, command));
    }

    private static Optional<TaskSetup> ofService(LocalStack stack, String name) {
        return stack.services().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(ServiceSetup::setup);
    }

    /** All such names. */
    public static List<String> names(LocalStack stack) {
        var names = new ArrayList<String>();
        stack.jobs().forEach(job -> names.add(job.name()));
        stack.tasks().forEach(task -> names.add(task.family()));
        stack.services().forEach(service -> names.add(service.name()));
        return names;
    }

    /** A task definition alone runs where a service of it runs, else on Fargate in the first zone. */
    private static JobSetup ofDefinition(LocalStack stack, TaskSetup task) {
        var service = stack.services().stream()
                .filter(one -> one.setup().family().equals(task.family()))
                .findFirst();
        var cluster = service.map(one -> one.cluster())
                .orElseGet(() -> stack.clusters().isEmpty()
                        ? "default"
                        : stack.clusters().get(0).name());
        Launch launch = service.map(one -> one.spec().launch())
                .orElseGet(() -> new Launch.OnFargate(List.of(stack.home().region() + "a")));
        var subnets = service.map(one -> one.subnets()).orElse(List.of());
        return new JobSetup(task.family(), cluster, task, Overrides.NONE, 1, launch, subnets, Optional.empty());
    }

    private static JobSetup commanded(JobSetup job, List<String> command) {
        var container = job.setup().containers().stream()
                .filter(one -> one.life().essential())
                .findFirst()
                .orElseThrow();
        var override = Overrides.OfContainer.of(container.name(), command, Map.of());
        return new JobSetup(
                job.name(),
                job.cluster(),
                job.setup().overridden(job.overrides()),
                Overrides.of(override),
                job.count(),
                job.launch(),
                job.subnets(),
                job.trigger());
    }
}
