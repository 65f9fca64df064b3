package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.stack.JobSetup;
import dev.stowage.local.stack.JobSetup.Trigger;
import dev.stowage.local.stack.Overrides;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.resource.EventsRule;
import dev.stowage.schema.resource.SchedulerSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What runs without a service: what schedules start, and task definitions that no service runs. */
final class Jobs {

    private final TaskDefinitions tasks;
    private final Clusters clusters;
    private final Networks networks;
    private final List<JobSetup> jobs = new ArrayList<>();
    private final Set<String> families = new HashSet<>();

    private Jobs(TaskDefinitions tasks, Clusters clusters, Networks networks) {
        this.tasks = tasks;
        this.clusters = clusters;
        this.networks = networks;
    }

    static List<JobSetup> of(
            Work work, TaskDefinitions tasks, Clusters clusters, Networks networks, List<ServiceSetup> services) {
        var jobs = new Jobs(tasks, clusters, networks);
        services.forEach(service -> jobs.families.add(service.setup().family()));
        work.evaluation().all(SchedulerSchedule.TYPE).forEach(jobs::schedule);
        work.evaluation().all(EventsRule.TYPE).forEach(jobs::rule);
        tasks.all().forEach(jobs::byHand);
        return jobs.jobs;
    }

    private void schedule(Grounded one) {
        var view = one.view(SchedulerSchedule.EMPTY);
        var target = view.target().or(SchedulerSchedule.Target.EMPTY);
        var parameters = target.ecsParameters().known();
        var task = parameters.flatMap(ecs -> tasks.named(ecs.taskDefinitionArn().or("")));
        if (task.isEmpty()) {
            return;
        }
        var subnets = parameters
                .flatMap(ecs -> ecs.networkConfiguration().known())
                .flatMap(network -> network.awsvpcConfiguration().known())
                .map(network -> Reads.texts(network.subnets()))
                .orElse(List.of());
        var trigger = new Trigger(
                view.scheduleExpression().or(""),
                view.scheduleExpressionTimezone().or("UTC"),
                !view.state().is("DISABLED"));
        var count = parameters.get().taskCount().known().map(Double::intValue).orElse(1);
        add(one, target.arn().or(""), task.get(), target.input().or(""), count, subnets, trigger);
    }

    private void rule(Grounded one) {
        var view = one.view(EventsRule.EMPTY);
        for (var target : view.targets()) {
            var parameters = target.ecsParameters().known();
            var task = parameters.flatMap(
                    ecs -> tasks.named(ecs.taskDefinitionArn().or("")));
            if (task.isPresent()) {
                var subnets = parameters
                        .flatMap(ecs -> ecs.networkConfiguration().known())
                        .flatMap(network -> network.awsVpcConfiguration().known())
                        .map(network -> Reads.texts(network.subnets()))
                        .orElse(List.of());
                var trigger = new Trigger(
                        view.scheduleExpression().or(""), "UTC", !view.state().is("DISABLED"));
                var count = parameters.get().taskCount().or(1);
                add(one, target.arn().or(""), task.get(), target.input().or(""), count, subnets, trigger);
            }
        }
    }

    private void add(
            Grounded one,
            String cluster,
            TaskSetup task,
            String input,
            int count,
            List<String> subnets,
            Trigger trigger) {
        families.add(task.family());
        jobs.add(new JobSetup(
                one.name(),
                clusters.named(cluster).name(),
                task,
                RunOverrides.of(input),
                Math.max(1, Math.min(count, 10)),
                launch(task, subnets),
                subnets,
                trigger.expression().isEmpty() ? Optional.empty() : Optional.of(trigger)));
    }

    private void byHand(TaskSetup task) {
        if (families.add(task.family())) {
            jobs.add(new JobSetup(
                    task.family(),
                    clusters.any().name(),
                    task,
                    Overrides.NONE,
                    1,
                    launch(task, List.of()),
                    List.of(),
                    Optional.empty()));
        }
    }

    private Launch launch(TaskSetup task, List<String> subnets) {
        return task.fargate()
                ? new Launch.OnFargate(networks.zones(subnets))
                : new Launch.OnInstances(Placement.ANYWHERE);
    }
}
