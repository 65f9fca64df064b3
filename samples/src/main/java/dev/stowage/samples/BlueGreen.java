package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.observe.Symptom.latencyAbove;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Hook.lambda;
import static dev.stowage.dsl.service.Shift.Stage.POST_TEST_TRAFFIC_SHIFT;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.Stowage;

/** A checkout that is deployed blue/green: smoke tested behind a second port, and taken back when its callers suffer. */
public record BlueGreen() implements Blueprint {

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new BlueGreen(), args);
    }

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var certificate = Certificate.existing("shop", parameter("Certificate"));
        var front = LoadBalancer.internetFacing("front", network);
        var live = front.https(certificate).redirectHttp();
        var next = front.https(8443, certificate);

        var api = Container.of("api", image("shop/checkout:5.0")).port(tcp(8080));
        var checkout = Cluster.of("shop", network)
                .service("checkout", FargateTask.sized(HalfVcpu.GB_1).container(api))
                .count(4)
                .behind(live.path("/*").probe(http("/ready")))
                .deploy(blueGreen()
                        .preview(next.path("/*"))
                        .hook(POST_TEST_TRAFFIC_SHIFT, lambda(parameter("SmokeTest")))
                        .bake(ofMinutes(10))
                        .rollbackOn(errorsAbove(1), latencyAbove(ofMillis(800))));
        return Stack.of("checkout", checkout).output("Address", live.url()).output("Next", next.url());
    }
}
