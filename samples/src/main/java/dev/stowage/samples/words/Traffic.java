package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Action.forward;
import static dev.stowage.dsl.traffic.Action.redirect;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.from;
import static dev.stowage.dsl.traffic.Match.header;
import static dev.stowage.dsl.traffic.Match.headerRegex;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.hostRegex;
import static dev.stowage.dsl.traffic.Match.method;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.query;
import static dev.stowage.dsl.traffic.Match.queryValue;
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
import dev.stowage.dsl.traffic.Alpn;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.Jwt;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.Login;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.dsl.traffic.Probe;
import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.schema.expression.Text;

/** How requests come in: balancers, listeners, what they match, where they lead, and how targets are probed. */
public final class Traffic implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var logs = Bucket.existing("logs", id("house-access-logs"));
        var certificate = Certificate.existing("shop", parameter("Certificate"));
        var other = Certificate.existing("other", arn("arn:aws:acm:eu-central-1:123456789012:certificate/0000"));
        var client = Secret.existing("client", id("login-client-AbCdEf"));
        var cluster = Cluster.of("main", network);

        var front = LoadBalancer.internetFacing("front", network)
                .accessLogs(logs)
                .idleTimeout(ofMinutes(2))
                .protectedBy(parameter("WebAcl"))
                .alias(id("Z0123456789ABCDEFGHIJ"), "shop.example.com");
        var https = front.https(certificate).also(other).redirectHttp().otherwise(respond(404, "nothing here"));
        var back = LoadBalancer.internal("back", network)
                .protectedBy(new Arn("arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/house/0000"));
        var plain = back.http(8080).otherwise(redirect("https://shop.example.com/"));

        var web = service(cluster, "web")
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
        var account = service(cluster, "account")
                .behind(https.path("/account/*")
                        .login(Login.openId("https://login.example.com", "shop", client)
                                .endpoints(
                                        "https://login.example.com/authorize",
                                        "https://login.example.com/token",
                                        "https://login.example.com/userinfo")));
        var staff = service(cluster, "staff")
                .behind(https.when(host(Text.parameter("StaffHost")), from("10.0.0.0/8"))
                        .login(Login.cognito(
                                arn("arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abcdef"),
                                "client",
                                "shop-login")));
        var api = service(cluster, "api")
                .behind(plain.when(header("X-Version", "2"), method("GET", "HEAD"), query("beta", "true")))
                .behind(plain.when(path("/api/*"), from(Text.parameter("Office"))));

        var ours = LoadBalancer.existing(
                        "house",
                        arn(
                                "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/house/0123456789abcdef"),
                        network)
                .securityGroup("sg-0a1b2c3d4e5f60718");
        var shared = HttpsListener.existing("shared", parameter("SharedListener"), ours)
                .priorities(200, 299);
        var open =
                HttpListener.existing("open", parameter("OpenListener"), ours).priorities(1000, 1999);
        var guest = service(cluster, "guest").behind(shared.path("/guest/*")).behind(open.path("/guest/*"));

        var gate = NetworkLoadBalancer.internetFacing("gate", network).acrossZones();
        var mail = service(cluster, "mail", tcp(2525))
                .behind(gate.tcp(25)
                        .probe(Probe.connect())
                        .to(tcp(2525))
                        .drain(ofSeconds(30))
                        .keepAddress());
        var inside = NetworkLoadBalancer.internal("inside", network);
        var names = service(cluster, "names", Port.udp(53))
                .behind(inside.udp(53).probe(Probe.connect().at(tcp(8080))));
        var vault = service(cluster, "vault", tcp(8200)).behind(gate.tls(443, certificate));

        // Doors of all other kinds.
        var legacy = TargetGroup.existing("legacy", parameter("LegacyGroup"));
        var many = back.http(8081)
                .answer(respond(200, "<p>Closed.</p>").html(), hostRegex("^shop[0-9]+\\.example\\.com$"))
                .answer(
                        forward(
                                        legacy.weight(3),
                                        TargetGroup.existing("older", parameter("OlderGroup"))
                                                .weight(1))
                                .sticky(ofHours(1)),
                        path("/legacy/*"));
        var tale = service(cluster, "tale")
                .behind(many.when(headerRegex("X-Teller", "^[a-z]+$"), queryValue("tale"))
                        .sticky(ofHours(1), "TELLER")
                        .weightedRandom()
                        .rewritePath("^/tales/(.*)$", "/$1")
                        .rewriteHost("^.*$", "tales.internal"));
        var told = service(cluster, "told")
                .behind(https.path("/told/*")
                        .jwt(Jwt.issuedBy("https://login.example.com", "https://login.example.com/keys")
                                .claim("tenant", "shop")))
                .registersIn(legacy, http(8080));
        var fixed = NetworkLoadBalancer.internetFacing("fixed", network)
                .elasticAddresses("eipalloc-0a1b2c3d4e5f60711", "eipalloc-0a1b2c3d4e5f60712")
                .alias(id("Z0123456789ABCDEFGHIJ"), "fixed.example.com");
        var safe = service(cluster, "safe", tcp(8443))
                .behind(fixed.tls(443, certificate)
                        .also(other)
                        .alpn(Alpn.HTTP1_PREFERRED)
                        .proxyProtocol()
                        .sticky());
        var near = NetworkLoadBalancer.internal("near", network).privateAddresses("10.0.128.5", "10.0.144.5");
        var lasting = service(cluster, "long", tcp(2525)).behind(near.tcp(2525).idleTimeout(ofMinutes(10)));

        var borrowed = NetworkLoadBalancer.existing("borrowed", parameter("BorrowedArn"), network)
                .securityGroup("sg-0a1b2c3d4e5f60719");
        var lodger = service(cluster, "lodger", tcp(2525)).behind(borrowed.tcp(2526));

        return Stack.of(
                        "traffic", lodger, web, account, staff, api, guest, mail, names, vault, tale, told, safe,
                        lasting)
                .output("Address", https.url("/web"))
                .output("Plain", plain.url())
                .output("Front", front.address())
                .output("Gate", gate.address());
    }

    private static FargateService service(Cluster cluster, String name) {
        return service(cluster, name, http(8080));
    }

    private static FargateService service(Cluster cluster, String name, Port port) {
        var container = Container.of(name, image("shop/" + name + ":1.0")).port(port);
        var probed = name.equals("names") ? container.port(tcp(8080)) : container;
        return cluster.service(name, FargateTask.sized(HalfVcpu.GB_1).container(probed));
    }
}
