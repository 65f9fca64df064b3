package dev.stowage.samples;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Insights;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.samples.platform.Worker;
import dev.stowage.samples.platform.Worker.Wanted;
import dev.stowage.synth.Stowage;

/** Two teams that instantiate a template of their platform team, each in a stack of its own. */
public record Workers() implements Blueprint {

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new Workers(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16").sharedNat();
        var cluster = Cluster.of("house", network).insights(Insights.ENABLED);

        var mails = Worker.of(cluster, new Wanted("mails", "shop/mails:1.4", QuarterVcpu.MB_512, "post", 10));
        var invoices = Worker.of(cluster, new Wanted("invoices", "shop/invoices:2.0", HalfVcpu.GB_1, "money", 4));

        return App.of(
                        Stack.of("base", network, cluster),
                        Stack.of("post", mails).output("Mails", mails.queue().url()),
                        Stack.of("money", invoices).tag("cost-centre", "4711"))
                .boundary(new Arn("arn:aws:iam::123456789012:policy/house"));
    }
}
