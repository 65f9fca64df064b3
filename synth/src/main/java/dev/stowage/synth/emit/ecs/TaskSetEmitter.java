package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.service.TaskSets;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.reading.Scope;
import dev.stowage.schema.resource.EcsPrimaryTaskSet;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskSet;
import dev.stowage.schema.resource.EcsTaskSet.CapacityProviderStrategyItem;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.elb.Target;
import java.util.ArrayList;
import java.util.List;

/** The task sets of a service: one that the stack makes, or the command by which somebody else makes one. */
final class TaskSetEmitter {

    private static final String TASK_SET = "TaskSet";
    private static final String PRIMARY = "PrimaryTaskSet";

    private final Service service;
    private final Cluster cluster;
    private final EcsService.AwsVpcConfiguration network;
    private final List<Target> targets;
    private final Emission out;
    private final Said at;

    private TaskSetEmitter(
            Service service,
            TaskSets deployment,
            Cluster cluster,
            EcsService.AwsVpcConfiguration network,
            List<Target> targets,
            Emission out) {
        this.service = service;
        this.cluster = cluster;
        this.network = network;
        this.targets = targets;
        this.out = out;
        this.at = Said.of(
                "service", service.name(), "taskSets", deployment.lines().at("taskSets"));
    }

    static void emit(
            Service service,
            TaskSets deployment,
            Cluster cluster,
            EcsService.AwsVpcConfiguration network,
            List<Target> targets,
            List<String> after,
            Emission out) {
        var emitter = new TaskSetEmitter(service, deployment, cluster, network, targets, out);
        if (deployment.isMadeHere()) {
            emitter.make(after);
        } else {
            emitter.show();
        }
    }

    private void make(List<String> after) {
        var set = EcsTaskSet.of()
                .said(at)
                .cluster(ClusterEmitter.name(cluster, out))
                .service(out.ref(service, ServiceEmitter.SERVICE))
                .taskDefinition(out.ref(service, TaskDefinitions.TASK))
                .capacityProviderStrategy(strategy())
                .networkConfiguration(EcsTaskSet.NetworkConfiguration.of()
                        .awsVpcConfiguration(
                                EcsTaskSet.AwsVpcConfiguration.EMPTY.over(network.tree(), Scope.NOTHING, at)))
                .scale(EcsTaskSet.Scale.of().unit("PERCENT").value(100));
        if (!targets.isEmpty()) {
            var target = targets.get(0);
            set = set.said(target.at(service))
                    .loadBalancers(EcsTaskSet.LoadBalancer.of()
                            .containerName(TextNode.of(target.container().name()))
                            .containerPort(target.port().number())
                            .targetGroupArn(out.ref(service, target.suffix(out))));
        }
        if (service.spec().platform().isPresent()) {
            set = set.platformVersion(service.spec().platform().get());
        }
        out.add(Draft.of(service, TASK_SET, EcsTaskSet.TYPE, set)
                .kind(Kind.TASK_SET)
                .at(at)
                .after(after));
        out.add(Draft.of(
                        service,
                        PRIMARY,
                        EcsPrimaryTaskSet.TYPE,
                        EcsPrimaryTaskSet.of()
                                .said(at)
                                .cluster(ClusterEmitter.name(cluster, out))
                                .service(out.ref(service, ServiceEmitter.SERVICE))
                                .taskSetId(out.ref(service, TASK_SET, "Id")))
                .at(at));
    }

    private List<CapacityProviderStrategyItem> strategy() {
        var items = new ArrayList<CapacityProviderStrategyItem>();
        var own = service.spec().strategy();
        for (var capacity : own.isEmpty() ? Strategies.of(cluster) : own) {
            var item = CapacityProviderStrategyItem.of().capacityProvider(Strategies.provider(capacity));
            item = Strategies.base(capacity) > 0 ? item.base(Strategies.base(capacity)) : item;
            items.add(item.weight(Strategies.weight(capacity)));
        }
        return items;
    }

    /** Shows the command when the stack is deployed: whoever makes task sets says no more than it does. */
    private void show() {
        var parts = new ArrayList<Node>();
        parts.add(TextNode.of("aws ecs create-task-set --cluster "));
        parts.add(ClusterEmitter.name(cluster, out));
        parts.add(TextNode.of(" --service "));
        parts.add(out.ref(service, ServiceEmitter.SERVICE, "Name"));
        parts.add(TextNode.of(" --task-definition "));
        parts.add(out.ref(service, TaskDefinitions.TASK));
        parts.add(TextNode.of(capacity()));
        var isPublic = service.spec().hasPublicAddress();
        var tree = network.tree();
        parts.addAll(Commands.network(
                tree.get("Subnets").orElseThrow(), tree.get("SecurityGroups").orElseThrow(), isPublic));
        if (!targets.isEmpty()) {
            var target = targets.get(0);
            parts.add(TextNode.of(" --load-balancers targetGroupArn="));
            parts.add(out.ref(service, target.suffix(out)));
            parts.add(TextNode.of(",containerName=" + target.container().name() + ",containerPort="
                    + target.port().number()));
        }
        parts.add(TextNode.of(" --scale value=100,unit=PERCENT"));
        out.show(out.estate().stem(service) + "TaskSet", Functions.join("", ListNode.of(parts)), service);
    }

    private String capacity() {
        var text = new StringBuilder(" --capacity-provider-strategy");
        var own = service.spec().strategy();
        for (var capacity : own.isEmpty() ? Strategies.of(cluster) : own) {
            text.append(" capacityProvider=").append(Strategies.provider(capacity));
            text.append(",base=").append(Strategies.base(capacity));
            text.append(",weight=").append(Strategies.weight(capacity));
        }
        var platform = service.spec().platform();
        return text + (platform.isEmpty() ? "" : " --platform-version " + platform.get());
    }
}
