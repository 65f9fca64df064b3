package dev.stowage.samples;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.fargate.FargateSize.chosenBy;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Probe.http;
import static dev.stowage.schema.expression.Condition.choose;
import static dev.stowage.schema.expression.Text.text;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.FargateCapacity;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.dsl.service.Deployment;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import dev.stowage.synth.Stowage;

/** One program, three environments: what differs stands in one record. */
public record Environments(Settings here) implements Blueprint {

    /** What differs. */
    public record Settings(
            String name, Scaling count, Deployment deployment, FargateCapacity capacity, FargateSize size) {}

    /** One task on spare capacity, replaced with a gap. */
    public static final Settings DEV =
            new Settings("dev", from(1).to(1), rolling().minHealthy(0), FARGATE_SPOT, QuarterVcpu.MB_512);

    /** A few tasks on spare capacity. */
    public static final Settings STAGE =
            new Settings("stage", from(1).to(4).onCpu(70), rolling(), FARGATE_SPOT, HalfVcpu.GB_1);

    /** Many tasks on demand, replaced a quarter at a time. */
    public static final Settings PROD = new Settings(
            "prod", from(4).to(40).onCpu(50), rolling().maximum(125).circuitBreaker(3), FARGATE, TwoVcpu.GB_4);

    /** Does what the arguments ask, for the environment that is named by the property {@code stage}. */
    public static void main(String... args) {
        var settings = switch (System.getProperty("stage", "dev")) {
            case "prod" -> PROD;
            case "stage" -> STAGE;
            default -> DEV;
        };
        Stowage.run(new Environments(settings), args);
    }

    @Override
    public App describe() {
        var network = Vpc.existing("main", ssm("/network/" + here.name()));
        var cluster = Cluster.of(here.name(), network);
        var https = LoadBalancer.internetFacing("front", network)
                .https(Certificate.existing("shop", parameter("Certificate")));

        // What is asked for at each deployment.
        var tag = Text.parameter("ImageTag").orElse("latest");
        var kind = Text.parameter("Kind").oneOf("small", "large").orElse("small");
        var large = kind.is("large");
        var copies = Whole.parameter("Copies").orElse(2).between(1, 20);

        var pages = Container.of("web", image(text("shop/web:").plus(tag)))
                .port(tcp(8080))
                .env("KIND", kind);
        var web = cluster.service("web", FargateTask.sized(here.size()).container(pages))
                .on(here.capacity())
                .count(here.count())
                .deploy(here.deployment())
                .behind(https.when(host(Text.parameter("HostName"))).probe(http("/health")))
                .graceful(ofSeconds(60));

        var jobs = Container.of("worker", image(text("shop/worker:").plus(tag)))
                .env("THREADS", choose(large, "16", "2"))
                .logs(cloudWatch(choose(large, 90, 7)));
        var size = chosenBy(kind, HalfVcpu.GB_1, TwoVcpu.GB_4);
        var worker = cluster.service("worker", FargateTask.sized(size).container(jobs))
                .count(from(copies).to(choose(large, 40, 20)).onCpu(60));

        var reporting = FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("report", image("shop/report:1")));
        var reports = cluster.service("reports", reporting).count(3).onlyIf(large);

        return Stack.of("shop-" + here.name(), cluster, web, worker, reports).at("111122223333", "eu-west-1");
    }
}
