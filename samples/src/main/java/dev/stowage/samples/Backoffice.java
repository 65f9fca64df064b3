package dev.stowage.samples;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.access.Permission.publish;
import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.Capability.ALL;
import static dev.stowage.dsl.task.HealthCheck.shell;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.LogRouter.fluentBit;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Logs.routed;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Readiness.HEALTHY;
import static dev.stowage.dsl.task.Restart.exceptAfter;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Parameters;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Retention;
import dev.stowage.synth.Stowage;

/** What runs behind a shop: a locked-down container with all that it keeps, reads and writes, and a sorter with a disk. */
public final class Backoffice implements Blueprint {

    /** Does what the arguments ask. */
    public static void main(String... args) {
        Stowage.run(new Backoffice(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("backoffice", "10.2.0.0/16").sharedNat();
        var cluster = Cluster.of("backoffice", network);
        var repository = Repository.existing("office", id("backoffice/office"));

        // What comes in, what goes out, and what is written down of it.
        var orders = MessageQueue.of("orders").visibility(ofMinutes(5));
        var news = Topic.of("news");
        var audit = LogGroup.of("audit").keep(Retention.FIVE_YEARS).count("refusals", "REFUSED");

        // Somebody hears of it when too much is refused.
        var refused =
                Alarm.of("refused", audit.metric("refusals").sum().above(20)).tells(news);

        var office = office(repository, orders, audit).env("NEWS", news.arn());
        return Stack.of(
                "backoffice",
                network,
                cluster,
                desk(cluster, office, news),
                sorter(cluster, repository, orders),
                refused);
    }

    /** A container that can do no more than it must. */
    private static Container office(Repository repository, MessageQueue orders, LogGroup audit) {
        return Container.of("office", repository.image("5.1"))
                .port(http(8080))
                .command("serve")
                .user("1000:1000")
                .readOnly()
                .scratch("/tmp")
                .drop(ALL)
                .openFiles(4096, 16384)
                .env("ORDERS", orders.url())
                .healthy(shell("/healthcheck").every(ofSeconds(10)))
                .stopWithin(ofSeconds(90))
                .logs(cloudWatch(audit).mustNotLose());
    }

    /** What it keeps, and the key that keeps it from others. */
    private static FargateService desk(Cluster cluster, Container office, Topic news) {
        var key = Key.of("records");
        var invoices = Bucket.of("invoices").encryptedBy(key).versioned();
        var ledger = Table.of("ledger", "account").sortKey("booked").encryptedBy(key);
        var uploads = ElasticFileSystem.of("uploads", cluster.network());
        var database = Secret.generated("database").user("office").encryptedBy(key);

        // The old card database belongs to others: it is known by its security group.
        var cards = SecurityGroup.existing("cards", parameter("CardsGroup"));

        var keeping = office.env("LEDGER", ledger.tableName())
                .env("INVOICES", invoices.bucketName())
                .secret("DATABASE_USER", database.field("username"))
                .secret("DATABASE_PASSWORD", database.field("password"))
                .mount(uploads.accessPoint("office", "/office").volume(), "/uploads");
        var metrics = Container.of("metrics", image("house/metrics:2.4"))
                .sidecar()
                .restart(exceptAfter(0).onceUpFor(ofMinutes(1)))
                .after(keeping, HEALTHY);
        return cluster.service(
                        "desk",
                        FargateTask.sized(OneVcpu.GB_2).container(keeping).container(metrics))
                .may(read(invoices), write(invoices.below("new/")), read(ledger), write(ledger))
                .may(publish(news), read(Parameters.below("/backoffice")))
                .reaches(cards, tcp(5432));
    }

    /** Scratch space that its containers share, a disk of its own, its output through a router. */
    private static FargateService sorter(Cluster cluster, Repository repository, MessageQueue orders) {
        var inbox = empty("inbox");
        var router = Container.of("router", image("public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2"))
                .logRouter(fluentBit());
        var sort = Container.of("sort", repository.image("5.1"))
                .command("sort")
                .mount(inbox, "/inbox")
                .mount(disk("sorting", 200), "/sorting")
                .logs(routed().option("Name", "stdout"));
        var fetch = Container.of("fetch", repository.image("5.1"))
                .command("fetch")
                .env("ORDERS", orders.url())
                .mount(inbox, "/inbox");
        var task = FargateTask.sized(OneVcpu.GB_4)
                .container(router)
                .container(sort)
                .container(fetch);
        return cluster.service("sorter", task).may(consume(orders)).shell();
    }
}
