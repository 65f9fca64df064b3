package programs.helper;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;

/** Helpers of a user's program in a package of their own, which does not call itself a library. */
public final class Tasks {

    private Tasks() {}

    /** A task that says nothing of interest. */
    public static FargateTask plain() {
        return FargateTask.sized(QuarterVcpu.MB_512)
                .container(Container.of("web", image("shop/web:1")).port(tcp(8080)));
    }

    /** A service whose count is said here. */
    public static FargateService three(Cluster cluster, String name) {
        return cluster.service(name, plain()).count(3); // <- count
    }
}
