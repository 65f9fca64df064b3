package programs.random;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.cluster.Fargate.FARGATE;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.fargate.FargateSize.chosenBy;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Readiness.STARTED;
import static dev.stowage.schema.expression.Condition.choose;
import static dev.stowage.schema.expression.Text.text;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.FourVcpu;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Retention;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.schema.expression.Condition;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.TextParameter;
import dev.stowage.schema.expression.Whole;
import java.time.Duration;
import java.util.Random;

/** What a made-up service is like, by its seed alone: its place in the program and its routes play no part. */
final class Furnishing {

    private final Plan.Item item;
    private final Cluster cluster;
    private final HttpsListener https;
    private final Random random;

    Furnishing(Plan.Item item, Cluster cluster, HttpsListener https) {
        this.item = item;
        this.cluster = cluster;
        this.https = https;
        this.random = new Random(item.seed());
    }

    FargateService service() {
        return where(counted(cluster.service(item.name(), task())));
    }

    private static TextParameter kind() {
        return Text.parameter("Kind").oneOf("small", "large").orElse("small");
    }

    private static Condition large() {
        return kind().is("large");
    }

    private FargateTask task() {
        var sized = FargateTask.sized(size());
        var task = random.nextBoolean() ? traced(sized) : sized.container(app());
        task = random.nextInt(4) == 0 ? task.arm() : task;
        return random.nextInt(4) == 0 ? task.ephemeralStorage(30) : task;
    }

    private FargateTask traced(FargateTask.Sized sized) {
        var traces =
                Container.of("traces", image("otel/collector:0.104")).sidecar().memoryReservation(64);
        return sized.container(app().after(traces, STARTED)).container(traces);
    }

    private FargateSize size() {
        return switch (random.nextInt(3)) {
            case 0 -> chosenBy(kind(), OneVcpu.GB_2, FourVcpu.GB_8);
            case 1 -> chosenBy(kind(), OneVcpu.GB_3, TwoVcpu.GB_4);
            default -> OneVcpu.values()[random.nextInt(OneVcpu.values().length)];
        };
    }

    private Container app() {
        var app = Container.of(
                        "app",
                        random.nextBoolean()
                                ? image("shop/app:1")
                                : image(text("shop/app:").plus(Text.parameter("Tag"))))
                .port(tcp(8080))
                .port(tcp(9090));
        if (random.nextBoolean()) {
            app = app.env("SELF", https.url("/" + item.name())).env("KIND", choose(large(), "big", "little"));
        }
        if (random.nextBoolean()) {
            var secret = Secret.existing("database", Building.secret(random));
            app = app.secret("USER", secret.isParameter() ? secret : secret.field("user"));
        }
        if (random.nextBoolean()) {
            app = app.healthy(curl("/health").every(Duration.ofSeconds(10)));
        }
        return switch (random.nextInt(3)) {
            case 0 -> app.logs(cloudWatch(Retention.values()[random.nextInt(Retention.values().length)]));
            case 1 -> app.logs(cloudWatch(choose(large(), 90, 7)));
            default -> app;
        };
    }

    private FargateService counted(FargateService service) {
        return switch (random.nextInt(5)) {
            case 0 -> service.count(random.nextInt(9));
            case 1 -> service.count(choose(large(), 5, 2));
            case 2 -> service.count(Whole.parameter("Copies").orElse(2));
            case 3 ->
                service.count(from(1).to(9).onCpu(60).onMemory(70))
                        .deploy(rolling().minHealthy(50).circuitBreaker(5));
            default -> service;
        };
    }

    private FargateService where(FargateService service) {
        var result = random.nextInt(3) == 0 ? service.on(FARGATE.base(1), FARGATE_SPOT.weight(3)) : service;
        result = random.nextInt(4) == 0 ? result.publicAddress() : result;
        result = random.nextInt(3) == 0 ? result.onlyIf(large()) : result;
        result = random.nextInt(3) == 0 ? result.tag("owner", item.name()) : result;
        return random.nextInt(3) == 0 ? result.may(allow("s3:GetObject", arn("arn:aws:s3:::shop/*"))) : result;
    }
}
