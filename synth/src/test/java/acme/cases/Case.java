package acme.cases;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.LoadBalancer;

/** What the cases share: a cluster, and a listener in front of it. */
final class Case {

    private static final Vpc NETWORK = Vpc.existing("main", parameter("Network"))
            .privateSubnets("subnet-11", "subnet-12")
            .publicSubnets("subnet-21", "subnet-22");

    private Case() {}

    static Cluster cluster() {
        return Cluster.of("shop", NETWORK);
    }

    static HttpListener front() {
        return LoadBalancer.internetFacing("front", NETWORK).http();
    }

    static Container web() {
        return Container.of("web", image("shop/web:1")).port(tcp(8080));
    }
}
