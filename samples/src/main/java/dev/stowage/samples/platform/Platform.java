package dev.stowage.samples.platform;

import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Retention.TWO_WEEKS;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.service.Replica;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.ContainerWords;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.HttpsListener;

/** What our house adds to every service. */
public final class Platform {

    private Platform() {}

    /**
     * One line of the list of services.
     *
     * @param name the service
     * @param image what it runs
     * @param cpu CPU units, 1024 to a core
     * @param memory MiB
     * @param count how many copies
     * @param isOpen whether the world can reach it
     */
    public record Spec(String name, String image, int cpu, int memory, int count, boolean isOpen) {}

    /** A service as its line describes it, with everything that the house adds. */
    public static FargateService web(Cluster cluster, HttpsListener https, Spec spec) {
        var size = FargateSize.of(spec.cpu(), spec.memory()).orElse(QuarterVcpu.MB_512);
        var app = Container.of("app", image(spec.image())).port(tcp(8080)).with(Platform::traced);
        var task = FargateTask.sized(size).container(app).with(Platform::observed);
        var service = cluster.service(spec.name(), task).count(spec.count()).with(Platform::careful);
        return spec.isOpen()
                ? service.behind(https.path("/" + spec.name() + "/*").probe(http("/health")))
                : service;
    }

    /** For services of any kind: all copies stay healthy, three failures end a deployment, a minute to start. */
    public static <S extends Replica<S>> S careful(S service) {
        return service.deploy(rolling().minHealthy(100).circuitBreaker(3)).graceful(ofSeconds(60));
    }

    /** For containers of any kind. */
    public static <C extends ContainerWords<C>> C traced(C container) {
        return container
                .env("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")
                .logs(cloudWatch(TWO_WEEKS));
    }

    /** Adds the collector of traces. */
    public static FargateTask observed(FargateTask task) {
        return task.container(
                Container.of("collector", image("house/collector:2")).sidecar());
    }

    /** For whatever stands in a mixed list. */
    public static Service owned(Service service) {
        return service.tag("cost-centre", "4711");
    }
}
