package acme.cases;

import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;

/** A limit above the whole task, and reservations that do not fit together. */
public final class TooMuchMemory implements Blueprint {

    @Override
    public App describe() {
        var cluster = Case.cluster();
        var large = FargateTask.sized(HalfVcpu.GB_1)
                .container(Case.web().memory(2_048)); // ! task.memory.containers-exceed-task
        var many = FargateTask.sized(HalfVcpu.GB_1) // ! task.memory.containers-exceed-task
                .container(Case.web().memoryReservation(768))
                .container(Container.of("log", image("shop/log:1")).sidecar().memoryReservation(512));

        return Stack.of("memory", cluster.service("large", large), cluster.service("many", many));
    }
}
