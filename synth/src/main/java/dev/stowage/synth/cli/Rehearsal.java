package dev.stowage.synth.cli;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.synth.emit.Synthesizer;
import dev.stowage.synth.index.RawProperties;
import dev.stowage.synth.rule.Checker;
import dev.stowage.synth.write.CloudAssembly;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A small stack that goes through a whole synth on a second core, and is thrown away, while the user's program describes
 * itself. Half of what a cold JVM does in a short synth is to load the same few hundred classes one by one; those that are
 * there when the program comes to them cost it nothing.
 */
final class Rehearsal implements Runnable {

    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    private Rehearsal() {}

    /** Begins it: the first time that somebody asks in this JVM, and only if there is a core to spare. */
    static void begin() {
        if (Runtime.getRuntime().availableProcessors() > 1 && !BEGUN.getAndSet(true)) {
            var thread = new Thread(new Rehearsal(), "stowage-rehearsal");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        try {
            var unused = summary();
        } catch (RuntimeException | Error told) {
            // Whatever is wrong here is wrong with the synth of the program, too, and that tells of it.
            return;
        }
    }

    /** What a synth of the small stack would print, with all that comes before the print. */
    static String summary() {
        var model = Synthesizer.synthesize(stack());
        var graph = ResourceGraph.of(model);
        var report = Checker.check(model, graph);
        var unused = CloudAssembly.of(model, Path.of(""));
        return Summary.of(model, graph, RawProperties.of(model), report);
    }

    /** What programs are made of most often. */
    private static Stack stack() {
        var network = Vpc.of("rehearsal", "10.0.0.0/16");
        var web = Container.of("web", image("web:1")).port(tcp(80)).env("KEY", "value");
        return Stack.of(
                "rehearsal",
                Cluster.of("rehearsal", network)
                        .service("web", FargateTask.sized(QuarterVcpu.MB_512).container(web))
                        .count(2)
                        .behind(LoadBalancer.internetFacing("web", network)
                                .http()
                                .path("/*")));
    }
}
