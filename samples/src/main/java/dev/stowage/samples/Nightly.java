package dev.stowage.samples;

import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.synth.Stowage;
import java.time.ZoneId;

/** A report every night at three, Berlin time, and a sweep every quarter of an hour on spare capacity. */
public final class Nightly implements Blueprint {

    /** Does what the arguments ask; {@code synth --runs} tells when the report runs next. */
    public static void main(String... args) {
        Stowage.run(new Nightly(), args);
    }

    @Override
    public App describe() {
        var cluster = Cluster.of("batch", Vpc.of("batch", "10.3.0.0/16").sharedNat());

        var report = cluster.schedule(
                "nightly-report", task("shop/report:1.1"), cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin")));

        var sweep = cluster.schedule("sweep", task("shop/sweep:1.0"), every(ofMinutes(15)))
                .on(FARGATE_SPOT)
                .within(ofMinutes(5))
                .retry(2);

        return Stack.of("nightly", report, sweep);
    }

    private static FargateTask task(String image) {
        return FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("main", image(image)));
    }
}
