package dev.stowage.samples.random;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.traffic.Action.redirect;
import static dev.stowage.dsl.traffic.Action.respond;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Insights;
import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.dsl.database.Engine;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.News;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Namespace;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HostedZone;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.dsl.traffic.TlsPolicy;
import java.util.List;

/** What the services of a made-up program stand in and share. */
final class Surroundings {

    final Vpc network;
    final Cluster cluster;
    final HttpsListener front;
    final HttpsListener preview;
    final HttpListener back;
    final NetworkLoadBalancer gate;
    final Certificate certificate;
    final Namespace mesh;
    final Namespace records;
    final SecurityGroup database;
    final SecurityGroup callers;
    final MessageQueue queue;
    final Topic topic;
    final Bucket bucket;
    final Table table;
    final ElasticFileSystem files;
    final Key key;
    final List<Secret> secrets;
    final Database orders;
    final OtherResource stream;

    Surroundings(Dice dice) {
        network = network(dice);
        key = dice.any(Key.of("key"), Key.existing("key", arn("arn:aws:kms:eu-central-1:123456789012:key/0000")));
        cluster = cluster(dice);
        certificate = Certificate.existing("house", dice.any(parameter("Certificate"), ssm("/certificate")));
        var outside = outside(dice);
        var https =
                dice.maybe(outside.https(certificate), it -> it.tls(dice.any(TlsPolicy.TLS_1_3, TlsPolicy.values())));
        front = dice.maybe(https, it -> it.otherwise(respond(404, "nothing here")));
        preview = outside.https(8443, certificate);
        back = dice.maybe(
                LoadBalancer.internal("back", network).http(dice.any(80, 8080)),
                it -> it.otherwise(redirect("https://shop.example.com/")));
        gate = dice.maybe(
                dice.any(
                        NetworkLoadBalancer.internal("gate", network),
                        NetworkLoadBalancer.internetFacing("gate", network)),
                NetworkLoadBalancer::acrossZones);
        mesh = dice.any(network.namespace("mesh"), Namespace.existing("mesh", id("ns-abcdefghijklmnop"), network));
        records = dice.any(network.dnsNamespace("data.internal"), network.publicNamespace("data.example.com"));
        database = SecurityGroup.existing("database", dice.any(id("sg-0a1b2c3d4e5f60718"), parameter("Database")));
        callers = SecurityGroup.of("callers", network);
        topic = dice.maybe(Topic.of("news"), it -> it.encryptedBy(key));
        queue = dice.maybe(queue(dice), it -> it.hears(heard(dice)));
        bucket = dice.maybe(dice.maybe(Bucket.of("papers"), Bucket::versioned), it -> it.encryptedBy(key));
        table = dice.maybe(
                dice.maybe(Table.of("ledger", "account"), it -> it.sortKey("booked")), it -> it.encryptedBy(key));
        orders = orders(dice);
        stream = OtherResource.of("stream", "AWS::Kinesis::Stream").set("ShardCount", 1 + dice.upTo(3));
        files = ElasticFileSystem.of("files", network);
        secrets = List.of(
                dice.maybe(Secret.generated("made").user("shop"), it -> it.encryptedBy(key)),
                Secret.existing("found", parameter("Found")),
                Secret.existing("entry", ssm("/shop/entry")));
    }

    private Database orders(Dice dice) {
        var spacious = dice.any(
                Vpc.of("data", "10.20.0.0/16"), Vpc.of("data", "10.20.0.0/16").isolated());
        var instance = dice.maybe(DatabaseInstance.postgres("orders", spacious), it -> it.encryptedBy(key));
        instance = dice.maybe(dice.maybe(instance, DatabaseInstance::standby), it -> it.backups(dice.upTo(35)));
        var aurora = dice.maybe(AuroraCluster.mysql("orders", spacious), it -> it.readers(dice.upTo(3)));
        var login = Secret.existing("ledger", parameter("LedgerLogin"));
        return dice.any(
                dice.maybe(instance, it -> it.disposable()),
                dice.maybe(aurora, it -> it.capacity(0, 16)),
                Database.existing("orders", Engine.MARIADB, dice.any(id("db.example.com"), parameter("Host")), login));
    }

    private static Vpc network(Dice dice) {
        var made = dice.maybe(Vpc.of("main", "10.0.0.0/16").zones(1 + dice.upTo(2)), Vpc::sharedNat);
        made = dice.maybe(made, it -> it.flowLogs(Bucket.of("traffic")));
        made = dice.maybe(dice.maybe(made, Vpc::flowLogs), it -> it.endpoints("s3", "sqs", "secretsmanager"));
        var known = Vpc.existing("main", id("vpc-0a1b2c3d4e5f60718"))
                .publicSubnets("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60712")
                .privateSubnets("subnet-0a1b2c3d4e5f60713", "subnet-0a1b2c3d4e5f60714");
        var handed = Vpc.existing("main", exported("network-Vpc"))
                .publicSubnets(exported("network-PublicSubnets"))
                .privateSubnets(ssm("/network/private-subnets"));
        return dice.any(made, made, known, handed, Vpc.existing("main", parameter("Network")));
    }

    /** Whether it is known how many subnets there are: a file system wants a mount target in each. */
    boolean hasCountedSubnets() {
        return network.handedSubnets().isEmpty()
                && (network.cidr().isPresent() || !network.privateSubnets().isEmpty());
    }

    private Cluster cluster(Dice dice) {
        var made = dice.maybe(
                Cluster.of("main", network), it -> it.insights(dice.any(Insights.ENABLED, Insights.ENHANCED)));
        made = dice.maybe(made, it -> it.on(FARGATE.weight(1).base(1), FARGATE_SPOT.weight(3)));
        return dice.any(made, made, Cluster.existing("main", id("house"), network));
    }

    private LoadBalancer outside(Dice dice) {
        var balancer = dice.maybe(LoadBalancer.internetFacing("front", network), it -> it.idleTimeout(ofSeconds(120)));
        var zone = HostedZone.of("example", "example.com");
        balancer = dice.maybe(
                balancer, it -> it.alias(dice.any(zone.at(), id("Z0123456789ABCDEFGHIJ")), "shop.example.com"));
        balancer = dice.maybe(balancer, it -> it.protectedBy(parameter("WebAcl")));
        return dice.maybe(balancer, it -> it.accessLogs(Bucket.existing("logs", id("house-access-logs"))));
    }

    private News heard(Dice dice) {
        return dice.any(
                topic,
                topic.enveloped(),
                topic.where("kind", "order", "refund").whereBegins("country", "D"),
                topic.whereOtherThan("kind", "test").inBody());
    }

    private MessageQueue queue(Dice dice) {
        var made = dice.maybe(MessageQueue.of("orders"), it -> it.visibility(ofMinutes(5)));
        made = dice.maybe(dice.maybe(made, it -> it.keeps(ofDays(7))), it -> it.encryptedBy(key));
        return dice.any(dice.maybe(made, it -> it.attempts(3)), made.withoutDeadLetters());
    }
}
