package dev.stowage.samples.words;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.schema.expression.Condition.choose;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import java.util.List;

/** What holds for everything: stacks, tags, boundaries, habits, conditions, allowances, and the way past the language. */
public final class House implements Blueprint {

    @Override
    public App describe() {
        var large =
                Text.parameter("Size").oneOf("small", "large").orElse("small").is("large");
        var network = Vpc.of("main", "10.0.0.0/16");
        var archive = Bucket.of("archive").formerly("attic").tag("keeps", "forever");
        var notes = Bucket.of("notes").onlyIf(large);
        var cluster = Cluster.of("main", network)
                .with(House::careful)
                .raw(Kind.CLUSTER, "ServiceConnectDefaults/Namespace", Text.text("main"));

        var own = Repository.of("own");
        var site = Container.of("site", own.image("1.0"))
                .readOnly()
                .allow("image.repository.same-stack", "pushed by hand before the first deployment");
        var web = cluster.service("web", FargateTask.sized(QuarterVcpu.MB_512).container(site))
                .count(choose(large, 40, 4))
                .tag("tier", "front")
                .formerly("site")
                .shell()
                .allow("service.shell.read-only", "to look, not to write")
                .raw(Kind.SERVICE, "PropagateTags", Text.text("SERVICE"));
        var extra = cluster.service("extra", locked("extra")).shell().onlyIf(large);
        var night = cluster.service("night", locked("night")).count(Whole.whole(2));
        var watch = cluster.service("watch", locked("watch")).shell();

        var base = Stack.of("base", network, cluster, archive, notes, watch)
                .tag("layer", "base")
                .at("123456789012", "eu-central-1")
                .protect()
                .output("Archive", archive.bucketName());
        var app = Stack.of("app", List.of(web, own))
                .and(extra)
                .and(List.of(night))
                .each(FargateService.class, service -> service.tag("owner", "shop"))
                .boundary(new Arn("arn:aws:iam::123456789012:policy/house"))
                .allow("service.shell.read-only", "as everywhere in this stack")
                .at("123456789012", "eu-central-1");
        return App.of(List.of(base, app))
                .each(Bucket.class, Bucket::versioned)
                .tag("house", "shop")
                .boundary(new Arn("arn:aws:iam::123456789012:policy/everywhere"))
                .allow("service.shell", "the whole family, in every stack");
    }

    private static Cluster careful(Cluster cluster) {
        return cluster.tag("care", "taken");
    }

    private static FargateTask locked(String name) {
        var container = Container.of(name, image("shop/" + name + ":1.0")).readOnly();
        return FargateTask.sized(QuarterVcpu.MB_512).container(container);
    }
}
