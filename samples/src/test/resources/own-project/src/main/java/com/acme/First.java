package com.acme;

import static dev.stowage.dsl.app.Locator.id;
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

public final class First implements Blueprint {

    public static void main(String... args) {
        Stowage.run(new First(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.existing("main", id("vpc-0a1b2c3d"));
        var front = LoadBalancer.internetFacing("front", network);
        var hello = Cluster.of("first", network)
                .service(
                        "hello",
                        FargateTask.sized(QuarterVcpu.MB_512)
                                .container(Container.of("web", image("acme/hello:1"))
                                        .port(tcp(8080))))
                .behind(front.http().path("/*"));
        return Stack.of("first", hello);
    }
}
