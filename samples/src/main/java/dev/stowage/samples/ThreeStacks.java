package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Probe.http;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** A network; a cluster and a load balancer that all share; and two teams with a stack each on its HTTPS listener. */
public final class ThreeStacks implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new ThreeStacks(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16").zones(3);

        var cluster = Cluster.of("shared", network).on(FARGATE);
        var front = LoadBalancer.internetFacing("front", network);
        var https = front.https(Certificate.existing("shop", ssm("/certificates/shop")))
                .redirectHttp()
                .otherwise(respond(404, "Not here."));

        var catalogue = cluster.service("catalogue", web("shop/catalogue:1.0"))
                .count(3)
                .behind(https.path("/catalogue/*").probe(http("/catalogue/health")));

        var basket = cluster.service("basket", web("shop/basket:1.0"))
                .count(2)
                .behind(https.path("/basket/*").probe(http("/basket/health")));

        return App.of(
                        Stack.of("network", network).protect(),
                        Stack.of("shared", cluster, front),
                        Stack.of("catalogue", catalogue),
                        Stack.of("basket", basket))
                .tag("owner", "platform");
    }

    private static FargateTask web(String image) {
        return FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("web", image(image)).port(tcp(8080)));
    }
}
