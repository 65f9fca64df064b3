package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.traffic.Action.redirect;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.from;
import static dev.stowage.dsl.traffic.Match.header;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.method;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.query;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.Login;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.dsl.traffic.TlsPolicy;
import dev.stowage.schema.expression.Text;

/** How requests come in: listeners, what they match, where they lead, and how targets are probed. */
public final class Traffic implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var cluster = Cluster.of("main", network);
        var front = front(network);
        var https = front.https(Certificate.existing("shop", parameter("Certificate")))
                .also(Certificate.existing("other", arn("arn:aws:acm:eu-central-1:123456789012:certificate/0000")))
                .tls(TlsPolicy.TLS_1_3)
                .redirectHttp()
                .otherwise(respond(404, "nothing here"));
        var plain = LoadBalancer.internal("back", network)
                .protectedBy(new Arn("arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/house/0000"))
                .http(8080)
                .otherwise(redirect("https://shop.example.com/"));
        return Stack.of(
                        "traffic",
                        web(cluster, https),
                        account(cluster, https),
                        staff(cluster, https),
                        told(cluster, https),
                        api(cluster, plain))
                .output("Address", https.url("/web"))
                .output("Plain", plain.url())
                .output("Front", front.address());
    }

    private static LoadBalancer front(Vpc network) {
        return LoadBalancer.internetFacing("front", network)
                .accessLogs(Bucket.existing("logs", id("house-access-logs")))
                .idleTimeout(ofMinutes(2))
                .protectedBy(parameter("WebAcl"))
                .alias(id("Z0123456789ABCDEFGHIJ"), "shop.example.com");
    }

    /** A route that says how tasks are asked whether they are well. */
    private static FargateService web(Cluster cluster, HttpsListener https) {
        return service(cluster, "web", http(8080))
                .behind(https.when(path("/web/*", "/"), host("shop.example.com"))
                        .probe(Probe.http("/health")
                                .at(http(8080))
                                .every(ofSeconds(10))
                                .within(ofSeconds(5))
                                .healthyAfter(2)
                                .unhealthyAfter(3)
                                .expects("200-299"))
                        .to(http(8080))
                        .sticky(ofHours(1))
                        .drain(ofSeconds(20))
                        .priority(100));
    }

    private static FargateService account(Cluster cluster, HttpsListener https) {
        var client = Secret.existing("client", id("login-client-AbCdEf"));
        return service(cluster, "account", http(8080))
                .behind(https.path("/account/*")
                        .login(Login.openId("https://login.example.com", "shop", client)
                                .endpoints(
                                        "https://login.example.com/authorize",
                                        "https://login.example.com/token",
                                        "https://login.example.com/userinfo")));
    }

    private static FargateService staff(Cluster cluster, HttpsListener https) {
        return service(cluster, "staff", http(8080))
                .behind(https.when(host(Text.parameter("StaffHost")), from("10.0.0.0/8"))
                        .login(Login.cognito(
                                arn("arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abcdef"),
                                "client",
                                "shop-login")));
    }

    private static FargateService told(Cluster cluster, HttpsListener https) {
        return service(cluster, "told", http(8080))
                .behind(https.path("/told/*")
                        .jwt(Jwt.issuedBy("https://login.example.com", "https://login.example.com/keys")
                                .claim("tenant", "shop")));
    }

    private static FargateService api(Cluster cluster, HttpListener plain) {
        return service(cluster, "api", http(8080))
                .behind(plain.when(header("X-Version", "2"), method("GET", "HEAD"), query("beta", "true")))
                .behind(plain.when(path("/api/*"), from(Text.parameter("Office"))));
    }

    /** A service whose task listens at a port, for all programs about traffic. */
    static FargateService service(Cluster cluster, String name, Port port) {
        return cluster.service(
                name,
                FargateTask.sized(HalfVcpu.GB_1)
                        .container(Container.of(name, image("shop/" + name + ":1.0"))
                                .port(port)));
    }
}
