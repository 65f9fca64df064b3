package acme.cases;

import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.HealthCheck.curl;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.FargateTask;

/** Nothing is wrong here: defaults, a health check, a route, a range. */
public final class Sound implements Blueprint {

    @Override
    public App describe() {
        var cluster = Case.cluster();
        var task = FargateTask.sized(HalfVcpu.GB_1).container(Case.web().healthy(curl("/health")));
        var routed = cluster.service("routed", task).behind(Case.front().path("/*"));
        var scaled = cluster.service("scaled", task)
                .count(from(2).to(20).onCpu(60))
                .deploy(rolling().maximum(150));

        return Stack.of("sound", routed, scaled);
    }
}
