package dev.stowage.dsl.service;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Capacity;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.FargateCapacity;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** A service on Fargate. Make one with {@link Cluster#service}. */
@ValueStyle
@Value.Immutable
public sealed interface FargateService extends Replica<FargateService> permits ImmutableFargateService {

    /** A service of this cluster that runs this task. */
    static FargateService of(String name, Cluster cluster, FargateTask task) {
        var particulars = Particulars.of("service", name, "service");
        return ImmutableFargateService.of(ImmutableServiceSpec.of(particulars, cluster, task));
    }

    /** Runs on this capacity instead of the cluster's own. */
    default FargateService on(FargateCapacity first, FargateCapacity... others) {
        var strategy = new ArrayList<Capacity>(others.length + 1);
        strategy.add(first);
        strategy.addAll(List.of(others));
        return being(ImmutableServiceSpec.copyOf(spec())
                .withStrategy(strategy)
                .withParticulars(particulars().said("on")));
    }

    /** Runs on this platform version, such as {@code 1.4.0}; left out, on the latest, which is the wise choice. */
    default FargateService platform(String version) {
        return being(ImmutableServiceSpec.copyOf(spec())
                .withPlatform(version)
                .withParticulars(particulars().said("platform")));
    }

    /** Gives its tasks public addresses, in public subnets. */
    default FargateService publicAddress() {
        return being(ImmutableServiceSpec.copyOf(spec())
                .withHasPublicAddress(true)
                .withParticulars(particulars().said("publicAddress")));
    }

    @Override
    ServiceSpec spec();

    @Override
    default FargateService being(ServiceSpec spec) {
        return ImmutableFargateService.of(spec);
    }
}
