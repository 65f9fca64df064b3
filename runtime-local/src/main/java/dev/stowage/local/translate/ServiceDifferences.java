package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AwsVpcConfiguration;
import dev.stowage.schema.resource.EcsService.NetworkConfiguration;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;

/** What a local run does otherwise with services and clusters. */
final class ServiceDifferences {

    private ServiceDifferences() {}

    static void tell(Work work) {
        for (var one : work.evaluation().all(EcsService.TYPE)) {
            var view = one.view(EcsService.EMPTY);
            network(one, view, work);
            capacity(one, view, work);
            connect(one, view, work);
            if (!view.vpcLatticeConfigurations().known().isEmpty()) {
                work.tell(Gap.LATTICE.at(
                        one.at("VpcLatticeConfigurations"),
                        "Service `" + one.name() + "` is not registered with VPC Lattice."));
            }
        }
        for (var one : work.evaluation().all(AppScalingScalableTarget.TYPE)) {
            if (Counts.isOfEcs(one)) {
                work.tell(Gap.SCALING.at(
                        one.at(),
                        "The auto scaling of `" + one.name() + "` follows nothing here: the count stays within its"
                                + " bounds, at what the service or `local scale` says."));
            }
        }
        for (var one : work.evaluation().all(EcsCluster.TYPE)) {
            sessions(one, work);
        }
    }

    private static void network(Grounded one, EcsService view, Work work) {
        var network = view.networkConfiguration()
                .or(NetworkConfiguration.EMPTY)
                .awsvpcConfiguration()
                .or(AwsVpcConfiguration.EMPTY);
        if (!network.securityGroups().known().isEmpty()) {
            work.tell(Gap.SG.at(
                    one.at("NetworkConfiguration", "AwsvpcConfiguration", "SecurityGroups"),
                    "Security groups are not enforced: what those of service `" + one.name()
                            + "` would block passes here."));
        }
        if (network.subnets().known().size() > 1) {
            work.tell(Gap.AZ.at(
                    one.at("NetworkConfiguration", "AwsvpcConfiguration", "Subnets"),
                    "Zones are labels: all tasks of service `" + one.name() + "` are on this machine."));
        }
    }

    private static void capacity(Grounded one, EcsService view, Work work) {
        for (var item : view.capacityProviderStrategy()) {
            if (item.capacityProvider().is("FARGATE_SPOT")) {
                work.tell(Gap.SPOT.at(
                        one.at("CapacityProviderStrategy"),
                        "Tasks of service `" + one.name() + "` on Fargate Spot are never interrupted here."));
            }
        }
    }

    private static void connect(Grounded one, EcsService view, Work work) {
        var connect = view.serviceConnectConfiguration().or(ServiceConnectConfiguration.EMPTY);
        if (Reads.is(connect.enabled())) {
            work.tell(Gap.SC.at(
                    one.at("ServiceConnectConfiguration"),
                    "Service Connect of service `" + one.name()
                            + "` runs without Envoy: no TLS, no statistics and no access log."));
        }
    }

    private static void sessions(Grounded one, Work work) {
        var execute = one.view(EcsCluster.EMPTY)
                .configuration()
                .known()
                .flatMap(configuration ->
                        configuration.executeCommandConfiguration().known());
        if (execute.isPresent()) {
            work.tell(Gap.EXEC.at(
                    one.at("Configuration"),
                    "Sessions in tasks of cluster `" + one.name() + "` are neither logged nor encrypted by KMS."));
        }
    }
}
