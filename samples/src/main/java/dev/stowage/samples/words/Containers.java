package dev.stowage.samples.words;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.task.Capability.ALL;
import static dev.stowage.dsl.task.Capability.NET_RAW;
import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.HealthCheck.shell;
import static dev.stowage.dsl.task.Image.dockerfile;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.http;
import static dev.stowage.dsl.task.Port.http2;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.task.Port.udp;
import static dev.stowage.dsl.task.Readiness.HEALTHY;
import static dev.stowage.dsl.task.Restart.always;
import static dev.stowage.dsl.task.Restart.exceptAfter;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.WindowsServer;
import dev.stowage.schema.expression.Text;
import java.util.Map;

/** Containers in all their parts: what they run, what they are given, how they start and end, what they may not do. */
public final class Containers implements Blueprint {

    @Override
    public App describe() {
        var cluster = Cluster.of("containers", Vpc.of("main", "10.0.0.0/16"));
        var legacy = FargateTask.windows(OneVcpu.GB_4, WindowsServer.CORE_2022)
                .container(Container.of("legacy", image("house/legacy:4.8")));
        var modern = FargateTask.windows(OneVcpu.GB_2).container(Container.of("modern", image("house/modern:1.0")));
        return Stack.of(
                "containers",
                cluster.service("web", task()),
                cluster.service("legacy", legacy),
                cluster.service("modern", modern));
    }

    private static FargateTask task() {
        var web = web();
        return FargateTask.sized(OneVcpu.GB_4)
                .container(web)
                .container(agent(web))
                .container(helper())
                .container(batch())
                .arm()
                .family("shop-web")
                .ephemeralStorage(40)
                .sharedProcesses()
                .faultInjection();
    }

    private static Container web() {
        var own = Repository.existing("shop", id("shop/web"));
        var container = Container.of("web", own.image("2.3"))
                .port(http(8080).named("front"))
                .port(http2(8081))
                .port(udp(8125))
                .entryPoint("/bin/web", "--verbose")
                .command("serve")
                .workingDirectory("/srv")
                .user("1000:1000");
        return told(container)
                .healthy(curl("/health")
                        .every(ofSeconds(10))
                        .within(ofSeconds(3))
                        .after(ofSeconds(20))
                        .retries(3))
                .label("team", "shop")
                .stopWithin(ofSeconds(60))
                .with(Containers::bounded);
    }

    private static Container told(Container container) {
        var token = Secret.existing("token", ssm("/shop/token"));
        var database = Secret.generated("database").user("shop");
        return container
                .env("COLOUR", "blue")
                .env("RELEASE", Text.parameter("Release"))
                .env(Map.of("REGION", "eu", "TIER", "gold"))
                .secret("TOKEN", token)
                .secret("DATABASE_PASSWORD", database.field("password"));
    }

    /** How much it may have, and what it may not do. */
    private static Container bounded(Container container) {
        return container
                .memory(1024)
                .memoryReservation(512)
                .cpu(512)
                .readOnly()
                .scratch("/tmp")
                .openFiles(4096, 16384)
                .drop(ALL)
                .initProcess()
                .systemControl("net.core.somaxconn", "1024");
    }

    private static Container agent(Container web) {
        var registry = Secret.existing("registry", parameter("RegistryLogin"));
        return Container.of("agent", image("registry.example.com/agent:7").credentials(registry))
                .sidecar()
                .port(tcp(9000))
                .restart(always().onceUpFor(ofMinutes(1)))
                .tracing()
                .healthy(shell("/agent status"))
                .startWithin(ofSeconds(90))
                .withoutVersionConsistency()
                .after(web, HEALTHY);
    }

    private static Container helper() {
        return Container.of("helper", image(Text.parameter("HelperImage")))
                .sidecar()
                .restart()
                .interactive()
                .terminal();
    }

    private static Container batch() {
        return Container.of(
                        "batch",
                        dockerfile("images/batch")
                                .file("Containerfile")
                                .stage("runtime")
                                .argument("VERSION", "17"))
                .sidecar()
                .restart(exceptAfter(0, 3))
                .drop(NET_RAW);
    }
}
