package example.deploy;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

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

/** A sound program, one that forgets something, and one that AWS refuses; the tests name its lines. */
public enum Shop implements Blueprint {
    SOUND,
    FORGETFUL,
    REFUSED;

    public static void main(String... args) {
        Stowage.run(SOUND, args);
    }

    @Override
    public App describe() {
        var network = Vpc.existing("main", id("vpc-0a1b2c3d"))
                .privateSubnets("subnet-11", "subnet-12")
                .publicSubnets("subnet-21", "subnet-22");
        var cluster = Cluster.of("shop", network);
        var front = LoadBalancer.internetFacing("front", network);
        var https = front.https(Certificate.existing("shop", arn("arn:aws:acm:eu-central-1:1:certificate/c")))
                .redirectHttp();
        if (this == FORGETFUL) {
            Cluster.of("forgotten", network);
        }
        var web = FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("web", image("shop/web:1")).port(tcp(8080)));
        var storefront = cluster.service("storefront", web).count(2).behind(https.path("/*"));
        if (this == REFUSED) {
            return Stack.of("shop", cluster, front, storefront, storefront.count(3));
        }
        return Stack.of("shop", cluster, front, storefront);
    }
}
