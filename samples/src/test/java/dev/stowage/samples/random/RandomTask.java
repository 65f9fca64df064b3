package dev.stowage.samples.random;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.HealthCheck.shell;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.LogRouter.fluentBit;
import static dev.stowage.dsl.task.LogRouter.fluentd;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Logs.routed;
import static dev.stowage.dsl.task.Logs.splunk;
import static dev.stowage.dsl.task.Restart.always;
import static dev.stowage.dsl.task.Restart.exceptAfter;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.Capability;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Logs;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.Readiness;
import dev.stowage.dsl.task.Retention;
import dev.stowage.schema.expression.Text;
import java.util.Map;

/** A made-up task: one container that answers at a port, and some beside it. */
final class RandomTask {

    private final Surroundings around;
    private final Dice dice;
    private final String name;
    private final Port port;
    private final boolean isRouted;

    RandomTask(Surroundings around, Dice dice, String name, Port port) {
        this.around = around;
        this.dice = dice;
        this.name = name;
        this.port = port;
        this.isRouted = dice.onceIn(4);
    }

    FargateTask task() {
        var main = main();
        var task = FargateTask.sized(dice.any(OneVcpu.GB_4, TwoVcpu.GB_8, OneVcpu.GB_8))
                .container(main);
        task = isRouted
                ? task.container(Container.of("router", image("house/router:1"))
                        .logRouter(dice.any(
                                fluentBit(),
                                fluentBit().configFile("/extra.conf"),
                                fluentd().withoutMetadata())))
                : task;
        task = dice.maybe(task, it -> it.container(beside(main)));
        task = dice.maybe(task, it -> it.ephemeralStorage(20 + dice.upTo(180)));
        task = dice.maybe(task, FargateTask::arm);
        task = dice.maybe(task, it -> it.family("house-" + name));
        return dice.maybe(task, FargateTask::sharedProcesses);
    }

    private Image chosen() {
        var own = Repository.existing("own", id("house/" + name));
        return dice.any(
                image("shop/" + name + ":1.0"),
                image(Text.parameter("Image")),
                image("registry.example.com/" + name + ":1").credentials(around.secrets.get(1)),
                own.image("2.0"),
                own.image(Text.parameter("Release")),
                own.digest("sha256:" + "0".repeat(64)));
    }

    private Container main() {
        var main = environment(Container.of(name, chosen()).port(port));
        main = dice.maybe(
                main,
                it -> it.healthy(dice.any(
                        curl("/health").every(ofSeconds(10)).within(ofSeconds(3)),
                        shell("/check").after(ofSeconds(30)).retries(5))));
        main = dice.maybe(main, it -> it.memory(1024).memoryReservation(512));
        main = dice.maybe(main, it -> it.cpu(256));
        main = dice.maybe(main, it -> it.stopWithin(ofSeconds(1 + dice.upTo(119))));
        main = dice.maybe(main, it -> it.openFiles(4096, 8192));
        main = dice.maybe(main, it -> it.drop(Capability.ALL));
        main = dice.maybe(main, it -> it.readOnly().scratch("/tmp"));
        main = dice.maybe(main, it -> it.user("1000"));
        main = dice.maybe(main, it -> it.initProcess());
        main = dice.maybe(main, it -> it.systemControl("net.core.somaxconn", "1024"));
        main = around.hasCountedSubnets() ? dice.maybe(main, this::withFiles) : main;
        main = dice.maybe(main, it -> it.mount(empty("spool"), "/spool"));
        return main.logs(logs());
    }

    private Container withFiles(Container container) {
        return container.mount(around.files.accessPoint(name, "/" + name).volume(), "/files");
    }

    private Container environment(Container container) {
        var main = dice.maybe(container, it -> it.env("COLOUR", "blue").env("RELEASE", Text.parameter("Release")));
        main = dice.maybe(main, it -> it.env(Map.of("REGION", "eu", "TIER", "gold")));
        main = dice.maybe(main, it -> it.env("FRONT", around.front.url("/x")).env("BACK", around.back.url()));
        main = dice.maybe(main, it -> it.env("QUEUE", around.queue.url()).env("TABLE", around.table.tableName()));
        main = dice.maybe(main, it -> it.secret("USER", around.secrets.get(0).field("username")));
        main = dice.maybe(main, it -> it.secret("TOKEN", around.secrets.get(dice.upTo(3) - 1)));
        main = dice.maybe(main, it -> it.connects(around.orders, dice.any("ORDERS", "SPRING_DATASOURCE")));
        main = dice.maybe(main, it -> it.env("OTHER", around.stream.ref()));
        main = dice.maybe(main, it -> it.envFile(around.bucket.object("settings/app.env")));
        main = dice.maybe(
                main, it -> it.entryPoint("/bin/app").command("serve", "--fast").workingDirectory("/srv"));
        return dice.maybe(main, it -> it.label("team", "shop"));
    }

    private Logs logs() {
        if (isRouted) {
            return dice.any(
                    routed().option("Name", "stdout"),
                    routed().option("Name", "http")
                            .secret("http_User", around.secrets.get(1))
                            .buffer(2_097_152));
        }
        return dice.any(
                cloudWatch(dice.any(Retention.ONE_WEEK, Retention.FIVE_YEARS)),
                cloudWatch(Retention.ONE_MONTH).mustNotLose(),
                cloudWatch(Retention.ONE_DAY).buffer(10).entriesBegin("\\d{4}-"),
                cloudWatch(Retention.ONE_WEEK).entriesDated("%Y-%m-%d"),
                cloudWatch(LogGroup.of(name + "-audit").count("refusals", "REFUSED")),
                cloudWatch(LogGroup.of(name + "-rare").encryptedBy(around.key).infrequentAccess()),
                splunk("https://splunk.example.com:8088", around.secrets.get(1)).option("splunk-index", "shop"));
    }

    private Container beside(Container main) {
        var agent = Container.of("agent", image("house/agent:7")).sidecar();
        agent = dice.maybe(agent, it -> it.after(main, Readiness.STARTED).startWithin(ofSeconds(60)));
        agent = dice.maybe(
                agent, it -> it.restart(dice.any(always(), exceptAfter(0, 3)).onceUpFor(ofMinutes(1))));
        agent = dice.maybe(agent, it -> it.interactive().terminal());
        agent = dice.maybe(agent, it -> it.tracing());
        return dice.maybe(agent, it -> it.withoutVersionConsistency());
    }
}
