package bench;

import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.patterns.ApplicationLoadBalancedFargateService;
import software.amazon.awscdk.services.ecs.patterns.ApplicationLoadBalancedTaskImageOptions;

/** Load-balanced Fargate services with AWS CDK for Java: how many in all, and over how many stacks. */
final class Services {

    private Services() {}

    public static void main(String... args) {
        int services = Integer.parseInt(args[0]);
        int stacks = Integer.parseInt(args[1]);
        var app = new App();
        for (int i = 1; i <= stacks; i++) {
            describe(new Stack(app, "Services" + i), services / stacks);
        }
        app.synth();
    }

    private static void describe(Stack stack, int services) {
        var network = Vpc.Builder.create(stack, "Network")
                .maxAzs(2)
                .natGateways(2)
                .build();
        var cluster =
                Cluster.Builder.create(stack, "Cluster").vpc(network).build();
        for (int i = 1; i <= services; i++) {
            ApplicationLoadBalancedFargateService.Builder.create(stack, "Service" + i)
                    .cluster(cluster)
                    .cpu(256)
                    .memoryLimitMiB(512)
                    .desiredCount(2)
                    .taskImageOptions(ApplicationLoadBalancedTaskImageOptions.builder()
                            .image(ContainerImage.fromRegistry("house/service:" + i))
                            .containerPort(8080)
                            .environment(Map.of("NAME", "service-" + i))
                            .build())
                    .build();
        }
    }
}
