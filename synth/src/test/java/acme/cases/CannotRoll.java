package acme.cases;

import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.FargateTask;

/** Deployments that hang: for ever, with one task, and at night. */
public final class CannotRoll implements Blueprint {

    @Override
    public App describe() {
        var cluster = Case.cluster();
        var task = FargateTask.sized(HalfVcpu.GB_1).container(Case.web());
        var never = cluster.service("never", task)
                .count(4)
                .deploy(rolling().minHealthy(100).maximum(100)); // ! service.deployment.cannot-roll
        var alone = cluster.service("alone", task)
                .count(1)
                .deploy(rolling().maximum(150)); // ! service.deployment.cannot-roll
        var night = cluster.service("night", task)
                .count(from(1).to(30).onCpu(60))
                .deploy(rolling().maximum(150)); // ! service.deployment.cannot-roll

        return Stack.of("stuck", never, alone, night);
    }
}
