package programs.deploy;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import programs.Outcome;

/** What the programs of this package share: one service behind one listener. */
public final class Shop {

    public static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"))
            .privateSubnets("subnet-11", "subnet-12")
            .publicSubnets("subnet-21", "subnet-22");

    public static final LoadBalancer FRONT = LoadBalancer.internetFacing("front", NETWORK);

    public static final HttpsListener HTTPS = FRONT.https(Certificate.existing("shop", parameter("Certificate")));

    public static final Cluster CLUSTER = Cluster.of("shop", NETWORK);

    private Shop() {}

    /** A service without a route. */
    public static FargateService service() {
        return CLUSTER.service("web", task());
    }

    /** Its task. */
    public static FargateTask task() {
        return FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("web", image("shop/web:1")).port(tcp(8080)));
    }

    /** What comes out of a stack of this service. */
    public static Outcome outcome(FargateService service) {
        return Outcome.of(() -> Stack.of("shop", service));
    }

    /** What comes out of a service behind a route that is deployed in this way. */
    public static Outcome deployed(Deployment deployment) {
        return outcome(service().behind(HTTPS.path("/*")).deploy(deployment));
    }
}
