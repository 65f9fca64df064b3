package dev.stowage.samples;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.cluster.Insights.ENHANCED;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Probe.http;
import static dev.stowage.samples.Shop.Stage.PROD;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;
import java.time.ZoneId;

/**
 * A web shop: a storefront that follows its load, a checkout that is deployed blue/green, a worker that drains a queue on spare
 * capacity, a nightly report.
 *
 * @param stage whom it is for
 */
public record Shop(Stage stage) implements Blueprint {

    /** Whom a shop is for. */
    public enum Stage {
        /** Those who build it. */
        DEV,
        /** Those who buy. */
        PROD
    }

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new Shop(PROD), args);
    }

    @Override
    public App describe() {
        // What exists already. Facts that are not given are unknown; nothing is looked up.
        var network = Vpc.existing("main", id("vpc-0a1b2c3d4e5f60718"))
                .privateSubnets("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712")
                .publicSubnets("subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722");
        var database = Secret.existing("database", parameter("DatabaseSecret"));
        var certificate = Certificate.existing("shop", parameter("Certificate"));

        // Where things run: two tasks on demand, then four of five on Spot.
        var cluster = Cluster.of("shop", network)
                .insights(ENHANCED)
                .on(FARGATE.base(2).weight(1), FARGATE_SPOT.weight(4));

        // How traffic comes in.
        var front = LoadBalancer.internetFacing("front", network);
        var https = front.https(certificate).redirectHttp().otherwise(respond(404, "There is no such page."));
        var preview = front.https(8443, certificate);

        var storefront = storefront(cluster, https);
        var checkout = checkout(cluster, https, preview, database);
        var worker = worker(cluster, database);
        return Stack.of("shop", cluster, front, storefront, checkout, worker, report(cluster))
                .tag("team", "storefront")
                .output("Address", https.url());
    }

    /** Everything that nothing else answers, counted by load. */
    private static FargateService storefront(Cluster cluster, HttpsListener https) {
        var pages = FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("web", image("shop/storefront:2.3"))
                        .port(tcp(8080))
                        .env("CHECKOUT_URL", https.url("/checkout"))
                        .healthy(curl("/health").every(ofSeconds(10))));
        return cluster.service("storefront", pages)
                .count(from(3).to(30).onCpu(60).onRequests(800))
                .behind(https.path("/*").probe(http("/health")))
                .graceful(ofSeconds(60))
                .deploy(rolling().maximum(150));
    }

    /** Never on Spot; the next version can be seen on port 8443 before it takes over. */
    private FargateService checkout(Cluster cluster, HttpsListener https, HttpsListener preview, Secret database) {
        var paying = FargateTask.sized(OneVcpu.GB_4)
                .container(Container.of("api", image("shop/checkout:5.0"))
                        .port(tcp(8080))
                        .secret("DATABASE", database))
                .container(Container.of("traces", image("otel/collector:0.104")).sidecar())
                .arm();
        return cluster.service("checkout", paying)
                .on(FARGATE)
                .count(4)
                .behind(https.when(path("/checkout/*"), host("shop.example")).probe(http("/ready")))
                .graceful(ofSeconds(60))
                .deploy(
                        stage == PROD
                                ? blueGreen().bake(ofMinutes(15)).preview(preview.path("/checkout/*"))
                                : rolling());
    }

    /** Drains the order queue on spare capacity. */
    private static FargateService worker(Cluster cluster, Secret database) {
        var orders = MessageQueue.of("orders");
        var draining = FargateTask.sized(TwoVcpu.GB_8)
                .container(Container.of("worker", image("shop/worker:5.0"))
                        .env("ORDERS", orders.url())
                        .secret("DATABASE", database));
        return cluster.service("worker", draining)
                .on(FARGATE_SPOT)
                .count(from(1).to(50).onBacklog(orders, 100))
                .may(consume(orders));
    }

    /** Every night at three, Berlin time. */
    private static ScheduledTask report(Cluster cluster) {
        return cluster.schedule(
                "nightly-report",
                FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("report", image("shop/report:1.1"))),
                cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin")));
    }
}
