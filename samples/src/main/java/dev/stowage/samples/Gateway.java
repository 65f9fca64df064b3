package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.gateway.ApiRoute.any;
import static dev.stowage.dsl.gateway.ApiRoute.get;
import static dev.stowage.dsl.gateway.ApiRoute.post;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.gateway.Cors;
import dev.stowage.dsl.gateway.HttpApi;
import dev.stowage.dsl.gateway.JwtAuthorizer;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** An API on the internet for services that nobody outside can reach: through a VPC link, by names and by a listener. */
public final class Gateway implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Gateway(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("gateway", "10.4.0.0/16").sharedNat();
        var cluster = Cluster.of("gateway", network);
        var names = network.dnsNamespace("gateway.internal");
        var orders = names.endpoint("orders", http(8080));
        var inside = LoadBalancer.internal("inside", network).http();

        var zone = parameter("Zone");
        var login = JwtAuthorizer.of("login", "https://login.example", "shop");
        var api = HttpApi.of("shop", network)
                .domain(zone, "api.shop.example", Certificate.of("api", zone, "api.shop.example"))
                .onlyByDomain()
                .cors(Cors.from("https://shop.example")
                        .methods("GET", "POST")
                        .headers("authorization", "content-type")
                        .keep(ofHours(1)))
                .throttle(200, 100)
                .route(
                        get("/orders/{id}").to(orders).jwt(login, "orders:read"),
                        post("/orders").to(orders).jwt(login, "orders:write").within(ofSeconds(10)),
                        any("/pages/{proxy+}").to(inside))
                .tag("team", "shop");

        var taking = cluster.service("orders", task("orders")).offers(orders);
        var pages = cluster.service("pages", task("pages")).behind(inside.path("/pages/*"));
        return App.of(Stack.of("services", network, cluster, inside, taking, pages), Stack.of("api", api));
    }

    private static FargateTask task(String name) {
        var container = Container.of(name, image("gateway/" + name + ":1.0")).port(http(8080));
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
