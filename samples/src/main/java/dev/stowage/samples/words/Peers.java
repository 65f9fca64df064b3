package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.grpc;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.AccessLogFormat;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;

/** Names to be called by, and who answers under which. */
public final class Peers implements Blueprint {

    @Override
    public App describe() {
        var small = Vpc.of("small", Text.parameter("Range").orElse("10.9.0.0/16"))
                .zones(2)
                .sharedNat();
        var cache =
                small.dnsNamespace("data.internal").endpoint("cache", tcp(6379)).keepsAddresses(ofSeconds(30));
        return Stack.of("peers", orders(small, cache), keeper(small, cache));
    }

    private static FargateService orders(Vpc small, Endpoint cache) {
        var mesh = small.namespace("mesh");
        var orders = mesh.endpoint("orders", http(8080)).timeout(ofSeconds(5)).encrypted(parameter("Authority"));
        var stream = mesh.endpoint("stream", grpc(9090)).idle(ofMinutes(30)).preview("X-Version", "next");
        var asking = Container.of("api", image("mesh/orders:1.0"))
                .port(http(8080))
                .port(grpc(9090))
                .env("CACHE_HOST", cache.host())
                .env("CACHE", cache.address())
                .env("SELF", orders.url("/orders"));
        return Cluster.of("mesh", small)
                .service("orders", task(asking))
                .accessLogs(AccessLogFormat.JSON)
                .offers(orders)
                .offers(stream, grpc(9090))
                .deploy(blueGreen())
                .calls(cache);
    }

    private static FargateService keeper(Vpc small, Endpoint cache) {
        var container = Container.of("valkey", image("valkey/valkey:8.1")).port(tcp(6379));
        return Cluster.of("cache", small).service("cache", task(container)).offers(cache);
    }

    private static FargateTask task(Container container) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
