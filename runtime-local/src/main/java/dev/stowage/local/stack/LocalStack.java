package dev.stowage.local.stack;

import dev.stowage.local.service.ServiceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a model asks of one machine.
 *
 * @param name what the run is called: the names of its stacks
 * @param home the account and Region that it says it is in
 * @param clusters its clusters
 * @param tasks its task definitions
 * @param services its services; those that stand for other resources, as {@code local.yaml} says, come first
 * @param jobs what runs without a service
 * @param namespaces its Cloud Map namespaces
 * @param subnets its subnets
 * @param logGroups the names of its log groups
 * @param builds images to build first
 * @param standIns host names to answer for
 */
public record LocalStack(
        String name,
        Home home,
        List<ClusterSetup> clusters,
        List<TaskSetup> tasks,
        List<ServiceSetup> services,
        List<JobSetup> jobs,
        List<Namespace> namespaces,
        List<Subnet> subnets,
        List<String> logGroups,
        List<ImageBuild> builds,
        List<StandIn> standIns) {

    /** A stack that cannot be changed from outside. */
    public LocalStack {
        clusters = List.copyOf(clusters);
        tasks = List.copyOf(tasks);
        services = List.copyOf(services);
        jobs = List.copyOf(jobs);
        namespaces = List.copyOf(namespaces);
        subnets = List.copyOf(subnets);
        logGroups = List.copyOf(logGroups);
        builds = List.copyOf(builds);
        standIns = List.copyOf(standIns);
    }

    /** A run of one service and nothing else, for tests of its parts. */
    public static LocalStack of(Home home, ClusterSetup cluster, ServiceSetup... services) {
        var all = List.of(services);
        return new LocalStack(
                cluster.name(),
                home,
                List.of(cluster),
                all.stream().map(ServiceSetup::setup).toList(),
                all,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** The cluster of that name. */
    public Optional<ClusterSetup> cluster(String called) {
        return clusters.stream().filter(one -> one.name().equals(called)).findFirst();
    }

    /** The service that is known by that. */
    public Optional<ServiceSetup> service(ServiceId id) {
        return services.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The task definition of that family. */
    public Optional<TaskSetup> task(String family) {
        return tasks.stream().filter(one -> one.family().equals(family)).findFirst();
    }

    /**
     * The same as what follows a stack that runs already: a task definition that stayed the same keeps its revision, a
     * changed one gets the next, so that the scheduler deploys what changed and nothing else.
     */
    public LocalStack following(LocalStack running) {
        return numbered(task -> running.task(task.family())
                .map(old -> numberAfter(old, task))
                .orElse(task.definition().revision()));
    }

    private static int numberAfter(TaskSetup old, TaskSetup task) {
        var number = old.definition().revision();
        return task.isSame(old) ? number : number + 1;
    }

    /** The same with each task definition as the revision of that number. */
    public LocalStack numbered(ToIntFunction<TaskSetup> revisions) {
        var numbers = new HashMap<String, Integer>();
        tasks.forEach(task -> numbers.put(task.family(), revisions.applyAsInt(task)));
        return new LocalStack(
                name,
                home,
                clusters,
                tasks.stream().map(one -> numbered(one, numbers)).toList(),
                services.stream()
                        .map(one -> one.with(numbered(one.setup(), numbers)))
                        .toList(),
                jobs.stream()
                        .map(one -> one.with(numbered(one.setup(), numbers)))
                        .toList(),
                namespaces,
                subnets,
                logGroups,
                builds,
                standIns);
    }

    /** The revision of its family; what a service has otherwise, such as disks, stays. */
    private static TaskSetup numbered(TaskSetup setup, Map<String, Integer> numbers) {
        return setup.revision(
                numbers.getOrDefault(setup.family(), setup.definition().revision()));
    }
}
