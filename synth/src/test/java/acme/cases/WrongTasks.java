package acme.cases;

import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Readiness.HEALTHY;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;

/** Tasks that ECS refuses, places where they cannot run, and a count that never grows. */
public final class WrongTasks implements Blueprint {

    @Override
    public App describe() {
        var cluster = Case.cluster();
        var size = FargateTask.sized(HalfVcpu.GB_1);
        var helped = size.container(Case.web().sidecar()); // ! task.essential.none
        var elsewhere = Container.of("db", image("shop/db:1")); // ! thing.forgotten
        var waiting = size.container(Case.web().after(elsewhere, HEALTHY)); // ! task.dependency.absent
        var nameless = size.container(Container.of("web", image("NGINX:::x"))); // ! container.image.form
        var based = cluster.service("based", size.container(Case.web()))
                .on(FARGATE.base(1), FARGATE_SPOT.base(1)); // ! capacity.strategy.bases
        var eager = cluster.service("eager", size.container(Case.web()))
                .count(from(1).to(9).onCpu(0)); // ! service.scaling.aim
        var lazy = cluster.service("lazy", size.container(Case.web()))
                .count(from(1).to(9).onMemory(150)); // ! service.scaling.aim

        return Stack.of(
                "tasks",
                cluster.service("helped", helped),
                cluster.service("waiting", waiting),
                cluster.service("nameless", nameless),
                based,
                eager,
                lazy);
    }
}
