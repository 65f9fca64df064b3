package dev.stowage.samples.words;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.access.Permission.decrypt;
import static dev.stowage.dsl.access.Permission.encrypt;
import static dev.stowage.dsl.access.Permission.publish;
import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.access.Permission.send;
import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.storage.Volume.diskFrom;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Parameters;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;

/** What tasks keep, read, write, send and receive, made here and found. */
public final class Stores implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("stores", "10.7.0.0/16").sharedNat();

        // Keys and queues.
        var key = Key.of("records");
        var old = Key.existing(
                "old", arn("arn:aws:kms:eu-central-1:123456789012:key/1b2c3d4e-0000-4000-8000-000000000001"));
        var orders =
                MessageQueue.of("orders").fifo().keeps(ofDays(7)).attempts(3).encryptedBy(key);
        var hints = MessageQueue.of("hints").visibility(ofMinutes(2)).withoutDeadLetters();
        var partner = MessageQueue.existing("partner", id("partner-inbox"));
        var news = Topic.of("news").encryptedBy(key);
        var alerts = Topic.existing("alerts", arn("arn:aws:sns:eu-central-1:123456789012:alerts"));

        // Buckets, tables, files, disks.
        var archive = Bucket.existing("archive", id("house-archive"));
        var prices = Table.existing("prices", id("prices"));
        var home =
                ElasticFileSystem.existing("home", id("fs-0a1b2c3d4e5f60718")).securityGroup("sg-0a1b2c3d4e5f60718");
        var shared = ElasticFileSystem.of("shared", network);
        var uploads = shared.accessPoint("uploads", "/uploads").user(1000, 1000);
        var spool = empty("spool");
        var work = disk("work", 100).iops(6000).throughput(250);
        var seed = diskFrom("seed", "snap-0a1b2c3d4e5f60718").gib(50);

        // Images of our own.
        var tools = Repository.of("tools").called("house/tools").mutableTags();

        var clerk = Container.of("clerk", tools.image(Text.parameter("Release")))
                .env("ORDERS", orders.arn())
                .env("PARTNER", partner.url())
                .mount(home.volume().readOnly(), "/home")
                .mount(uploads.volume(), "/uploads")
                .mount(spool, "/spool")
                .mount(work, "/work")
                .envFile(archive.object("settings/clerk.env"));
        var reader = Container.of("reader", tools.digest("sha256:" + "0".repeat(64)))
                .sidecar()
                .mount(spool.readOnly(), "/spool");
        var desk = Cluster.of("stores", network)
                .service(
                        "desk", FargateTask.sized(OneVcpu.GB_2).container(clerk).container(reader))
                .may(send(orders), consume(hints), send(partner), publish(news), publish(alerts))
                .may(
                        read(archive.below("in/")),
                        write(archive.below("out/")),
                        read(prices),
                        read(Parameters.below("/desk")))
                .may(decrypt(old), encrypt(key))
                .may(allow("translate:TranslateText", new Arn("arn:aws:translate:*:*:*")));
        var loader = Cluster.of("loaders", network)
                .service(
                        "loader",
                        FargateTask.sized(OneVcpu.GB_2)
                                .container(Container.of("loader", image("house/loader:1.0"))
                                        .mount(seed.readOnly(), "/seed")));

        return App.of(Stack.of("images", tools), Stack.of("stores", desk, loader));
    }
}
