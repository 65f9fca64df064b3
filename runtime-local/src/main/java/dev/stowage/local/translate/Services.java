package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceManagedEBSVolumeConfiguration;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The services of a model. */
final class Services {

    /** Amazon ECS API Reference, UpdateService: what the description of a parameter says begins a deployment. */
    private static final List<String> DEPLOYED = List.of(
            "PlatformVersion",
            "NetworkConfiguration",
            "LoadBalancers",
            "ServiceRegistries",
            "ServiceConnectConfiguration",
            "VolumeConfigurations",
            "VpcLatticeConfigurations");

    private final Work work;
    private final TaskDefinitions tasks;
    private final Clusters clusters;
    private final Networks networks;

    private Services(Work work, TaskDefinitions tasks, Clusters clusters, Networks networks) {
        this.work = work;
        this.tasks = tasks;
        this.clusters = clusters;
        this.networks = networks;
    }

    static List<ServiceSetup> of(Work work, TaskDefinitions tasks, Clusters clusters, Networks networks) {
        var services = new Services(work, tasks, clusters, networks);
        var setups = new ArrayList<ServiceSetup>();
        for (var one : work.evaluation().all(EcsService.TYPE)) {
            services.setup(one).ifPresent(setups::add);
        }
        return setups;
    }

    private Optional<ServiceSetup> setup(Grounded one) {
        return TaskSets.of(one, work).flatMap(view -> setup(one, view));
    }

    private Optional<ServiceSetup> setup(Grounded one, EcsService view) {
        var named = view.taskDefinition().or("");
        var task = tasks.named(named);
        if (task.isEmpty()) {
            work.tell(Gap.DEFINITION
                    .at(
                            one.at("TaskDefinition"),
                            "Service `" + one.name() + "` runs task definition `" + named
                                    + "`, which is not among those that can run here.")
                    .fix("Run the model that holds it, too."));
            return Optional.empty();
        }
        return Optional.of(setup(one, view, task.get()));
    }

    private ServiceSetup setup(Grounded one, EcsService view, TaskSetup task) {
        var cluster = clusters.named(view.cluster().or(""));
        var name = one.physicalName();
        var subnets = subnets(view);
        var targets = targets(one, view);
        var setup = task.with(volumes(task, view));
        return new ServiceSetup(
                one.key(),
                work.evaluation().home().arn("ecs", "service/" + cluster.name() + "/" + name),
                spec(one, view, task, cluster, targets),
                setup,
                subnets,
                targets,
                Discovery.registrations(one, view, work),
                Connections.of(view, work),
                Reads.is(view.enableExecuteCommand()),
                Reads.tags(view.tags()));
    }

    private ServiceSpec spec(
            Grounded one, EcsService view, TaskSetup task, ClusterSetup cluster, List<TargetLink> targets) {
        var launches = new Launches(networks, work);
        var isDaemon = view.schedulingStrategy().is("DAEMON");
        var id = new ServiceId(cluster.name(), one.physicalName());
        return new ServiceSpec(
                id,
                task.definition(),
                isDaemon
                        ? new Scheduling.Daemon()
                        : new Scheduling.Replica(
                                Counts.of(id, view, work),
                                !view.availabilityZoneRebalancing().is("DISABLED")),
                Deployments.of(one, view, isDaemon, work),
                Duration.ofSeconds(view.healthCheckGracePeriodSeconds().or(0)),
                targets.stream().map(TargetLink::arn).toList(),
                launches.of(view, task, cluster),
                launches.strategy(view, cluster),
                attached(view));
    }

    /** What of a service begins a deployment when it changes, beside its task definition and target groups. */
    private static String attached(EcsService view) {
        var text = new StringBuilder();
        for (var key : DEPLOYED) {
            view.tree()
                    .get(key)
                    .ifPresent(value -> text.append(key)
                            .append('=')
                            .append(new String(JsonWriter.tree(value), StandardCharsets.UTF_8)));
        }
        return text.toString();
    }

    private static List<String> subnets(EcsService view) {
        return view.networkConfiguration()
                .known()
                .flatMap(network -> network.awsvpcConfiguration().known())
                .map(network -> Reads.texts(network.subnets()))
                .orElse(List.of());
    }

    private List<TargetLink> targets(Grounded one, EcsService view) {
        var links = new ArrayList<TargetLink>();
        for (var balancer : view.loadBalancers()) {
            var arn = balancer.targetGroupArn().or("");
            var group = work.evaluation().named(ElbTargetGroup.TYPE, arn);
            if (balancer.loadBalancerName().isKnown()) {
                work.tell(Gap.CLB.at(
                        one.at("LoadBalancers"),
                        "Service `" + one.name() + "` is behind Classic Load Balancer `"
                                + balancer.loadBalancerName().or("") + "`, which has no local form."));
            } else if (group.isEmpty()) {
                work.tell(Gap.RESOURCE.at(
                        one.at("LoadBalancers"),
                        "Service `" + one.name() + "` registers in target group `" + arn
                                + "`, which is not in the model; nothing sends it requests."));
            } else {
                links.add(new TargetLink(
                        group.get().key(),
                        arn,
                        balancer.containerName().or(""),
                        balancer.containerPort().or(0)));
            }
        }
        return links;
    }

    /** The volumes of the task, those that the service configures being as it says. */
    private static List<VolumeSetup> volumes(TaskSetup task, EcsService view) {
        var volumes = new ArrayList<VolumeSetup>();
        for (var volume : task.volumes()) {
            var configured = view.volumeConfigurations().known().stream()
                    .filter(one -> one.name().is(volume.name()))
                    .findFirst()
                    .map(one -> one.managedEBSVolume().or(ServiceManagedEBSVolumeConfiguration.EMPTY));
            volumes.add(
                    configured.isPresent()
                            ? new VolumeSetup.Disk(
                                    volume.name(), configured.get().sizeInGiB().or(0), false)
                            : volume);
        }
        return volumes;
    }
}
