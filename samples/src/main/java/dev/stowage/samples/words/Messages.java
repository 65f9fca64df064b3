package dev.stowage.samples.words;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.access.Permission.publish;
import static dev.stowage.dsl.access.Permission.send;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;

/** Queues and topics: what is sent, published, heard and worked off. */
public final class Messages implements Blueprint {

    @Override
    public App describe() {
        var key = Key.of("records");
        var steps = Topic.of("steps").fifo();
        var orders = MessageQueue.of("orders")
                .fifo()
                .keeps(ofDays(7))
                .attempts(3)
                .encryptedBy(key)
                .hears(steps);
        var partner = MessageQueue.existing("partner", id("partner-inbox"));
        var news = Topic.of("news").encryptedBy(key);
        var container = Container.of("clerk", image("house/clerk:1.0"))
                .env("ORDERS", orders.arn())
                .env("PARTNER", partner.url());
        var desk = Cluster.of("messages", Vpc.of("messages", "10.13.0.0/16").sharedNat())
                .service("desk", FargateTask.sized(OneVcpu.GB_2).container(container))
                .may(send(orders), send(partner))
                .may(
                        publish(news),
                        publish(Topic.existing("alerts", arn("arn:aws:sns:eu-central-1:123456789012:alerts"))))
                .may(consume(inbox(news)));
        return Stack.of("messages", desk);
    }

    /** Hears some messages of several topics. */
    private static MessageQueue inbox(Topic news) {
        return MessageQueue.of("inbox")
                .visibility(ofMinutes(2))
                .withoutDeadLetters()
                .hears(news.where("kind", "order", "refund").where("priority", "high"))
                .hears(
                        Topic.of("hints")
                                .whereBegins("country", "D")
                                .whereBegins("city", "B")
                                .inBody(),
                        Topic.of("notes").whereOtherThan("kind", "test").whereOtherThan("state", "draft"),
                        Topic.of("calls").enveloped(),
                        Topic.of("echo").where("kind", "sound").enveloped());
    }
}
