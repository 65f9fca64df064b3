package dev.stowage.local.translate;

import dev.stowage.local.place.Constraint;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.semantics.CapacityShare;
import dev.stowage.schema.semantics.ClusterQuery;
import java.util.ArrayList;
import java.util.List;

/** On what the tasks of services run. */
final class Launches {

    private final Networks networks;
    private final Work work;

    Launches(Networks networks, Work work) {
        this.networks = networks;
        this.work = work;
    }

    /** By the launch type, or else by the strategy; a service that says neither runs on instances, as ECS has it. */
    Launch of(EcsService view, TaskSetup task, ClusterSetup cluster) {
        var strategy = strategy(view, cluster);
        var isFargate = view.launchType().isKnown()
                ? view.launchType().is("FARGATE")
                : strategy.stream().anyMatch(share -> share.provider().startsWith("FARGATE"));
        if (isFargate) {
            return onFargate(view.networkConfiguration()
                    .known()
                    .flatMap(network -> network.awsvpcConfiguration().known())
                    .map(network -> Reads.texts(network.subnets()))
                    .orElse(List.of()));
        }
        return new Launch.OnInstances(new Placement(constraints(view, task), strategies(view)));
    }

    Launch onFargate(List<String> subnets) {
        return new Launch.OnFargate(networks.zones(subnets));
    }

    /** That of the service, or else that of its cluster; none where the service names a launch type. */
    List<CapacityShare> strategy(EcsService view, ClusterSetup cluster) {
        var strategy = new ArrayList<CapacityShare>();
        for (var item : view.capacityProviderStrategy()) {
            strategy.add(new CapacityShare(
                    item.capacityProvider().or(""),
                    item.base().or(0),
                    item.weight().or(view.capacityProviderStrategy().known().size() == 1 ? 1 : 0)));
        }
        return strategy.isEmpty() && !view.launchType().isKnown() ? cluster.strategy() : strategy;
    }

    private List<Constraint> constraints(EcsService view, TaskSetup task) {
        var constraints = new ArrayList<Constraint>();
        for (var one : view.placementConstraints()) {
            add(constraints, one.type().or(""), one.expression().or(""));
        }
        work.evaluation().named(EcsTaskDefinition.TYPE, task.arn()).ifPresent(definition -> {
            for (var one : definition.view(EcsTaskDefinition.EMPTY).placementConstraints()) {
                add(constraints, one.type().or(""), one.expression().or(""));
            }
        });
        return constraints;
    }

    private static void add(List<Constraint> constraints, String type, String expression) {
        if (type.equals("distinctInstance")) {
            constraints.add(new Constraint.DistinctInstance());
        } else {
            ClusterQuery.parse(expression).map(Constraint.MemberOf::new).ifPresent(constraints::add);
        }
    }

    private static List<Strategy> strategies(EcsService view) {
        var strategies = new ArrayList<Strategy>();
        for (var one : view.placementStrategies()) {
            var field = one.field().or("");
            strategies.add(
                    switch (one.type().or("")) {
                        case "binpack" ->
                            new Strategy.Binpack(
                                    field.equalsIgnoreCase("cpu") ? Strategy.Resource.CPU : Strategy.Resource.MEMORY);
                        case "random" -> new Strategy.Random();
                        default -> new Strategy.Spread(field.isEmpty() ? "instanceId" : field);
                    });
        }
        return strategies;
    }
}
