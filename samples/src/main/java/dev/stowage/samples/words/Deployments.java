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
import dev.stowage.dsl.service.Hook;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;

/** Ways from one version of a service to the next, and what takes it back. */
public final class Deployments implements Blueprint {

    @Override
    public App describe() {
        var network = Vpc.of("main", "10.0.0.0/16");
        var certificate = Certificate.existing("shop", parameter("Certificate"));
        var front = LoadBalancer.internetFacing("front", network);
        var live = front.https(certificate);
        var next = front.https(8443, certificate);
        var house = Alarm.existing("house", id("house-on-fire"));
        var cluster = Cluster.of("main", network);

        var web = cluster.service("web", task("web"))
                .count(4)
                .behind(live.path("/web/*"))
                .deploy(rolling()
                        .minHealthy(75)
                        .maximum(150)
                        .circuitBreaker(5)
                        .rollbackOn(errorsAbove(1), latencyAbove(ofMillis(800)), house));
        var lone = cluster.service("lone", task("lone"))
                .deploy(rolling().withoutCircuitBreaker().rollbackOn(cpuAbove(90), memoryAbove(90)));
        var checkout = cluster.service("checkout", task("checkout"))
                .count(2)
                .behind(live.path("/checkout/*"))
                .deploy(blueGreen()
                        .preview(next.path("/checkout/*"))
                        .hook(PRE_SCALE_UP, Hook.pause().within(ofMinutes(30)))
                        .hook(
                                POST_TEST_TRAFFIC_SHIFT,
                                Hook.lambda(new Arn("arn:aws:lambda:eu-central-1:123456789012:function:smoke"))
                                        .elseContinue())
                        .bake(ofMinutes(10)));
        var search = cluster.service("search", task("search"))
                .count(2)
                .behind(live.path("/search/*"))
                .deploy(canary(10, ofMinutes(5)));
        var stock = cluster.service("stock", task("stock"))
                .count(2)
                .behind(live.path("/stock/*"))
                .deploy(linear(20, ofMinutes(3)).rollbackOn(house));
        var cart = cluster.service("cart", task("cart"))
                .count(2)
                .behind(live.path("/cart/*"))
                .deploy(codeDeploy()
                        .canary(20, ofMinutes(10))
                        .preview(next.path("/cart/*"))
                        .waitForApproval(ofHours(4))
                        .terminateAfter(ofHours(1))
                        .rollbackOn(errorsAbove(1)));
        var queue = cluster.service("queue", task("queue"))
                .deploy(rolling().circuitBreakerPercent(20).countingAllFailures());
        var mail = cluster.service("mail", task("mail"))
                .behind(live.path("/mail/*"))
                .deploy(codeDeploy().linear(10, ofMinutes(3)));
        var outside = cluster.service("outside", task("outside"))
                .behind(live.path("/outside/*"))
                .deploy(taskSets());
        var here = cluster.service("here", task("here"))
                .behind(live.path("/here/*"))
                .deploy(taskSets().madeHere());
        return Stack.of("deployments", web, lone, checkout, search, stock, cart, queue, mail, outside, here);
    }

    private static FargateTask task(String name) {
        return FargateTask.sized(HalfVcpu.GB_1)
                .container(Container.of(name, image("shop/" + name + ":1.0")).port(Port.http(8080)));
    }
}
