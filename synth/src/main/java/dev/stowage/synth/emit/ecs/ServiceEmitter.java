package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.service.Count;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.ServiceSpec;
import dev.stowage.dsl.service.TaskSets;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.CapacityProviderStrategyItem;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.codedeploy.CodeDeployEmitter;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.Reach;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ec2.SharedGroups;
import dev.stowage.synth.emit.efs.Mounting;
import dev.stowage.synth.emit.elb.Registrations;
import dev.stowage.synth.emit.elb.Routes;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.iam.Roles;
import dev.stowage.synth.emit.logs.LogGroups;
import dev.stowage.synth.emit.rds.Connections;
import dev.stowage.synth.emit.scaling.ScalingEmitter;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service and all that follows from it: task definition, roles, logs, security group, target groups, rules, scaling. */
public final class ServiceEmitter {

    /** The end of the logical id of a service. */
    public static final String SERVICE = "Service";

    private final Service service;
    private final ServiceSpec spec;
    private final Particulars particulars;
    private final Cluster cluster;
    private final Emission out;

    private ServiceEmitter(Service service, Emission out) {
        this.service = service;
        this.spec = service.spec();
        this.particulars = service.particulars();
        this.cluster = out.estate().current(spec.cluster());
        this.out = out;
    }

    /** Adds the resources of a service. */
    public static void emit(Service service, Emission out) {
        new ServiceEmitter(service, out).emit();
    }

    private void emit() {
        LogGroups.emit(service, out);
        Roles.emit(service, out);
        TaskDefinitions.emit(service, out);
        SecurityGroups.emit(service, SecurityGroups.TASKS, cluster.network(), "Tasks of service", out);
        var targets = Target.of(service, out);
        var after = new ArrayList<>(Routes.emit(service, targets, out));
        if (service.hasVolumes()) {
            after.addAll(Mounting.admit(service, out.ref(service, SecurityGroups.TASKS, "GroupId"), out));
        }
        if (!spec.entrances().isEmpty()) {
            var own = out.ref(service, SecurityGroups.TASKS, "GroupId");
            after.addAll(SharedGroups.admit(service, spec.entrances(), own, out));
        }
        if (service.hasDatabases()) {
            after.addAll(Connections.admit(service, out.ref(service, SecurityGroups.TASKS, "GroupId"), out));
        }
        var subnets = subnets();
        if (subnets != SubnetKind.PRIVATE
                || !out.estate().current(cluster.network()).hasNat()) {
            Reach.check(service, cluster.network(), subnets, spec.hasPublicAddress(), particulars.at("in"), out);
        }
        after.addAll(Networks.routes(cluster.network(), subnets, out));
        if (out.estate().isOwner(out.stack(), cluster)) {
            after.add(out.estate().stem(cluster) + ClusterEmitter.PROVIDERS);
        }
        if (spec.hasPeers()) {
            after.addAll(Peers.of(service, out).after());
        }
        var isByEcs = spec.deployment().isEmpty() || spec.deployment().get().isByEcs();
        if (service.isKnownByFamily()) {
            after.add(out.estate().stem(service) + TaskDefinitions.TASK);
        }
        var properties = isByEcs ? deployed(subnets, targets) : byOthers(subnets, targets, after);
        if (spec.accessLogs().isPresent() && Offers.connected(service).isEmpty()) {
            refuseAccessLogs();
        }
        out.add(Draft.of(service, SERVICE, EcsService.TYPE, furnished(properties))
                .kind(Kind.SERVICE)
                .after(after));
        if (spec.count().orElse(null) instanceof Count.Scaled scaled) {
            ScalingEmitter.emit(service, cluster, scaled.scaling(), targets, out);
        }
    }

    private void refuseAccessLogs() {
        out.find(
                "endpoint.access-logs",
                particulars.at("accessLogs"),
                "`" + service.name()
                        + "` notes what its proxy carries, and it has none: it neither answers at an endpoint "
                        + "of Service Connect nor calls one.",
                "Leave .accessLogs(…) out, or say what it offers or calls.");
    }

    /** A service that ECS itself deploys. */
    private EcsService deployed(SubnetKind subnets, List<Target> targets) {
        var deployment = DeploymentEmitter.emit(service, cluster, targets, out);
        var properties = placed(running(), subnets)
                .said(particulars.at("deploy"))
                .deploymentConfiguration(deployment.configuration());
        properties = balanced(counted(properties), deployment, targets);
        return spec.hasPeers() ? Peers.of(service, out).emit(properties) : properties;
    }

    /** A service that another controller deploys: what ECS would do for it is left out. */
    private EcsService byOthers(SubnetKind subnets, List<Target> targets, List<String> after) {
        ControllerChecks.of(service, targets, out);
        if (spec.deployment().orElse(null) instanceof CodeDeploy codeDeploy) {
            CodeDeployEmitter.emit(service, codeDeploy, cluster, targets, out);
            var properties = controlled(counted(placed(running(), subnets)), "CODE_DEPLOY");
            properties = balanced(properties, null, targets);
            return spec.hasPeers() ? Peers.of(service, out).emit(properties) : properties;
        }
        var taskSets = (TaskSets) spec.deployment().orElseThrow();
        TaskSetEmitter.emit(service, taskSets, cluster, network(subnets), targets, after, out);
        var named = EcsService.of().said(particulars.birth()).cluster(ClusterEmitter.name(cluster, out));
        return graceful(controlled(counted(tagged(named)), "EXTERNAL"));
    }

    private EcsService running() {
        return tagged(EcsService.of()
                .said(particulars.birth())
                .cluster(ClusterEmitter.name(cluster, out))
                .taskDefinition(TaskDefinitions.reference(service, out)));
    }

    private static EcsService tagged(EcsService properties) {
        return properties.enableECSManagedTags(true).propagateTags("SERVICE");
    }

    private EcsService controlled(EcsService properties, String controller) {
        return properties
                .said(particulars.at("deploy"))
                .deploymentController(EcsService.DeploymentController.of().type(controller));
    }

    private EcsService furnished(EcsService plain) {
        var properties = spec.hasShell() ? plain.said(particulars.at("shell")).enableExecuteCommand(true) : plain;
        List<EcsService.ServiceVolumeConfiguration> disks =
                service.hasVolumes() ? Volumes.disks(service, out) : List.of();
        if (disks.isEmpty()) {
            return properties;
        }
        Roles.volumes(service, out);
        return properties.said(particulars.birth()).volumeConfigurations(disks);
    }

    private SubnetKind subnets() {
        return spec.subnets().orElse(spec.hasPublicAddress() ? SubnetKind.PUBLIC : SubnetKind.PRIVATE);
    }

    private EcsService placed(EcsService properties, SubnetKind subnets) {
        var strategy = new ArrayList<CapacityProviderStrategyItem>();
        var own = !spec.strategy().isEmpty();
        for (var capacity : own ? spec.strategy() : Strategies.of(cluster)) {
            var item = CapacityProviderStrategyItem.of().capacityProvider(Strategies.provider(capacity));
            item = Strategies.base(capacity) > 0 ? item.base(Strategies.base(capacity)) : item;
            strategy.add(item.weight(Strategies.weight(capacity)));
        }
        return rebalanced(properties)
                .said(own ? particulars.at("on") : cluster.particulars().at("on"))
                .capacityProviderStrategy(strategy)
                .said(particulars.at("in"))
                .networkConfiguration(EcsService.NetworkConfiguration.of().awsvpcConfiguration(network(subnets)));
    }

    private EcsService.AwsVpcConfiguration network(SubnetKind subnets) {
        return EcsService.AwsVpcConfiguration.of()
                .said(particulars.at(spec.hasPublicAddress() ? "publicAddress" : "in"))
                .subnets(Networks.subnets(cluster.network(), subnets, out))
                .securityGroups(checkedGroups())
                .assignPublicIp(spec.hasPublicAddress() ? "ENABLED" : "DISABLED");
    }

    private ListNode checkedGroups() {
        var groups = groups(service, out);
        if (groups.items().size() > 1) {
            SharedGroups.check(service, groups.items(), out);
        }
        return groups;
    }

    /** The security groups of the tasks of a service. */
    static ListNode groups(Service service, Emission out) {
        var spec = service.spec();
        var groups = new ArrayList<Node>();
        groups.add(out.ref(service, SecurityGroups.TASKS, "GroupId"));
        if (spec.hasPeers()) {
            groups.addAll(Peers.of(service, out).groups());
        }
        if (!spec.groups().isEmpty()) {
            SharedGroups.join(spec.groups(), groups, out);
        }
        return ListNode.of(groups);
    }

    private EcsService rebalanced(EcsService properties) {
        var result = properties;
        if (spec.platform().isPresent()) {
            result = result.said(particulars.at("platform"))
                    .platformVersion(spec.platform().get());
        }
        if (spec.isRebalanced().isPresent()) {
            var isOn = spec.isRebalanced().get();
            result = result.said(particulars.at(isOn ? "rebalanced" : "withoutRebalancing"))
                    .availabilityZoneRebalancing(isOn ? "ENABLED" : "DISABLED");
        }
        return result;
    }

    private EcsService counted(EcsService properties) {
        return spec.count().orElse(null) instanceof Count.Scaled
                ? properties
                : properties.said(particulars.at("count")).desiredCount(copies());
    }

    private Node copies() {
        var one = NumberNode.of(1);
        return spec.count().orElse(null) instanceof Count.Fixed fixed
                ? fixed.copies().in(out)
                : one;
    }

    private EcsService balanced(EcsService properties, @Nullable DeploymentEmitter deployment, List<Target> targets) {
        if (targets.isEmpty() && spec.registrations().isEmpty()) {
            return graceful(properties);
        }
        var balancers = new ArrayList<EcsService.LoadBalancer>(targets.size());
        for (var target : targets) {
            var group = EcsService.LoadBalancer.of()
                    .said(target.at(service))
                    .containerName(TextNode.of(target.container().name()))
                    .containerPort(target.port().number())
                    .targetGroupArn(out.ref(service, target.suffix(out)));
            balancers.add(deployment == null ? group : deployment.shifted(group, target));
        }
        if (!spec.registrations().isEmpty()) {
            balancers.addAll(Registrations.emit(service, out));
        }
        return graceful(properties.said(particulars.at("behind")).loadBalancers(balancers));
    }

    private EcsService graceful(EcsService properties) {
        if (spec.grace().isEmpty()) {
            return properties;
        }
        var at = particulars.at("graceful");
        return properties
                .said(at)
                .healthCheckGracePeriodSeconds(out.seconds(spec.grace().get(), at));
    }
}
