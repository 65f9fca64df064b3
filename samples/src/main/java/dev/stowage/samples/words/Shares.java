package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.traffic.Action.forward;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.headerRegex;
import static dev.stowage.dsl.traffic.Match.hostRegex;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Match.queryValue;
import static dev.stowage.samples.words.Traffic.service;
import static java.time.Duration.ofHours;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.TargetGroup;

/** What is shared: listeners and target groups of others, and routes whose requests go to several. */
public final class Shares implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var cluster = Cluster.of("main", network);
        var legacy = TargetGroup.existing("legacy", parameter("LegacyGroup"));
        return Stack.of(
                "shares",
                guest(cluster, network),
                tale(cluster, LoadBalancer.internal("back", network).http(8081), legacy),
                service(cluster, "heir", http(8080)).registersIn(legacy, http(8080)));
    }

    private static FargateService guest(Cluster cluster, Vpc network) {
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
        return service(cluster, "guest", http(8080))
                .behind(shared.path("/guest/*"))
                .behind(open.path("/guest/*"));
    }

    private static FargateService tale(Cluster cluster, HttpListener back, TargetGroup legacy) {
        var older = TargetGroup.existing("older", parameter("OlderGroup"));
        var many = back.answer(respond(200, "<p>Closed.</p>").html(), hostRegex("^shop[0-9]+\\.example\\.com$"))
                .answer(forward(legacy.weight(3), older.weight(1)).sticky(ofHours(1)), path("/legacy/*"));
        return service(cluster, "tale", http(8080))
                .behind(many.when(headerRegex("X-Teller", "^[a-z]+$"), queryValue("tale"))
                        .sticky(ofHours(1), "TELLER")
                        .weightedRandom()
                        .rewritePath("^/tales/(.*)$", "/$1")
                        .rewriteHost("^.*$", "tales.internal"));
    }
}
