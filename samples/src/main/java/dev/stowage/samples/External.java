package dev.stowage.samples;

import static dev.stowage.dsl.service.Deployment.taskSets;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** Two services of task sets: a program outside makes those of the one, the stack makes that of the other. */
public record External() implements Blueprint {

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new External(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16").sharedNat();
        var cluster = Cluster.of("shop", network);
        var http = LoadBalancer.internal("front", network).http();

        var outside = cluster.service("outside", task("shop/outside:1"))
                .behind(http.path("/outside/*"))
                .deploy(taskSets());
        var here = cluster.service("here", task("shop/here:1"))
                .count(2)
                .behind(http.path("/here/*"))
                .deploy(taskSets().madeHere());
        return Stack.of("external", outside, here);
    }

    private static FargateTask task(String image) {
        return FargateTask.sized(QuarterVcpu.MB_512)
                .container(Container.of("web", image(image)).port(tcp(8080)));
    }
}
