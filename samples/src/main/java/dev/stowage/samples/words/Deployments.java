package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.observe.Symptom.cpuAbove;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.observe.Symptom.latencyAbove;
import static dev.stowage.dsl.observe.Symptom.memoryAbove;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Deployment.canary;
import static dev.stowage.dsl.service.Deployment.codeDeploy;
import static dev.stowage.dsl.service.Deployment.linear;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.service.Deployment.taskSets;
import static dev.stowage.dsl.service.Shift.Stage.POST_TEST_TRAFFIC_SHIFT;
import static dev.stowage.dsl.service.Shift.Stage.PRE_SCALE_UP;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.service.Hook;
import dev.stowage.dsl.service.Shift;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import java.util.List;

/** Ways from one version of a service to the next, and what takes it back. */
public final class Deployments implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var front = LoadBalancer.internetFacing("front", network);
        var certificate = Certificate.existing("shop", parameter("Certificate"));
        var live = front.https(certificate);
        var next = front.https(8443, certificate);
        var cluster = Cluster.of("main", network);
        return Stack.of("deployments", rolled(cluster, live))
                .and(shifted(cluster, live, next))
                .and(byCodeDeploy(cluster, live, next))
                .and(bySomebodyElse(cluster, live));
    }

    /** A few tasks at a time. */
    private static List<FargateService> rolled(Cluster cluster, HttpsListener live) {
        var house = Alarm.existing("house", id("house-on-fire"));
        return List.of(
                cluster.service("web", task("web"))
                        .count(4)
                        .behind(live.path("/web/*"))
                        .deploy(rolling()
                                .minHealthy(75)
                                .maximum(150)
                                .circuitBreaker(5)
                                .rollbackOn(errorsAbove(1), latencyAbove(ofMillis(800)), house)),
                cluster.service("lone", task("lone"))
                        .deploy(rolling().withoutCircuitBreaker().rollbackOn(cpuAbove(90), memoryAbove(90))),
                cluster.service("queue", task("queue"))
                        .deploy(rolling().circuitBreakerPercent(20).countingAllFailures()));
    }

    /** All beside the old ones, and then the traffic. */
    private static List<FargateService> shifted(Cluster cluster, HttpsListener live, HttpsListener next) {
        return List.of(
                cluster.service("checkout", task("checkout"))
                        .count(2)
                        .behind(live.path("/checkout/*"))
                        .deploy(asked(blueGreen().preview(next.path("/checkout/*")))
                                .bake(ofMinutes(10))),
                cluster.service("search", task("search"))
                        .count(2)
                        .behind(live.path("/search/*"))
                        .deploy(canary(10, ofMinutes(5))),
                cluster.service("stock", task("stock"))
                        .count(2)
                        .behind(live.path("/stock/*"))
                        .deploy(linear(20, ofMinutes(3)).rollbackOn(Alarm.existing("house", id("house-on-fire")))));
    }

    private static Shift asked(Shift shift) {
        var smoke = Hook.lambda(new Arn("arn:aws:lambda:eu-central-1:123456789012:function:smoke"));
        return shift.hook(PRE_SCALE_UP, Hook.pause().within(ofMinutes(30)))
                .hook(POST_TEST_TRAFFIC_SHIFT, smoke.elseContinue());
    }

    private static List<FargateService> byCodeDeploy(Cluster cluster, HttpsListener live, HttpsListener next) {
        return List.of(
                cluster.service("cart", task("cart"))
                        .count(2)
                        .behind(live.path("/cart/*"))
                        .deploy(codeDeploy()
                                .canary(20, ofMinutes(10))
                                .preview(next.path("/cart/*"))
                                .waitForApproval(ofHours(4))
                                .terminateAfter(ofHours(1))
                                .rollbackOn(errorsAbove(1))),
                cluster.service("mail", task("mail"))
                        .behind(live.path("/mail/*"))
                        .deploy(codeDeploy().linear(10, ofMinutes(3))));
    }

    private static List<FargateService> bySomebodyElse(Cluster cluster, HttpsListener live) {
        return List.of(
                cluster.service("outside", task("outside"))
                        .behind(live.path("/outside/*"))
                        .deploy(taskSets()),
                cluster.service("here", task("here"))
                        .behind(live.path("/here/*"))
                        .deploy(taskSets().madeHere()));
    }

    private static FargateTask task(String name) {
        return FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of(name, image("shop/" + name + ":1.0")).port(Port.http(8080)));
    }
}
