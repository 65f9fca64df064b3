package programs.random;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.path;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The program of a plan.
 *
 * @param plan what it describes
 * @param order the seed of the order in which it says independent things and names roots; 0 for the order of the plan
 */
record Building(Plan plan, long order) implements Blueprint {

    @Override
    public App describe() {
        var random = new Random(plan.seed());
        var network = network(random);
        var cluster = Cluster.of("shop", network);
        var https = LoadBalancer.internetFacing("front", network)
                .https(Certificate.existing(
                        "shop", random.nextBoolean() ? parameter("Certificate") : ssm("/certificate")));
        var inside = LoadBalancer.internal("inside", network).http(8080);
        var shared = new ArrayList<Root>(List.of(network, cluster, https, inside));
        var holders = holders();
        for (var item : ordered(plan.services())) {
            var service = new Furnishing(item, cluster, https).service();
            holders.get(item.stack()).add(routed(service, item, https, inside));
        }
        return app(shared, holders, https);
    }

    private static Vpc network(Random random) {
        return random.nextBoolean()
                ? Vpc.existing("main", random.nextBoolean() ? parameter("Network") : ssm("/network"))
                : Vpc.of("main", "10.0.0.0/16").zones(1 + random.nextInt(3));
    }

    private List<List<Root>> holders() {
        var holders = new ArrayList<List<Root>>();
        for (var i = 0; i < Math.max(1, plan.stacks()); i++) {
            holders.add(new ArrayList<>());
        }
        return holders;
    }

    private App app(List<Root> shared, List<List<Root>> holders, HttpsListener https) {
        if (plan.stacks() == 0) {
            shared.addAll(holders.get(0));
            return Stack.of("shop", ordered(shared))
                    .output("Address", https.url())
                    .tag("team", "shop");
        }
        var stacks = new ArrayList<Stack>(List.of(Stack.of("shared", ordered(shared))));
        for (var i = 0; i < holders.size(); i++) {
            if (!holders.get(i).isEmpty()) {
                stacks.add(Stack.of("shop-" + i, ordered(holders.get(i))).output("Address", https.url("/" + i)));
            }
        }
        return App.of(stacks).tag("team", "shop");
    }

    private static FargateService routed(
            FargateService service, Plan.Item item, HttpsListener https, HttpListener inside) {
        var result = service;
        for (var way : item.routes()) {
            result = result.behind(route(way, https, inside));
        }
        return result;
    }

    private static Route route(Plan.Way way, HttpsListener https, HttpListener inside) {
        var port = tcp(way.isSecondPort() ? 9090 : 8080);
        if (way.isInside()) {
            return inside.path(way.path()).to(port);
        }
        return way.host().isEmpty()
                ? https.path(way.path()).to(port)
                : https.when(path(way.path()), host(way.host())).to(port);
    }

    private <T> List<T> ordered(List<T> list) {
        if (order == 0) {
            return list;
        }
        var shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, new Random(order));
        return shuffled;
    }

    /** Where else a secret may lie. */
    static Locator secret(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> arn("arn:aws:secretsmanager:eu-west-1:111122223333:secret:database-a1b2c3");
            case 1 -> parameter("Database");
            default -> ssm("/shop/database");
        };
    }
}
