package programs.house;

import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.service.Replica;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.ContainerWords;
import dev.stowage.dsl.task.FargateTask;
import java.time.Duration;

/** The platform of a company: defaults and a sidecar for every service. */
public final class House {

    private House() {}

    /**
     * One line of the list of services.
     *
     * @param name what it is called
     * @param cpu CPU units
     * @param memory MiB
     * @param copies how many
     */
    public record Spec(String name, int cpu, int memory, int copies) {}

    /** A service as the list describes it, and all that the house adds. */
    public static FargateService web(Cluster cluster, Spec spec) {
        var size = FargateSize.of(spec.cpu(), spec.memory()).orElse(QuarterVcpu.MB_512);
        var task = FargateTask.sized(size)
                .container(Container.of("app", image("shop/" + spec.name() + ":1"))
                        .port(tcp(8080))
                        .with(House::traced))
                .with(House::observed);
        return cluster.service(spec.name(), task)
                .count(spec.copies()) // <- count
                .with(House::careful);
    }

    /** For services of any kind: a wait that AWS cannot count, so that each of them is a finding. */
    public static <S extends Replica<S>> S careful(S service) {
        return service.deploy(rolling().circuitBreaker(5)).graceful(Duration.ofMillis(1_500)); // <- graceful
    }

    /** For containers of any kind. */
    public static <C extends ContainerWords<C>> C traced(C container) {
        return container.env("TRACES", "http://localhost:4317"); // <- traced
    }

    /** Adds the collector. */
    public static FargateTask observed(FargateTask task) {
        return task.container(
                Container.of("collector", image("house/collector:2")).sidecar());
    }
}
