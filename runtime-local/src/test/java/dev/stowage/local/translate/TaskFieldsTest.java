package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.stack.MemorySpace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Platform;
import dev.stowage.local.stack.ProcessSpace;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.stack.VolumeSetup;
import dev.stowage.local.task.Demand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every property of a task definition reaches the task. */
class TaskFieldsTest {

    private static final String ONE = "ContainerDefinitions: [{Name: web, Image: shop/web:7}]\n";

    @Test
    @Behaviour("3.2")
    void sizesWithAndWithoutUnits() {
        assertThat(Translated.task(ONE + "Cpu: .5 vCPU\nMemory: 1 GB").task().size())
                .isEqualTo(TaskSize.of(512, 1024));
        assertThat(Translated.task(ONE + "Cpu: 256\nMemory: 512\nEphemeralStorage: {SizeInGiB: 40}")
                        .task()
                        .size())
                .isEqualTo(new TaskSize(Optional.of(256), Optional.of(512), Optional.of(40)));
    }

    @Test
    @Behaviour("4")
    void networkModes() {
        assertThat(Translated.task(ONE).task().network()).isEqualTo(NetworkMode.BRIDGE);
        assertThat(Translated.task(ONE + "NetworkMode: host").task().network()).isEqualTo(NetworkMode.HOST);
        assertThat(Translated.task(ONE + "NetworkMode: none").task().network()).isEqualTo(NetworkMode.NONE);
        assertThat(Translated.task(ONE + "RequiresCompatibilities: [FARGATE]")
                        .task()
                        .network())
                .isEqualTo(NetworkMode.AWSVPC);
    }

    @Test
    @Behaviour("3.2")
    void namespacesOfTheKernel() {
        var task = Translated.task(ONE + "PidMode: task\nIpcMode: none").task();

        assertThat(task.processes()).isEqualTo(ProcessSpace.TASK);
        assertThat(task.memory()).isEqualTo(MemorySpace.NONE);
    }

    @Test
    @Behaviour("3.2")
    void rolesByArnAndByName() {
        var roles = Translated.task(ONE + "TaskRoleArn: shop\nExecutionRoleArn: arn:aws:iam::000000000000:role/run")
                .task()
                .roles();

        assertThat(roles.task()).hasValue("arn:aws:iam::000000000000:role/shop");
        assertThat(roles.execution()).hasValue("arn:aws:iam::000000000000:role/run");
    }

    @Test
    @Behaviour("3.2")
    void platformAndTags() {
        var task = Translated.task(ONE + "RuntimePlatform: {CpuArchitecture: ARM64}\nTags: [{Key: a, Value: b}]")
                .task();

        assertThat(task.platform()).isEqualTo(new Platform("LINUX", "ARM64"));
        assertThat(task.platform().image()).isEqualTo("linux/arm64");
        assertThat(task.tags()).containsExactly(Map.entry("a", "b"));
    }

    @Test
    @Behaviour("8.1")
    void aTaskTakesItsOwnSizeOrTheSumOverItsContainers() {
        var sum = Translated.task("""
                ContainerDefinitions:
                  - {Name: a, Image: i, Cpu: 256, Memory: 512, MemoryReservation: 256, PortMappings: [{ContainerPort: 80, HostPort: 80}]}
                  - {Name: b, Image: i, Cpu: 128, Memory: 300}
                """).task();

        assertThat(sum.definition().demand()).isEqualTo(Demand.of(384, 556).withPort(80));
        assertThat(Translated.task(ONE + "Cpu: 1024\nMemory: 2048")
                        .task()
                        .definition()
                        .demand())
                .isEqualTo(Demand.of(1024, 2048));
    }

    @Test
    @Behaviour("3.3")
    void volumesOfEveryKind() {
        var translated = Translated.task(ONE + """
                Volumes:
                  - {Name: host, Host: {SourcePath: /srv/data}}
                  - {Name: scratch}
                  - {Name: shared, DockerVolumeConfiguration: {Scope: shared, Autoprovision: true, Driver: nfs, DriverOpts: {o: x}, Labels: {l: y}}}
                  - {Name: own, DockerVolumeConfiguration: {Scope: task}}
                  - {Name: files, EFSVolumeConfiguration: {FilesystemId: fs-1, RootDirectory: /shop, AuthorizationConfig: {AccessPointId: fsap-1}}}
                  - {Name: disk, ConfiguredAtLaunch: true}
                """);

        assertThat(translated.task().volumes())
                .containsExactly(
                        new VolumeSetup.HostFolder("host", "/srv/data"),
                        new VolumeSetup.Scratch("scratch"),
                        new VolumeSetup.DockerVolume("shared", true, true, "nfs", Map.of("o", "x"), Map.of("l", "y")),
                        new VolumeSetup.DockerVolume("own", false, false, "local", Map.of(), Map.of()),
                        new VolumeSetup.FileSystem("files", "fs-1", "/shop", "fsap-1"),
                        new VolumeSetup.Disk("disk", 0, false));
        assertThat(translated.findings("LOCAL-EFS")).hasSize(1);
        assertThat(translated.findings("LOCAL-EBS")).hasSize(1);
    }

    @Test
    void aTaskWithoutAnEssentialContainerIsRefusedAtItsLine() {
        var translated = Translated.task("ContainerDefinitions: [{Name: web, Image: w, Essential: false}]");

        assertThat(translated.findings("LOCAL-DEFINITION"))
                .containsExactly("shop.yaml:6:7: Task definition `Task` has no essential container; one is wanted.");
    }

    @Test
    void aTaskDefinitionThatNoServiceRunsCanBeRunByHand() {
        var jobs = Translated.task(ONE).stack().jobs();

        assertThat(jobs).hasSize(1);
        assertThat(jobs.get(0).name()).isEqualTo("web");
        assertThat(jobs.get(0).cluster()).isEqualTo("default");
        assertThat(jobs.get(0).trigger()).isEmpty();
    }

    @Test
    void aDefinitionInTheWordsOfTheApiIsReadAsWell() {
        var translated =
                Translated.template("{\"family\": \"web\", \"networkMode\": \"bridge\", \"containerDefinitions\":"
                        + " [{\"name\": \"web\", \"image\": \"shop/web:7\", \"cpu\": 10, \"essential\": true}]}");

        assertThat(translated.task().family()).isEqualTo("web");
        assertThat(translated.container().limits().cpu()).isEqualTo(10);
        assertThat(translated.task().containers())
                .extracting(one -> one.image())
                .isEqualTo(List.of("shop/web:7"));
    }
}
