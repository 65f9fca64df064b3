package dev.stowage.samples;

import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.schedule.EventPattern.created;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofHours;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.synth.Stowage;

/** A task for each file that somebody puts into a bucket; who is on call hears of those that could not be started. */
public record Inbox() implements Blueprint {

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new Inbox(), args);
    }

    @Override
    public App describe() {
        var cluster = Cluster.of("batch", Vpc.of("batch", "10.3.0.0/16").sharedNat());
        var onCall = Topic.existing("on-call", parameter("OnCall"));
        var inbox = Bucket.of("inbox");

        var orders = cluster.rule(
                        "orders", task("shop/orders:1.0"), created(inbox).detailBegins("object.key", "orders/"))
                .env("KEY", "$.detail.object.key")
                .may(read(inbox))
                .retry(5)
                .tells(onCall);
        var leftovers = cluster.rule("leftovers", task("shop/leftovers:1.0"), every(ofHours(6)))
                .may(read(inbox))
                .tells(onCall);
        return Stack.of("inbox", orders, leftovers);
    }

    private static FargateTask task(String image) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("main", image(image)));
    }
}
