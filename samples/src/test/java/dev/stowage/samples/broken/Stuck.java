package dev.stowage.samples.broken;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;

/** Comes up, and cannot be deployed a second time at night. */
public final class Stuck implements Blueprint {

    @Override
    public App describe() {
        var cluster = Cluster.of("shop", Vpc.existing("main", id("vpc-0a1b2c3d")));
        var orders = FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("worker", image("shop/worker:5.0")).memory(2048));
        var worker = cluster.service("worker", orders)
                .count(from(1).to(50).onCpu(70))
                .deploy(rolling().maximum(150));
        return Stack.of("shop", worker);
    }
}
