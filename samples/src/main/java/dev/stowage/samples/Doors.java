package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.grpc;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Port.udp;
import static dev.stowage.dsl.traffic.Action.forward;
import static dev.stowage.dsl.traffic.Action.redirect;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.from;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.pathRegex;
import static dev.stowage.dsl.traffic.Probe.connect;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Alpn;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.synth.Stowage;

/** A house with many doors: all that listeners of both kinds of load balancers do for the services behind them. */
public final class Doors implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Doors(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("doors", "10.3.0.0/16").sharedNat();
        var cluster = Cluster.of("doors", network);
        var zone = parameter("Zone");
        var certificate = Certificate.of("doors", zone, "doors.example", "*.doors.example");
        var logs = Bucket.of("logs");

        // The old house still answers some of the callers.
        var old = TargetGroup.existing("old", parameter("OldGroup"));

        // For the world: a name, a web ACL, logs, and answers that take no service.
        var front = LoadBalancer.internetFacing("front", network)
                .alias(zone, "doors.example")
                .protectedBy(arn("arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/house/1234"))
                .accessLogs(logs);
        var https = front.https(certificate)
                .redirectHttp()
                .answer(redirect("https://doors.example/").permanently(), host("www.doors.example"))
                .answer(respond(403, "{\"error\": \"closed\"}").json(), path("/admin/*"), from("10.0.0.0/8"))
                .answer(forward(old), path("/archive/*"))
                .otherwise(respond(404, "There is no such page."));

        // Mail and names come by other doors, at addresses that never change.
        var edge = NetworkLoadBalancer.internetFacing("edge", network)
                .elasticAddresses()
                .acrossZones()
                .accessLogs(logs);
        return Stack.of("doors", https, pages(cluster, https, old), api(cluster, https))
                .and(mail(cluster, edge, certificate), names(cluster, edge), inner(cluster));
    }

    /** Nine of ten callers see the new pages; whoever saw them once goes on to. */
    private static FargateService pages(Cluster cluster, HttpsListener https, TargetGroup old) {
        return cluster.service("pages", task("pages", tcp(8080)))
                .behind(https.path("/*")
                        .probe(http("/health"))
                        .slowStart(ofMinutes(1))
                        .share(90, old.weight(10))
                        .stickyShare(ofHours(1)));
    }

    /** An API that speaks gRPC, for callers with a token. */
    private static FargateService api(Cluster cluster, HttpsListener https) {
        var token = Jwt.issuedBy("https://login.example", "https://login.example/.well-known/jwks.json")
                .claimAmong("aud", "doors")
                .scope("read");
        return cluster.service("api", task("api", grpc(9090)))
                .behind(https.when(pathRegex("^/doors\\.v[0-9]+\\."), host("api.doors.example"))
                        .probe(http("/grpc.health.v1.Health/Check").expects("0"))
                        .leastOutstanding()
                        .jwt(token));
    }

    private static FargateService mail(Cluster cluster, NetworkLoadBalancer edge, Certificate certificate) {
        return cluster.service("mail", task("mail", tcp(143)))
                .behind(edge.tls(993, certificate).keepAddress())
                .behind(edge.tls(443, certificate)
                        .alpn(Alpn.HTTP2_PREFERRED)
                        .to(tcp(143))
                        .keepAddress());
    }

    private static FargateService names(Cluster cluster, NetworkLoadBalancer edge) {
        return cluster.service("names", task("names", tcp(53), udp(53)))
                .behind(edge.tcpUdp(53).probe(connect()));
    }

    /** One service fills a target group behind the load balancer of others. */
    private static FargateService inner(Cluster cluster) {
        var shared = TargetGroup.existing("shared", parameter("SharedGroup"))
                .calledBy(SecurityGroup.existing("callers", parameter("CallersGroup")));
        return cluster.service("inner", task("inner", tcp(8080))).registersIn(shared);
    }

    private static FargateTask task(String name, Port... ports) {
        var container = Container.of(name, image("doors/" + name + ":1.0"));
        for (var port : ports) {
            container = container.port(port);
        }
        return FargateTask.sized(HalfVcpu.GB_1).container(container);
    }
}
