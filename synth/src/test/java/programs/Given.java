package programs;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;

/** What programs of tests have in common and do not care about. */
public final class Given {

    private Given() {}

    /** A network that exists. */
    public static Vpc network() {
        return Vpc.existing("main", id("vpc-1")).privateSubnets("subnet-1").publicSubnets("subnet-2", "subnet-3");
    }

    /** A cluster in the network that exists. */
    public static Cluster cluster() {
        return Cluster.of("shop", network());
    }

    /** A balancer in the network that exists. */
    public static LoadBalancer front() {
        return LoadBalancer.internetFacing("front", network());
    }

    /** Its listener for HTTPS. */
    public static HttpsListener https() {
        return front().https(Certificate.existing("shop", parameter("Certificate")));
    }

    /** A container that listens. */
    public static Container container() {
        return Container.of("web", image("shop/web:1")).port(tcp(8080));
    }

    /** A small task with one container that listens. */
    public static FargateTask task() {
        return FargateTask.sized(QuarterVcpu.MB_512).container(container());
    }
}
