package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.Limits;
import dev.stowage.local.stack.MemorySpace;
import dev.stowage.local.stack.Mounts;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.ProcessSpace;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Health;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a task is made of, on a real engine. */
@OnDocker
class TasksOnDockerTest {

    private static final String SERVE =
            "mkdir /www; echo hello > /www/index.html; trap 'exit 143' TERM; httpd -f -p 8080 -h /www & wait";

    private final Bench bench = Bench.open();

    @AfterEach
    void leaveNothing() {
        bench.close();
    }

    private static TaskSetup task(NetworkMode mode, ContainerSetup... containers) {
        return TaskSetup.of("shop", mode, containers);
    }

    private ContainerSeen ended(ContainerId id) {
        return bench.await(id, it -> it.status() == ContainerStatus.STOPPED);
    }

    private static String get(String host, int port) throws IOException, InterruptedException {
        var uri = URI.create("http://" + host + ":" + port + "/");
        var request =
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    @Behaviour("4")
    void aDynamicHostPortLeadsToAContainerInBridgeMode() throws IOException, InterruptedException {
        var task = bench.up(
                "t1", task(NetworkMode.BRIDGE, Bench.shell("web", SERVE).with(PortMapping.tcp(8080))));
        var address = bench.engine.address(task).orElseThrow();
        var port = address.port("web", 8080).orElseThrow();
        assertThat(bench.await(bench.id(task, "web"), it -> it.status() == ContainerStatus.RUNNING)
                        .run())
                .isEqualTo(1);

        bench.until(() -> get(address.ip(), port).equals("hello\n"));

        assertThat(port).isNotEqualTo(8080);
        assertThat(address.port("web", 9090)).isEmpty();
    }

    @Test
    @Behaviour("4")
    void aHostPortThatIsTakenIsAnErrorOfTheStartThatIsExplained() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            var seen =
                    bench.ended("t1", task(NetworkMode.BRIDGE, Bench.idle("web").with(PortMapping.tcp(8080, port))));

            assertThat(seen.error().orElseThrow().name()).isEqualTo("CannotStartContainerError");
            bench.explained("LOCAL-HOST-PORT", "host port " + port + " of container `web` is taken");
        }
    }

    @Test
    @Behaviour("5.1")
    void theStatusesOfATaskAreToldInTheOrderOfTheAgent() {
        var task = bench.up("t1", task(NetworkMode.AWSVPC, Bench.idle("web")));

        assertThat(bench.statuses(bench.pause(task)))
                .endsWith(
                        ContainerStatus.PULLED,
                        ContainerStatus.CREATED,
                        ContainerStatus.RUNNING,
                        ContainerStatus.RESOURCES_PROVISIONED);
        assertThat(bench.statuses(bench.id(task, "web")))
                .containsSubsequence(
                        ContainerStatus.MANIFEST_PULLED,
                        ContainerStatus.PULLED,
                        ContainerStatus.CREATED,
                        ContainerStatus.RUNNING);
    }

    @Test
    @Behaviour("3.2")
    void aTaskThatUsesMoreMemoryThanItsLimitLosesTheContainerThatDid() {
        var hog = Bench.shell("hog", "exec dd if=/dev/zero of=/dev/null bs=100M count=20");
        var setup = task(NetworkMode.AWSVPC, Bench.idle("web"), hog).with(TaskSize.of(256, 64));
        var task = bench.up("t1", setup);

        var seen = ended(bench.id(task, "hog"));

        assertThat(seen.exitCode()).hasValue(137);
        assertThat(bench.now(bench.id(task, "web")).status()).isEqualTo(ContainerStatus.RUNNING);
        assertThat(bench.now(bench.pause(task)).status()).isEqualTo(ContainerStatus.RESOURCES_PROVISIONED);
    }

    @Test
    @Behaviour("5.8")
    void aContainerThatIsKilledForItsMemoryIsAnOutOfMemoryError() {
        var limits = Limits.of(0, Optional.of(16), Optional.empty());
        var hog = Bench.shell("hog", "exec dd if=/dev/zero of=/dev/null bs=60M count=20")
                .with(limits);

        var seen = bench.ended("t1", task(NetworkMode.NONE, hog));

        assertThat(seen.error()).contains(ContainerError.outOfMemory());
        bench.explained(
                "LOCAL-MEMORY", "container `hog` was killed because it used more than the memory limit of 16 MiB");
    }

    @Test
    @Behaviour("3.2")
    void theContainersOfATaskSeeTheProcessesOfOneAnotherWhereItSaysSo() throws InterruptedException {
        var base = task(NetworkMode.NONE, Bench.idle("web"), Bench.shell("look", "ps"));
        var setup = new TaskSetup(
                base.definition(),
                base.arn(),
                base.fargate(),
                base.network(),
                base.size(),
                ProcessSpace.TASK,
                MemorySpace.TASK,
                base.roles(),
                base.platform(),
                base.containers(),
                base.volumes(),
                base.tags());
        var task = bench.up("t1", setup);

        assertThat(ended(bench.id(task, "look")).exitCode()).hasValue(0);
        assertThat(bench.printed(bench.id(task, "look"))).contains("/pause").contains("sleep 1000");
    }

    @Test
    @Behaviour("3.3")
    void theContainersOfATaskShareItsScratchVolumeWhichGoesWithIt() throws InterruptedException {
        var mounts = Mounts.of(new Mounts.MountPoint("data", "/data", false));
        var setup = task(
                        NetworkMode.NONE,
                        Bench.shell("write", "echo kept > /data/file").with(mounts),
                        Bench.shell("read", "cat /data/file").with(mounts))
                .with(List.of(new VolumeSetup.Scratch("data")));
        var task = bench.up("t1", setup);

        assertThat(ended(bench.id(task, "read")).exitCode()).hasValue(0);
        assertThat(bench.printed(bench.id(task, "read"))).isEqualTo("kept");
        assertThat(bench.volumes()).hasSize(1);
        bench.remove(task);
        bench.until(() -> bench.volumes().isEmpty());
    }

    @Test
    @Behaviour("3.3")
    void aFileSystemIsSharedByTasksUntilTheRunEnds() throws InterruptedException {
        var mounts = Mounts.of(new Mounts.MountPoint("efs", "/data", false));
        var volume = List.<VolumeSetup>of(new VolumeSetup.FileSystem("efs", "fs-1", "/", ""));
        var write = task(
                        NetworkMode.NONE,
                        Bench.shell("web", "echo kept > /data/file").with(mounts))
                .with(volume);
        var read = task(NetworkMode.NONE, Bench.shell("web", "cat /data/file").with(mounts))
                .with(volume);

        assertThat(bench.ended("t1", write).exitCode()).hasValue(0);
        assertThat(bench.ended("t2", read).exitCode()).hasValue(0);

        assertThat(bench.printed(new ContainerId(bench.task("t2"), "web"))).isEqualTo("kept");
        bench.remove(bench.task("t1"));
        assertThat(bench.volumes()).containsExactly("efs-fs-1-" + bench.run);
    }

    @Test
    @Behaviour("3.3")
    void aSharedVolumeThatHasToBeThereAndIsNotIsAnErrorInTheAgentsWords() {
        var mounts = Mounts.of(new Mounts.MountPoint("stowage-nowhere", "/data", false));
        var volume = new VolumeSetup.DockerVolume("stowage-nowhere", true, false, "local", Map.of(), Map.of());

        var seen = bench.ended(
                "t1", task(NetworkMode.NONE, Bench.idle("web").with(mounts)).with(List.of(volume)));

        assertThat(seen.error())
                .contains(
                        new ContainerError(
                                "VolumeError",
                                "volume detection failed, volume 'stowage-nowhere' does not exist and autoprovision is set to false"));
    }

    @Test
    @Behaviour({"2", "5.8"})
    void aCommandThatIsNotInTheImageIsAnErrorOfTheStart() {
        var web = ContainerSetup.essential("web", TestImages.BUSYBOX)
                .with(Command.OF_IMAGE.with(List.of("/no/such/program")));

        var seen = bench.ended("t1", task(NetworkMode.NONE, web));

        assertThat(seen.error().orElseThrow().name()).isEqualTo("CannotStartContainerError");
        assertThat(seen.exitCode()).isEmpty();
        bench.explained("LOCAL-COMMAND", "what container `web` is to run is not in image `" + TestImages.BUSYBOX + "`");
    }

    @Test
    void aContainerThatEndsAtOnceIsExplained() {
        assertThat(bench.ended("t1", task(NetworkMode.NONE, Bench.shell("web", "exit 127")))
                        .exitCode())
                .hasValue(127);

        bench.explained("LOCAL-EXIT", "container `web` ended at once, with exit code 127: its command was not found");
    }

    @Test
    void aHealthCheckWithoutItsProgramIsExplained() {
        var check = new HealthCheck(
                List.of("CMD-SHELL", "curl -f http://localhost/ || exit 127"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                1,
                Duration.ZERO);
        var task = bench.up("t1", task(NetworkMode.NONE, Bench.idle("web").with(check)));

        assertThat(bench.await(bench.id(task, "web"), it -> it.health() == Health.UNHEALTHY)
                        .status())
                .isEqualTo(ContainerStatus.RUNNING);
        bench.explained("LOCAL-HEALTH", "the health check of container `web` cannot run: `curl` is not in image");
    }

    @Test
    void anImageThatIsNowhereIsExplained() {
        var seen = bench.ended("t1", task(NetworkMode.NONE, ContainerSetup.essential("web", "stowage-test/nowhere:1")));

        assertThat(seen.status()).isEqualTo(ContainerStatus.STOPPED);
        bench.explained("LOCAL-REGISTRY", "image `stowage-test/nowhere:1` of container `web` is not on this machine");
    }

    @Test
    @Behaviour("3.2")
    void anImageOfAnotherArchitectureIsToldOnceAndItsEndIsNot() {
        var other = bench.docker.facts().architecture().equals("amd64") ? "arm64" : "amd64";
        var image = TestImages.foreign(bench.docker, other);
        var web = ContainerSetup.essential("web", image).with(Command.OF_IMAGE.with(List.of("/program")));

        var seen = bench.ended("t1", task(NetworkMode.NONE, web));

        assertThat(seen.status()).isEqualTo(ContainerStatus.STOPPED);
        bench.explained("LOCAL-ARCH", "image `" + image + "` of container `web` is for " + other);
        assertThat(bench.explained()).containsExactly("LOCAL-ARCH");
    }

    @Test
    @Behaviour("4")
    void whenThePauseContainerDiesItIsSeen() {
        var task = bench.up("t1", task(NetworkMode.AWSVPC, Bench.idle("web")));

        bench.docker
                .within(Patience.INSPECT)
                .killContainerCmd(bench.engine.idOf(bench.pause(task)).orElseThrow())
                .exec();

        assertThat(ended(bench.pause(task)).exitCode()).hasValue(137);
    }

    @Test
    void aContainerThatSomebodyRemovedByHandHasVanished() {
        var task = bench.up("t1", task(NetworkMode.NONE, Bench.idle("web")));

        bench.docker
                .within(Patience.REMOVE)
                .removeContainerCmd(bench.engine.idOf(bench.id(task, "web")).orElseThrow())
                .withForce(true)
                .exec();

        bench.until(() -> bench.engine.everything().isEmpty());
    }
}
