package dev.stowage.local.translate;

import dev.stowage.local.config.LocalConfig.Replacement;
import dev.stowage.local.config.LocalConfig.Replacement.ByImage;
import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.place.Launch;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.DiscoveryService;
import dev.stowage.local.stack.DiscoveryService.DnsRecord;
import dev.stowage.local.stack.Environment;
import dev.stowage.local.stack.Namespace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.Registration;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The containers that stand for other resources, such as a database. Each is a service of one task, which the names of the run
 * lead to as they lead to any service of Cloud Map.
 */
final class Companions {

    /** The domain of the host names that are made up, see {@code Evaluation.hostOf}. */
    private static final String DOMAIN = "internal";

    /** A task that takes the place of another is found at once. */
    private static final int TTL = 1;

    private final Work work;
    private final List<ServiceSetup> services = new ArrayList<>();
    private final List<DiscoveryService> names = new ArrayList<>();

    private Companions(Work work) {
        this.work = work;
    }

    static Companions of(Work work, Clusters clusters, Networks networks) {
        var companions = new Companions(work);
        var launch = new Launch.OnFargate(networks.zones(List.of()));
        work.evaluation()
                .settings()
                .local()
                .replace()
                .forEach((name, replacement) -> companions
                        .replaced(name, replacement)
                        .ifPresent(resource -> {
                            if (replacement instanceof ByImage image) {
                                companions.add(resource, image, clusters.any(), launch);
                            }
                        }));
        return companions;
    }

    List<TaskSetup> tasks() {
        return services.stream().map(ServiceSetup::setup).toList();
    }

    List<ServiceSetup> services() {
        return services;
    }

    List<Namespace> namespaces() {
        var key = new ResourceKey("local.yaml", DOMAIN);
        return names.isEmpty()
                ? List.of()
                : List.of(new Namespace(key, "ns-" + DOMAIN, DOMAIN, Namespace.Kind.PRIVATE_DNS, names));
    }

    private Optional<Grounded> replaced(String name, Replacement replacement) {
        var resource = work.evaluation().called(name);
        if (resource.isEmpty()) {
            work.tell(Gap.CONFIG.at(
                    replacement.at(),
                    "`" + name + "` is no resource of this app; the name of one, its logical id or"
                            + " `Stack/LogicalId` is wanted."));
        }
        return resource;
    }

    private void add(Grounded resource, ByImage image, ClusterSetup cluster, Launch launch) {
        var name = "local-" + resource.key().logicalId();
        var task = TaskSetup.of(name, NetworkMode.AWSVPC, container(resource, image));
        var host = work.evaluation().hostOf(resource);
        names.add(new DiscoveryService(
                resource.key(),
                host.substring(0, host.length() - DOMAIN.length() - 1),
                List.of(new DnsRecord("A", TTL)),
                false));
        services.add(new ServiceSetup(
                resource.key(),
                work.evaluation().home().arn("ecs", "service/" + cluster.name() + "/" + name),
                ServiceSpec.replica(name, task.definition(), 1)
                        .in(cluster.name())
                        .on(launch),
                task,
                List.of(),
                List.of(),
                List.of(new Registration(resource.key(), Optional.empty(), Optional.empty())),
                Optional.empty(),
                true,
                Map.of()));
    }

    private static ContainerSetup container(Grounded resource, ByImage image) {
        var setup = ContainerSetup.essential(resource.key().logicalId(), image.image());
        return setup.with(setup.command().with(image.command()))
                .with(Environment.of(image.environment()))
                .with(image.ports().stream().map(PortMapping::tcp).toList());
    }
}
