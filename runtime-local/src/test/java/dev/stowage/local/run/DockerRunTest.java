package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.OnDocker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.task.Task;
import dev.stowage.local.traffic.TrafficSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments on a real engine, behind a load balancer that is asked all the time. */
@OnDocker
class DockerRunTest {

    private static final ServiceId WEB = new ServiceId("shop", "web");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final TimeScale FAST = new TimeScale(50);

    private final RunId id = new RunId(
            "test-run-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));

    @TempDir
    private Path home;

    @BeforeAll
    static void hasAnImage() {
        try (var docker = Docker.connect()) {
            assertThat(TestImages.busybox(docker)).isNotEmpty();
        }
    }

    @Test
    @Behaviour({"9.1", "10.1", "14"})
    void aRollingDeploymentLosesNoRequest() {
        try (var run = begun(Shop.saying("one", 2))) {
            try (var load = Load.on(run.addresses().get(0).uri())) {
                run.await(now -> load.answered("one") > 50, PATIENCE);
                run.deploy(Shop.saying("two", 2), line -> {});
                var now = run.await(Snapshot::isSettled, PATIENCE);

                assertThat(now.isStable()).isTrue();
                assertThat(load.losses()).isEmpty();
                assertThat(load.answered("two")).isPositive();
            }
        }
        assertThat(DockerMachine.left()).doesNotContain(id);
    }

    @Test
    @Behaviour({"10.1", "14"})
    void aBrokenVersionIsRolledBackAndLosesNoRequest() {
        try (var run = begun(Shop.saying("one", 2))) {
            try (var load = Load.on(run.addresses().get(0).uri())) {
                run.deploy(Shop.broken(2), line -> {});
                var now = run.await(
                        one -> one.isStable()
                                && one.service(WEB)
                                        .orElseThrow()
                                        .rollout()
                                        .primary()
                                        .rollback(),
                        PATIENCE);

                var primary = now.service(WEB).orElseThrow().rollout().primary();
                assertThat(primary.state()).isEqualTo(RolloutState.COMPLETED);
                assertThat(primary.rollback()).isTrue();
                assertThat(now.tasks().stream().filter(Task::isLive))
                        .allMatch(task -> task.definition().revision() == 1);
                assertThat(load.losses()).isEmpty();
            }
        }
        assertThat(DockerMachine.left()).doesNotContain(id);
    }

    @Test
    @Behaviour({"3.6", "9.1"})
    void servicesOfOneNameInTwoClustersRunBesideEachOther() throws Exception {
        try (var run = begun(Shop.inTwoClusters())) {
            var command = "docker ps --filter label=dev.stowage.run=" + id + " --filter label=dev.stowage.service=web"
                    + " --format '{{.Label \"com.amazonaws.ecs.cluster\"}} {{.Label \"dev.stowage.role\"}}'";
            var shell = new ProcessBuilder("sh", "-c", command).start();
            var lines = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
            assertThat(lines).containsExactlyInAnyOrder("shop app", "shop pause", "depot app", "depot pause");

            assertThat(run.scale(new ServiceId("depot", "web"), 0)).isTrue();
            var now = run.await(Snapshot::isStable, PATIENCE);
            assertThat(now.tasks().stream().filter(Task::isLive))
                    .singleElement()
                    .matches(WEB::has);
            try (var load = Load.on(run.addresses().get(0).uri())) {
                run.await(one -> load.answered("one") > 5, PATIENCE);
                assertThat(load.losses()).isEmpty();
            }
        }
    }

    private LocalRun begun(Wanted wanted) {
        var machine = DockerMachine.open(
                RunFolder.of(home, id), TrafficSettings.STANDARD.scaled(FAST), Credentials.NONE, line -> {});
        var run = LocalRun.begin(wanted, machine, FAST, line -> {}, now -> {});
        var now = run.await(Snapshot::isStable, PATIENCE);
        assertThat(now.isStable())
                .as(String.join("\n", Story.between(Snapshot.NOTHING, now, ZoneOffset.UTC)))
                .isTrue();
        assertThat(List.copyOf(run.addresses())).hasSize(1);
        return run;
    }
}
