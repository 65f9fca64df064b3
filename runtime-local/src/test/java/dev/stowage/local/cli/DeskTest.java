package dev.stowage.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.run.Caller;
import dev.stowage.local.run.ControlSocket;
import dev.stowage.local.run.FakeMachine;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.LocalRunTest;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Wanted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run answers to the commands of other processes, through its socket, on a machine where everything happens at once. */
class DeskTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final FakeMachine machine = new FakeMachine();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path home;

    private LocalRun run;
    private RunFolder.Hold hold;
    private ControlSocket socket;

    @BeforeEach
    void begins() {
        var wanted = Wanted.of(LocalRunTest.stack("v1", 2));
        run = LocalRun.begin(wanted, machine, new TimeScale(200), line -> {}, now -> {});
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
        hold = RunFolder.of(home, new RunId("shop")).hold().orElseThrow();
        socket = ControlSocket.open(hold.folder(), new Desk(run, new Notes(), () -> {}));
    }

    @AfterEach
    void ends() {
        socket.close();
        hold.close();
        run.close();
    }

    @Test
    void showsWhatRuns() {
        assertThat(ask("ps")).isZero();
        assertThat(out())
                .startsWith(
                        "front:80   http://127.0.0.1:8080\n\nSERVICE   RUNNING   DEPLOYMENT\nweb       2/2       web:1 COMPLETED\n");
        assertThat(out().lines().filter(line -> line.contains("RUNNING   -")))
                .hasSize(2)
                .allMatch(line -> line.contains("   web   web:1") && line.contains("   10.0.0.2   "));
    }

    @Test
    void showsWhatRunsToPrograms() {
        assertThat(ask("ps", "json")).isZero();
        assertThat(out())
                .contains(
                        "\"serviceName\": \"web\"",
                        "\"status\": \"PRIMARY\"",
                        "\"runningCount\": 2",
                        "\"lastStatus\": \"RUNNING\"");
    }

    @Test
    void scalesAndTellsWhatHappens() {
        assertThat(ask("scale", "web", "3")).isZero();
        assertThat(out()).contains("  web  has started 1 tasks: (task ").contains("  web  has reached a steady state.");
        assertThat(machine.running()).hasSize(3);
    }

    @Test
    void namesTheNearestServiceToAnUnknownOne() {
        assertThat(ask("scale", "wbe", "3")).isEqualTo(2);
        assertThat(err()).isEqualTo("stowage: `wbe` is no service. Did you mean `web`?\n");
    }

    @Test
    void stopsATaskByTheBeginningOfItsName() {
        var task = machine.running().get(0).task();
        assertThat(ask("stop", task.value().substring(0, 8), "enough")).isZero();
        assertThat(out()).contains(" STOPPED: enough; web: exit code 143");
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
        assertThat(machine.running()).hasSize(2).noneMatch(one -> one.task().equals(task));
    }

    @Test
    @Behaviour("5.2")
    void takesTheSpotCapacityOfATaskBack() {
        var task = machine.running().get(0).task();
        assertThat(ask("spot", task.value().substring(0, 8))).isZero();
        assertThat(out()).contains(" STOPPED: Your Spot Task was interrupted.; web: exit code 143");
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();
        assertThat(machine.running()).hasSize(2).noneMatch(one -> one.task().equals(task));
    }

    @Test
    @Behaviour("10.2")
    void knowsTheAlarmsThatWatchDeployments() {
        assertThat(ask("alarm", "errors", "ALARM")).isEqualTo(2);
        assertThat(err()).isEqualTo("stowage: `errors` is no alarm of a service. There is none.\n");
    }

    @Test
    void stopsAllTasksOfAService() {
        assertThat(ask("stop", "web")).isZero();
        assertThat(machine.running()).isEmpty();
    }

    @Test
    void showsWhatContainersPrinted() {
        assertThat(ask("logs", "", "web")).isZero();
        assertThat(out().lines()).hasSize(2).allMatch(line -> line.matches("web/[0-9a-f]{8}/web \\| hello from web"));
        assertThat(ask("logs", "", "nothing")).isEqualTo(2);
    }

    @Test
    void showsLogGroupsOfCloudWatch() {
        machine.collected().group("/ecs/shop");
        assertThat(ask("group", "/ecs/shop")).isZero();
        assertThat(ask("group", "/ecs/shops")).isEqualTo(2);
        assertThat(err()).isEqualTo("stowage: `/ecs/shops` is no log group of this run. There is: /ecs/shop.\n");
    }

    @Test
    void followsALogGroupUntilTheRunEnds() {
        machine.collected().group("/ecs/shop");
        var following = CompletableFuture.supplyAsync(() -> ask("group", "/ecs/shop", "follow"));
        run.close();

        assertThat(following.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
                .isZero();
    }

    @Test
    void followsContainersUntilTheRunEnds() {
        var following = CompletableFuture.supplyAsync(() -> ask("logs", "follow", "web"));
        run.close();

        assertThat(following.orTimeout(SOON.toSeconds(), TimeUnit.SECONDS).join())
                .isZero();
    }

    @Test
    void runsACommandInAContainer() {
        assertThat(ask("exec", "web", "", "echo", "a")).isEqualTo(2);
        assertThat(out()).isEqualTo("echo a\n");
        assertThat(ask("exec", "web", "side", "echo")).isEqualTo(2);
        assertThat(err()).isEqualTo("stowage: `side` is no container of `web`. There is: web.\n");
    }

    @Test
    void wantsTheClusterOfAServiceWhereTwoHaveOneOfItsName() {
        run.deploy(Wanted.of(LocalRunTest.inTwoClusters()), line -> {});
        assertThat(run.await(Snapshot::isStable, SOON).isStable()).isTrue();

        for (var words : List.of("scale web 3", "stop web", "logs  web", "exec web  echo", "deploy  web")) {
            assertThat(ask(words.split(" ", -1))).as(words).isEqualTo(2);
        }
        assertThat(err().lines())
                .hasSize(5)
                .containsOnly("stowage: `web` is a service of several clusters. Write which one is meant: `shop/web` or"
                        + " `depot/web`.");
        assertThat(ask("scale", "depot/web", "2")).isZero();
        assertThat(out()).contains("  depot/web  has started 1 tasks: ").doesNotContain("  shop/web  has");
        assertThat(ask("ps")).isZero();
        assertThat(out()).contains("\nshop/web    1/1       ", "\ndepot/web   2/2       ", "   depot/web   web:1");
        assertThat(ask("logs", "", "shop/web")).isZero();
        assertThat(out()).containsPattern("shop/web/[0-9a-f]{8}/web \\| hello").doesNotContain("depot/web/");
    }

    @Test
    void doesNotKnowWhatAnotherVersionAsks() {
        assertThat(ask("dance")).isEqualTo(2);
        assertThat(err()).startsWith("stowage: This run was started by another version of Stowage");
    }

    private int ask(String... words) {
        var code = Caller.ask(
                hold.folder(),
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return code.orElseThrow();
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
