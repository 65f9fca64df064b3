package dev.stowage.samples;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Readiness.SUCCESS;
import static dev.stowage.dsl.traffic.Probe.http;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** Two services in two stacks that call each other, through a listener that nobody outside can reach. */
public final class Peers implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Peers(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("peers", "10.1.0.0/16").sharedNat();
        var cluster = Cluster.of("peers", network);

        // The meeting point comes first: whoever calls names it, whoever answers stands behind it.
        var inside = LoadBalancer.internal("inside", network).http();

        var migrate = Container.of("migrate", image("peers/orders:1.0"))
                .command("bin/migrate")
                .sidecar();
        var taking = FargateTask.sized(OneVcpu.GB_2)
                .container(migrate)
                .container(Container.of("api", image("peers/orders:1.0"))
                        .port(tcp(8080))
                        .env("STOCK", inside.url("/stock"))
                        .after(migrate, SUCCESS));
        var orders = cluster.service("orders", taking)
                .behind(inside.path("/orders/*").probe(http("/orders/health")));

        var counting = FargateTask.sized(OneVcpu.GB_2)
                .container(Container.of("api", image("peers/stock:1.0"))
                        .port(tcp(9090))
                        .env("ORDERS", inside.url("/orders")));
        var stock = cluster.service("stock", counting)
                .behind(inside.path("/stock/*").probe(http("/stock/health")));

        return App.of(
                Stack.of("peers", network, cluster, inside), Stack.of("orders", orders), Stack.of("stock", stock));
    }
}
