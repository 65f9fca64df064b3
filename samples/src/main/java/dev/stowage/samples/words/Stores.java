package dev.stowage.samples.words;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.access.Permission.decrypt;
import static dev.stowage.dsl.access.Permission.encrypt;
import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.storage.Volume.diskFrom;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Parameters;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.ElasticFileSystem;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.storage.Table;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;

/** What tasks keep, read and write, made here and found. */
public final class Stores implements Blueprint {

    @Override
    public App describe() {
        var cluster = Cluster.of("stores", Vpc.of("stores", "10.7.0.0/16").sharedNat());
        var tools = Repository.of("tools").called("house/tools").mutableTags();
        return App.of(Stack.of("images", tools), Stack.of("stores", desk(cluster, tools), loader(cluster)));
    }

    private static FargateService desk(Cluster cluster, Repository tools) {
        var archive = Bucket.existing("archive", id("house-archive"));
        var spool = empty("spool");
        var clerk = Container.of("clerk", tools.image(Text.parameter("Release")))
                .mount(spool, "/spool")
                .envFile(archive.object("settings/clerk.env"));
        var reader = Container.of("reader", tools.digest("sha256:" + "0".repeat(64)))
                .sidecar()
                .mount(spool.readOnly(), "/spool");
        var task = FargateTask.sized(OneVcpu.GB_2)
                .container(mounting(clerk, cluster.network()))
                .container(reader);
        return cluster.service("desk", task).may(read(archive.below("in/"))).with(Stores::trusted);
    }

    /** File systems of others and our own, and a disk for each copy. */
    private static Container mounting(Container container, Vpc network) {
        var home =
                ElasticFileSystem.existing("home", id("fs-0a1b2c3d4e5f60718")).securityGroup("sg-0a1b2c3d4e5f60718");
        var uploads = ElasticFileSystem.of("shared", network)
                .accessPoint("uploads", "/uploads")
                .user(1000, 1000);
        return container
                .mount(home.volume().readOnly(), "/home")
                .mount(uploads.volume(), "/uploads")
                .mount(disk("work", 100).iops(6000).throughput(250), "/work");
    }

    /** What the code of the tasks may do beside that. */
    private static FargateService trusted(FargateService service) {
        var old = Key.existing(
                "old", arn("arn:aws:kms:eu-central-1:123456789012:key/1b2c3d4e-0000-4000-8000-000000000001"));
        var archive = Bucket.existing("archive", id("house-archive"));
        return service.may(
                        write(archive.below("out/")),
                        read(Table.existing("prices", id("prices"))),
                        read(Parameters.below("/desk")))
                .may(decrypt(old), encrypt(Key.of("records")))
                .may(allow("translate:TranslateText", new Arn("arn:aws:translate:*:*:*")));
    }

    private static FargateService loader(Cluster cluster) {
        var seed = diskFrom("seed", "snap-0a1b2c3d4e5f60718").gib(50);
        return cluster.service(
                "loader",
                FargateTask.sized(OneVcpu.GB_2)
                        .container(Container.of("loader", image("house/loader:1.0"))
                                .mount(seed.readOnly(), "/seed")));
    }
}
