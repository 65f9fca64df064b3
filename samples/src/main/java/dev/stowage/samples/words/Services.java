package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.cluster.Insights.ENHANCED;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.scaling.Steps;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Whole;

/** Services: how many, on what, when more and when fewer, and the jobs that inherit from them. */
public final class Services implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var front = LoadBalancer.internetFacing("front", network).http();
        var orders = MessageQueue.of("orders");
        var dumps = Bucket.of("dumps");
        var cluster = Cluster.of("main", network)
                .insights(ENHANCED)
                .on(FARGATE.weight(1).base(2), FARGATE_SPOT.weight(3));

        var web = cluster.service("web", task("web"))
                .count(from(2).to(20).onCpu(60).onMemory(70).onRequests(500).cooldown(ofMinutes(2)))
                .behind(front.path("/*"))
                .graceful(ofSeconds(60))
                .rebalanced()
                .shell();
        var worker = cluster.service("worker", task("worker"))
                .on(FARGATE_SPOT)
                .count(from(Whole.parameter("Fewest").orElse(1))
                        .to(50)
                        .onBacklog(orders, 100)
                        .at(cron("45 7 ? * MON-FRI *"), 5, 50))
                .withoutRebalancing()
                .may(Permission.consume(orders));
        var stepped = cluster.service("stepped", task("stepped"))
                .count(from(1).to(10)
                        .steps(Steps.cpu().above(60, 1).above(80, 3).below(30, 1))
                        .steps(Steps.memory().above(80, 2)));
        var drained = cluster.service("drained", task("drained"))
                .count(from(0).to(10)
                        .steps(Steps.waiting(orders).above(1, 1).above(100, 5).below(1, 5)))
                .may(Permission.consume(orders));
        var prompt = cluster.service("prompt", task("prompt"))
                .count(from(1).to(20).onLatency(orders, ofMinutes(5), ofMillis(250)))
                .may(Permission.consume(orders));
        var fixed = cluster.service("fixed", task("fixed")).count(3).platform("1.4.0");
        var chosen = cluster.service("chosen", task("chosen"))
                .count(Whole.parameter("Copies").orElse(2))
                .in(SubnetKind.PUBLIC)
                .publicAddress();

        var migrate = web.job("migrate")
                .command("bin/migrate", "--all")
                .sized(OneVcpu.GB_2)
                .may(Permission.write(dumps));
        var guests = Cluster.existing("guests", id("guests"), network).service("guest", task("guest"));

        return Stack.of("services", web, migrate, worker, stepped, drained, prompt, fixed, chosen, guests);
    }

    private static FargateTask task(String name) {
        var container = Container.of(name, image("shop/" + name + ":1.0"));
        return FargateTask.sized(HalfVcpu.GB_1)
                .container(name.equals("web") ? container.port(Port.http(8080)) : container);
    }
}
