package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Port.http;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;

/** What is measured, when that is bad, and who is told. */
public final class Alarms implements Blueprint {

    @Override
    public App describe() {
        // Nothing here needs the internet: the network has a door to each service of AWS that its tasks use.
        var network = Vpc.of("main", "10.0.0.0/16").endpointsForTasks();
        var news = Topic.existing("news", arn("arn:aws:sns:eu-central-1:123456789012:news"));
        var orders = MessageQueue.of("orders");
        var audit =
                LogGroup.of("audit").count("refusals", "REFUSED").measure("latency", "{ $.latency > 0 }", "$.latency");
        var inside = LoadBalancer.internal("inside", network);

        var refused = Alarm.of(
                        "refused", audit.metric("refusals").sum().above(5).times(2, 3))
                .tells(news);
        var slow = Alarm.of(
                "slow", audit.metric("latency").percentile(99.5).above(2).missingChangesNothing());
        var full = Alarm.of("full", orders.waiting().every(ofMinutes(5)).atLeast(1000));
        var old = Alarm.of("old", orders.oldest().above(600));
        var broken =
                Alarm.of("broken", inside.metric("HTTPCode_ELB_5XX_Count").sum().above(10));
        var space = Metric.of("AWS/RDS", "FreeStorageSpace")
                .by("DBInstanceIdentifier", Text.parameter("Database"))
                .minimum()
                .every(ofMinutes(5));
        var writes = Metric.of("AWS/RDS", "WriteIOPS").by("DBInstanceIdentifier", "ledger");
        var tight = Alarm.of("tight", space.atMost(1_000_000_000).missingIsBad());
        var still = Alarm.of("still", writes.average().below(1));
        var hectic = Alarm.of("hectic", writes.maximum().above(5_000));
        var rare = Alarm.of("rare", writes.samples().below(1));
        var database = Alarm.allOf("database", tight, Alarm.anyOf("odd", still, hectic, rare))
                .tells(news);

        var web = Cluster.of("main", network)
                .service(
                        "web",
                        FargateTask.sized(QuarterVcpu.MB_512)
                                .container(Container.of("web", image("shop/web:1.0"))
                                        .port(http(8080))
                                        .logs(cloudWatch(audit))));
        var busy = Alarm.of("busy", web.cpuUsed().above(90).times(3, 5));
        var heavy = Alarm.of("heavy", web.memoryUsed().above(95));
        var watched = web.behind(inside.http().path("/*")).deploy(rolling().rollbackOn(busy, heavy, broken));
        var sessions = Metric.of("shop", "SessionsPerCopy").average();
        var counted = watched.count(from(1).to(9).onMetric(sessions, 40));
        return Stack.of("alarms", counted, refused, slow, full, old, database);
    }
}
