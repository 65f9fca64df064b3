package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.gateway.ApiRoute;
import dev.stowage.dsl.gateway.Cors;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;

/** How an API leads requests to services that nobody outside can reach. */
public final class Apis implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var cluster = Cluster.of("main", network);
        var tales = network.dnsNamespace("tales.internal").endpoint("tales", http(8080));
        var certificate = Certificate.existing("shop", parameter("Certificate"));
        var https = LoadBalancer.internal("inside", network).https(certificate);
        var mail = NetworkLoadBalancer.internal("edge", network).tcp(2525);

        var api = HttpApi.of("tales", network)
                .route(
                        ApiRoute.put("/tales/{id}").to(tales).signed(),
                        ApiRoute.patch("/tales/{id}").to(tales))
                .route(ApiRoute.delete("/tales/{id}").to(tales))
                .route(ApiRoute.post("/mail").to(mail))
                .route(ApiRoute.otherwise().to(https).serverName("shop.example.com"))
                .cors(Cors.from("https://shop.example.com").exposes("etag").credentials())
                .detailedMetrics()
                .withoutAccessLogs();

        var teller = cluster.service("teller", task("teller", http(8080))).offers(tales);
        var shop = cluster.service("shop", task("shop", http(8080))).behind(https.path("/*"));
        var post = cluster.service("post", task("post", tcp(2525))).behind(mail);
        return Stack.of("apis", api, teller, shop, post).output("Address", api.url());
    }

    private static FargateTask task(String name, Port port) {
        var container = Container.of(name, image("shop/" + name + ":1.0")).port(port);
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
