package dev.stowage.samples.words;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.database.Engine.MYSQL;
import static dev.stowage.dsl.network.SubnetKind.PRIVATE;
import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.database.AuroraCluster;
import dev.stowage.dsl.database.Database;
import dev.stowage.dsl.database.DatabaseInstance;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Whole;

/** Databases that tasks connect to, and resources that the language has no words for. */
public final class Databases implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16").sharedNat();
        var cluster = Cluster.of("main", network);
        return Stack.of("databases", shop(cluster, network), books(cluster, network), sessions(cluster, network));
    }

    /** On instances of their own. */
    private static FargateService shop(Cluster cluster, Vpc network) {
        var orders = DatabaseInstance.postgres("orders", network)
                .version("18.3")
                .size("db.m7g.large")
                .storage(100)
                .standby()
                .database("shop")
                .user("shop")
                .backups(14)
                .encryptedBy(Key.of("records"));
        var stock = DatabaseInstance.mysql("stock", network).in(PRIVATE);
        var trial = DatabaseInstance.mariaDb("trial", network).disposable();
        var container = Container.of("shop", image("house/shop:3.2"))
                .connects(orders, "SPRING_DATASOURCE")
                .connects(stock)
                .env("TRIAL_HOST", trial.host())
                .secret("TRIAL_USER", trial.username())
                .secret("TRIAL_PASSWORD", trial.password());
        return cluster.service("shop", FargateTask.sized(OneVcpu.GB_2).container(container));
    }

    /** On Aurora, and one that exists. */
    private static FargateService books(Cluster cluster, Vpc network) {
        var ledger = AuroraCluster.postgres("ledger", network).capacity(0.5, 8).readers(1);
        var archive = Database.existing(
                        "archive",
                        MYSQL,
                        id("archive.abcdefghijkl.eu-central-1.rds.amazonaws.com"),
                        Secret.existing("archive", parameter("ArchiveLogin")))
                .database("archive")
                .securityGroup(SecurityGroup.existing("archive", id("sg-0a1b2c3d4e5f60718")));
        var container = Container.of("books", image("house/books:1.0"))
                .connects(ledger)
                .connects(AuroraCluster.mysql("notes", network))
                .connects(archive)
                .env("READ_URL", ledger.readUrl())
                .env("ARCHIVE", archive.url());
        return cluster.service("books", FargateTask.sized(OneVcpu.GB_2).container(container));
    }

    /** A cache, by the properties of its type. */
    private static FargateService sessions(Cluster cluster, Vpc network) {
        var guests = SecurityGroup.of("guests", network);
        var cache = OtherResource.of("cache", "AWS::ElastiCache::ServerlessCache")
                .set("ServerlessCacheName", "sessions")
                .set("Engine", "valkey")
                .set("SnapshotRetentionLimit", 3)
                .set("CacheUsageLimits/DataStorage/Unit", "GB")
                .set("CacheUsageLimits/DataStorage/Maximum", Whole.parameter("MostGigabytes"))
                .set("SecurityGroupIds/0", guests.id())
                .subnets("SubnetIds", network, PRIVATE);
        var stream = OtherResource.of("clicks", "AWS::Kinesis::Stream")
                .set("ShardCount", 1)
                .set("StreamEncryption/EncryptionType", "KMS")
                .set("StreamEncryption/KeyId", "alias/aws/kinesis")
                .kept();
        var drafts = OtherResource.of("drafts", "AWS::MSK::ServerlessCluster")
                .set("ClusterName", "drafts")
                .set("ClientAuthentication/Sasl/Iam/Enabled", true)
                .subnets("VpcConfigs/0/SubnetIds", network, PRIVATE);
        var container = Container.of("sessions", image("house/sessions:1.0"))
                .env("CACHE", cache.attribute("Endpoint.Address"))
                .env("CLICKS", stream.ref())
                .env("DRAFTS", drafts.attribute("Arn"));
        return cluster.service("sessions", FargateTask.sized(OneVcpu.GB_2).container(container))
                .joins(guests)
                .may(allow("elasticache:Connect", cache), allow("kinesis:PutRecord", stream));
    }
}
