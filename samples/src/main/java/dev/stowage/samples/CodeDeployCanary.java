package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.service.Deployment.codeDeploy;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofHours;
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

/** A checkout that AWS CodeDeploy deploys: ten percent of its callers see a new version first, and five minutes later all. */
public record CodeDeployCanary() implements Blueprint {

    /** Does what the arguments ask: {@code synth}, {@code check}, {@code explain}. */
    public static void main(String... args) {
        Stowage.run(new CodeDeployCanary(), args);
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
                .deploy(codeDeploy()
                        .canary(10, ofMinutes(5))
                        .preview(next.path("/*"))
                        .terminateAfter(ofHours(1))
                        .rollbackOn(errorsAbove(1)));
        return Stack.of("checkout", checkout).output("Address", live.url());
    }
}
