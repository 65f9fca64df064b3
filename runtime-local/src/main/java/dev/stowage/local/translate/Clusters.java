package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.place.Instance;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.semantics.CapacityShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The clusters of a model, and those that it only names. */
final class Clusters {

    private static final String DEFAULT = "default";
    private static final List<String> LETTERS = List.of("a", "b", "c");

    private final Work work;
    private final Map<String, ClusterSetup> clusters = new LinkedHashMap<>();

    private Clusters(Work work) {
        this.work = work;
    }

    static Clusters of(Work work) {
        var clusters = new Clusters(work);
        for (var one : work.evaluation().all(EcsCluster.TYPE)) {
            clusters.add(one);
        }
        return clusters;
    }

    List<ClusterSetup> all() {
        return List.copyOf(clusters.values());
    }

    /** The cluster that a service names; the default one of the account where it names none. */
    ClusterSetup named(String name) {
        var plain = name.isEmpty() ? DEFAULT : Reads.end(name);
        return clusters.computeIfAbsent(plain, missing -> setup(missing, List.of()));
    }

    /** Where tasks without a service run: in the only cluster there is, or else the default one. */
    ClusterSetup any() {
        return clusters.isEmpty() ? named("") : clusters.values().iterator().next();
    }

    private void add(Grounded one) {
        var strategy = new ArrayList<CapacityShare>();
        for (var item : one.view(EcsCluster.EMPTY).defaultCapacityProviderStrategy()) {
            strategy.add(new CapacityShare(
                    item.capacityProvider().or(""),
                    item.base().or(0),
                    item.weight().or(0)));
        }
        var name = one.physicalName();
        for (var association : work.evaluation().all(EcsClusterCapacityProviderAssociations.TYPE)) {
            var view = association.view(EcsClusterCapacityProviderAssociations.EMPTY);
            if (Reads.end(view.cluster().or("")).equals(name)) {
                for (var item : view.defaultCapacityProviderStrategy()) {
                    strategy.add(new CapacityShare(
                            item.capacityProvider().or(""),
                            item.base().or(0),
                            item.weight().or(0)));
                }
            }
        }
        clusters.put(name, setup(name, strategy));
    }

    private ClusterSetup setup(String name, List<CapacityShare> strategy) {
        var arn = work.evaluation().home().arn("ecs", "cluster/" + name);
        return new ClusterSetup(name, arn, strategy, instances(name));
    }

    /** As many as wanted for each capacity provider of instances; without one, as many that belong to none. */
    private List<Instance> instances(String cluster) {
        var providers = work.evaluation().all(EcsCapacityProvider.TYPE).stream()
                .map(Grounded::physicalName)
                .toList();
        var fleet = work.evaluation().settings().local().fleet();
        var instances = new ArrayList<Instance>();
        for (var i = 0; i < Math.max(1, providers.size()) * fleet.count(); i++) {
            var instance = instance(cluster, i);
            instances.add(providers.isEmpty() ? instance : instance.ofProvider(providers.get(i / fleet.count())));
        }
        return instances;
    }

    private Instance instance(String cluster, int number) {
        var machine = work.machine();
        var fleet = work.evaluation().settings().local().fleet();
        var zone = work.evaluation().home().region() + LETTERS.get(number % LETTERS.size());
        var id = "i-" + Integer.toHexString(cluster.hashCode()) + Integer.toHexString(number + 1);
        return Instance.of(
                        id,
                        zone,
                        fleet.cpu().orElse(machine.cpus() * 1024),
                        fleet.memory().orElse(machine.memory()))
                .with("ecs.instance-type", "local")
                .with("ecs.os-type", "linux")
                .with("ecs.os-family", "LINUX")
                .with("ecs.cpu-architecture", machine.architecture().equals("ARM64") ? "arm64" : "x86_64");
    }
}
