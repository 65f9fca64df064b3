package dev.stowage.samples;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.synth.Stowage;

/** Two services in two stacks that call each other by name, and a cache that both call by its address record. */
public final class Mesh implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Mesh(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("mesh", "10.2.0.0/16").sharedNat();
        var cluster = Cluster.of("mesh", network);

        // The meeting points come first: whoever answers offers one, whoever asks calls it.
        var names = network.namespace("mesh");
        var orders = names.endpoint("orders", http(8080)).timeout(ofSeconds(5));
        var stock = names.endpoint("stock", http(9090));
        var records = network.dnsNamespace("data.internal");
        var cache = records.endpoint("cache", tcp(6379));

        var taking = cluster.service(
                        "orders",
                        FargateTask.sized(HalfVcpu.GB_1)
                                .container(Container.of("api", image("mesh/orders:1.0"))
                                        .port(http(8080))
                                        .env("STOCK", stock.url("/items"))
                                        .env("CACHE", cache.address())))
                .offers(orders)
                .calls(stock, cache);

        var counting = cluster.service(
                        "stock",
                        FargateTask.sized(HalfVcpu.GB_1)
                                .container(Container.of("api", image("mesh/stock:1.0"))
                                        .port(http(9090))
                                        .env("ORDERS", orders.url())
                                        .env("CACHE", cache.address())))
                .offers(stock)
                .calls(orders, cache);

        var keeping = cluster.service(
                        "cache",
                        FargateTask.sized(HalfVcpu.GB_2)
                                .container(Container.of("valkey", image("valkey/valkey:8.1"))
                                        .port(tcp(6379))))
                .offers(cache);

        return App.of(
                Stack.of("mesh", network, cluster, names, records, keeping),
                Stack.of("orders", taking),
                Stack.of("stock", counting));
    }
}
