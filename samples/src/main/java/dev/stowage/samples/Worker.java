package dev.stowage.samples;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.cluster.Insights.ENABLED;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.synth.Stowage;

/** A worker on spare capacity that drains a queue: none while it is empty, more the longer it gets, some before the rush. */
public final class Worker implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Worker(), args);
    }

    @Override
    public App describe() {
        var cluster =
                Cluster.of("work", Vpc.of("work", "10.4.0.0/16").sharedNat()).insights(ENABLED);
        var orders = MessageQueue.of("orders").visibility(ofMinutes(5));

        var draining = FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of("worker", image("shop/worker:5.0"))
                        .env("ORDERS", orders.url())
                        .stopWithin(ofMinutes(2)));

        var worker = cluster.service("worker", draining)
                .on(FARGATE_SPOT)
                .count(from(0).to(50)
                        .onBacklog(orders, 100)
                        .at(cron("45 7 ? * MON-FRI *"), 5, 50)
                        .at(cron("0 18 ? * MON-FRI *"), 0, 50))
                .may(consume(orders));

        return Stack.of("work", cluster, orders, worker);
    }
}
