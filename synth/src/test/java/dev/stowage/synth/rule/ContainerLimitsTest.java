package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Numbers that ECS takes, and what Fargate refuses. */
class ContainerLimitsTest {

    @Test
    void knowsTheNumbersOfAHealthCheck() {
        assertThat(fargate("'HealthCheck': {'Command': ['CMD', 'x'], 'Interval': 2, 'Timeout': 120, 'Retries': 11}")
                        .found("container.health-check.range"))
                .containsExactly(
                        "ERROR Task/ContainerDefinitions/0/HealthCheck/Interval: "
                                + "`web` is asked for its health every 2 s, and ECS takes 5 to 300 s.",
                        "ERROR Task/ContainerDefinitions/0/HealthCheck/Timeout: "
                                + "`web` is given for an answer 120 s, and ECS takes 2 to 60 s.",
                        "ERROR Task/ContainerDefinitions/0/HealthCheck/Retries: "
                                + "`web` may fail 11 times, and ECS takes 1 to 10 times.");
        assertThat(fargate("'HealthCheck': {'Command': ['CMD', 'x'], 'Interval': 5, 'Timeout': 60, 'StartPeriod': 0}")
                        .found("container.health-check.range"))
                .isEmpty();
    }

    @Test
    void bindsTimeoutsOnFargateOnly() {
        assertThat(fargate("'StopTimeout': 121, 'StartTimeout': 1").found("container.timeout.range"))
                .hasSize(2);
        assertThat(fargate("'StopTimeout': 120, 'StartTimeout': {'Ref': 'Asked'}")
                        .found("container.timeout.range"))
                .isEmpty();
        assertThat(task("'EC2'", "", "'StopTimeout': 600").found("container.timeout.range"))
                .isEmpty();
    }

    @Test
    void putsLimitsInOrder() {
        assertThat(fargate("'Ulimits': [{'Name': 'nofile', 'SoftLimit': 2048, 'HardLimit': 1024}]")
                        .found("container.open-files.order"))
                .containsExactly("ERROR Task/ContainerDefinitions/0/Ulimits/0/SoftLimit: "
                        + "`web` begins with a limit of 2048 for nofile and may ask for 1024 at most.");
        assertThat(fargate("'Ulimits': [{'Name': 'memlock', 'SoftLimit': 2048, 'HardLimit': -1}]")
                        .found("container.open-files.order"))
                .isEmpty();
    }

    @Test
    void knowsWhenAContainerMayStartAgain() {
        assertThat(fargate("'RestartPolicy': {'Enabled': true, 'RestartAttemptPeriod': 30}")
                        .found("container.restart.range"))
                .hasSize(1);
        assertThat(fargate("'RestartPolicy': {'Enabled': true}").found("container.restart.range"))
                .isEmpty();
    }

    @Test
    void knowsTheSizesOfADisk() {
        assertThat(task("'FARGATE'", "'EphemeralStorage': {'SizeInGiB': 20}, ", "'Cpu': 1")
                        .found("task.ephemeral-storage.range"))
                .containsExactly("ERROR Task/EphemeralStorage/SizeInGiB: "
                        + "`Task` has a disk of 20 GiB, and ECS takes 21 to 200 GiB.");
        assertThat(fargate("'Cpu': 1").found("task.ephemeral-storage.range")).isEmpty();
    }

    @Test
    void refusesWhatOnlyAnInstanceHas() {
        var instance = "'Privileged': true, 'Links': ['db'], 'LinuxParameters': {'MaxSwap': 0, "
                + "'Capabilities': {'Add': ['SYS_ADMIN', 'SYS_PTRACE'], 'Drop': ['ALL']}}";

        assertThat(fargate(instance).found("task.fargate.refused"))
                .containsExactly(
                        "ERROR Task/ContainerDefinitions/0/Privileged: "
                                + "`web` asks for all rights on its host, which Fargate refuses.",
                        "ERROR Task/ContainerDefinitions/0/Links: `web` asks for links, which Fargate refuses.",
                        "ERROR Task/ContainerDefinitions/0/LinuxParameters/MaxSwap: "
                                + "`web` asks for swap, which Fargate refuses.",
                        "ERROR Task/ContainerDefinitions/0/LinuxParameters/Capabilities/Add/0: "
                                + "`web` asks for the capability SYS_ADMIN, which Fargate refuses.");
        assertThat(task("'EC2'", "", instance).found("task.fargate.refused")).isEmpty();
        assertThat(fargate("'Privileged': false, 'Links': [], 'LinuxParameters': {'InitProcessEnabled': true}")
                        .found("task.fargate.refused"))
                .isEmpty();
    }

    @Test
    void refusesFoldersOfAHost() {
        var volumes = "'Volumes': [{'Name': 'a', 'Host': {'SourcePath': '/var'}}, {'Name': 'b', 'Host': {}}], ";

        assertThat(task("'FARGATE'", volumes, "'Cpu': 1").found("task.fargate.refused"))
                .containsExactly("ERROR Task/Volumes/0/Host/SourcePath: "
                        + "`a` asks for a folder of its host, which Fargate refuses.");
    }

    private static Sketch fargate(String container) {
        return task("'FARGATE'", "", container);
    }

    private static Sketch task(String compatibility, String properties, String container) {
        return Sketch.of(
                "'Parameters': {'Asked': {'Type': 'Number'}}",
                "'Task': {'Type': 'AWS::ECS::TaskDefinition', 'Properties': {'RequiresCompatibilities': ["
                        + compatibility + "], " + properties + "'ContainerDefinitions': [{'Name': 'web', " + container
                        + "}]}}");
    }
}
