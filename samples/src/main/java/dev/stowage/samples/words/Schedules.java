package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.schedule.EventPattern.created;
import static dev.stowage.dsl.schedule.EventPattern.source;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;
import java.time.ZoneId;

/** Tasks that run at their hours. */
public final class Schedules implements Blueprint {

    @Override
    public App describe() {
        var cluster = Cluster.of("batch", Vpc.of("batch", "10.3.0.0/16"));
        var lost = MessageQueue.of("lost");
        var reports = Bucket.of("reports");

        var report = cluster.schedule(
                        "report", task("report"), cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin")))
                .retry(2)
                .giveUpAfter(ofHours(1))
                .deadLetters(lost)
                .may(Permission.write(reports));
        var sweep = cluster.schedule("sweep", task("sweep"), every(ofMinutes(15)))
                .on(FARGATE_SPOT)
                .count(2)
                .in(SubnetKind.PUBLIC)
                .publicAddress()
                .within(ofMinutes(5))
                .withoutDeadLetters();
        var chosen = cluster.schedule("chosen", task("chosen"), every(ofHours(6)))
                .state(Text.parameter("State").oneOf("ENABLED", "DISABLED"));
        var asleep =
                cluster.schedule("asleep", task("asleep"), every(ofHours(1))).paused();
        var pager = Topic.of("pager");
        var placed = cluster.rule(
                        "placed",
                        task("placed"),
                        source("shop")
                                .type("Order Placed")
                                .detail("state", "new")
                                .detail("owner", Text.parameter("Owner"))
                                .detailBegins("key", "orders/")
                                .detailOtherThan("kind", "test"))
                .env("ORDER", "$.detail.order")
                .bus(id("shop"))
                .tells(pager);
        var stored = cluster.rule("stored", task("stored"), created(reports));
        return Stack.of("schedules", report, sweep, chosen, asleep, placed, stored);
    }

    private static FargateTask task(String name) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(Container.of(name, image("shop/" + name + ":1.0")));
    }
}
