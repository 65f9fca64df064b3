package dev.stowage.local.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.config.Secrets;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.Limits.Ulimit;
import dev.stowage.local.stack.LogRouter;
import dev.stowage.local.stack.Mounts.Device;
import dev.stowage.local.stack.Mounts.From;
import dev.stowage.local.stack.Mounts.MountPoint;
import dev.stowage.local.stack.Mounts.Tmpfs;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.PortMapping.Protocol;
import dev.stowage.local.task.Dependency;
import dev.stowage.local.task.RestartPolicy;
import dev.stowage.schema.semantics.DependencyCondition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every property of a container definition reaches the container. */
@Behaviour("3.1")
class ContainerFieldsTest {

    @Test
    void nameImageAndWhatNobodySays() {
        var container = Translated.container("").container();

        assertThat(container.name()).isEqualTo("web");
        assertThat(container.image()).isEqualTo("shop/web:7");
        assertThat(container.life().essential()).isTrue();
        assertThat(container.command()).isEqualTo(Command.OF_IMAGE);
        assertThat(container.pinned()).isTrue();
    }

    @Test
    void credentialsOfARegistryComeFromTheSecretsFile() {
        var secrets = Secrets.of(Map.of("login", Hidden.of("{\"username\":\"u\",\"password\":\"p\"}")), Map.of());
        var container = Translated.template(
                        Translated.taskTemplate("""
                                ContainerDefinitions:
                                  - Name: web
                                    Image: shop/web:7
                                    RepositoryCredentials:
                                      CredentialsParameter: arn:aws:secretsmanager:eu-west-1:000000000000:secret:login-abc123
                                """), Translated.PLAIN.with(secrets), Translated.MACHINE)
                .container();

        assertThat(container.login().map(Hidden::reveal)).hasValue("{\"username\":\"u\",\"password\":\"p\"}");
    }

    @Test
    void cpuAndMemory() {
        var limits = Translated.container("Cpu: 256\nMemory: '512'\nMemoryReservation: 128")
                .container()
                .limits();

        assertThat(limits.cpu()).isEqualTo(256);
        assertThat(limits.memory()).hasValue(512);
        assertThat(limits.reserved()).hasValue(128);
    }

    @Test
    void linksAreNamesForOthersThatRunFirst() {
        var task = Translated.task("""
                        ContainerDefinitions:
                          - {Name: web, Image: w, Links: ['db:database', log]}
                          - {Name: db, Image: d}
                          - {Name: log, Image: l}
                        """).task();

        assertThat(task.containers().get(0).hosts().links())
                .containsExactly(Map.entry("database", "db"), Map.entry("log", "log"));
        assertThat(task.containers().get(0).life().dependencies())
                .containsExactly(
                        new Dependency("db", DependencyCondition.START),
                        new Dependency("log", DependencyCondition.START));
    }

    @Test
    void portMappings() {
        var ports = Translated.container("""
                        PortMappings:
                          - {ContainerPort: 8080, HostPort: 80, Name: http, AppProtocol: http2}
                          - {ContainerPort: 9000, Protocol: udp}
                          - {ContainerPort: 9001, HostPort: 0}
                          - {ContainerPortRange: 7000-7002}
                        """).container().ports();

        assertThat(ports)
                .containsExactly(
                        new PortMapping(8080, 8080, Optional.of(80), Protocol.TCP, "http", "http2"),
                        new PortMapping(9000, 9000, Optional.empty(), Protocol.UDP, "", ""),
                        PortMapping.tcp(9001),
                        new PortMapping(7000, 7002, Optional.empty(), Protocol.TCP, "", ""));
    }

    @Test
    void essentialAndRestartPolicy() {
        var life = Translated.task("""
                        ContainerDefinitions:
                          - {Name: main, Image: m}
                          - Name: side
                            Image: s
                            Essential: false
                            RestartPolicy: {Enabled: true, IgnoredExitCodes: [0, 143], RestartAttemptPeriod: 60}
                        """).task().containers().get(1).life();

        assertThat(life.essential()).isFalse();
        assertThat(life.restart()).hasValue(new RestartPolicy(Set.of(0, 143), Duration.ofSeconds(60)));
    }

    @Test
    void aRestartPolicyThatIsOffIsNone() {
        assertThat(Translated.container("RestartPolicy: {Enabled: false}")
                        .container()
                        .life()
                        .restart())
                .isEmpty();
    }

    @Test
    void entryPointCommandDirectoryUserStandardInputAndTerminal() {
        var command = Translated.container("""
                        EntryPoint: [sh, -c]
                        Command: [serve, --port, 8080]
                        WorkingDirectory: /app
                        User: '1000:1000'
                        Interactive: true
                        PseudoTerminal: true
                        """).container().command();

        assertThat(command)
                .isEqualTo(new Command(
                        List.of("sh", "-c"),
                        List.of("serve", "--port", "8080"),
                        Optional.of("/app"),
                        Optional.of("1000:1000"),
                        true,
                        true));
    }

    @Test
    void mountPointsAndVolumesOfOtherContainers() {
        var task = Translated.task("""
                        ContainerDefinitions:
                          - Name: web
                            Image: w
                            MountPoints: [{SourceVolume: data, ContainerPath: /data, ReadOnly: true}]
                            VolumesFrom: [{SourceContainer: store, ReadOnly: true}]
                          - {Name: store, Image: s}
                        Volumes: [{Name: data}]
                        """).task();
        var web = task.containers().get(0);

        assertThat(web.mounts().volumes()).containsExactly(new MountPoint("data", "/data", true));
        assertThat(web.mounts().from()).containsExactly(new From("store", true));
        assertThat(web.life().dependencies()).containsExactly(new Dependency("store", DependencyCondition.CREATE));
    }

    @Test
    void linuxParameters() {
        var container = Translated.container("""
                        LinuxParameters:
                          Capabilities: {Add: [NET_ADMIN], Drop: [MKNOD]}
                          Devices: [{HostPath: /dev/fuse, ContainerPath: /dev/f, Permissions: [read, mknod]}, {HostPath: /dev/kvm}]
                          InitProcessEnabled: true
                          SharedMemorySize: 64
                          Tmpfs: [{ContainerPath: /tmp, Size: 32, MountOptions: [noexec]}]
                          MaxSwap: 128
                          Swappiness: 10
                        """).container();

        assertThat(container.security().added()).containsExactly("NET_ADMIN");
        assertThat(container.security().dropped()).containsExactly("MKNOD");
        assertThat(container.security().init()).isTrue();
        assertThat(container.mounts().devices())
                .containsExactly(new Device("/dev/fuse", "/dev/f", "rm"), new Device("/dev/kvm", "/dev/kvm", "rwm"));
        assertThat(container.mounts().memory()).containsExactly(new Tmpfs("/tmp", 32, List.of("noexec")));
        assertThat(container.limits().shared()).hasValue(64);
        assertThat(container.limits().swap()).hasValue(128);
        assertThat(container.limits().swappiness()).hasValue(10);
    }

    @Test
    void dependenciesAndTimeouts() {
        var life = Translated.task("""
                        ContainerDefinitions:
                          - Name: web
                            Image: w
                            DependsOn: [{ContainerName: init, Condition: SUCCESS}, {ContainerName: db, Condition: HEALTHY}]
                            StartTimeout: 90
                            StopTimeout: 5
                          - {Name: init, Image: i, Essential: false}
                          - {Name: db, Image: d, HealthCheck: {Command: [CMD, ready]}}
                        """).task().containers().get(0).life();

        assertThat(life.dependencies())
                .containsExactly(
                        new Dependency("init", DependencyCondition.SUCCESS),
                        new Dependency("db", DependencyCondition.HEALTHY));
        assertThat(life.startTimeout()).hasValue(Duration.ofSeconds(90));
        assertThat(life.stopTimeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void versionConsistencyThatIsOff() {
        assertThat(Translated.container("VersionConsistency: disabled")
                        .container()
                        .pinned())
                .isFalse();
    }

    @Test
    void hostNameNameServersAndHosts() {
        var hosts = Translated.container("""
                        Hostname: box
                        DnsServers: [10.0.0.2]
                        DnsSearchDomains: [shop.local]
                        ExtraHosts: [{Hostname: db, IpAddress: 10.0.0.9}]
                        DisableNetworking: true
                        """).container().hosts();

        assertThat(hosts.name()).hasValue("box");
        assertThat(hosts.dns()).containsExactly("10.0.0.2");
        assertThat(hosts.search()).containsExactly("shop.local");
        assertThat(hosts.extra()).containsExactly(Map.entry("db", "10.0.0.9"));
        assertThat(hosts.offline()).isTrue();
    }

    @Test
    void whatAContainerMayDo() {
        var security = Translated.container("""
                        Privileged: true
                        ReadonlyRootFilesystem: 'true'
                        DockerSecurityOptions: ['label:type:shop']
                        """).container().security();

        assertThat(security.privileged()).isTrue();
        assertThat(security.readOnlyRoot()).isTrue();
        assertThat(security.options()).containsExactly("label:type:shop");
    }

    @Test
    void labelsAndKernelParameters() {
        var container = Translated.container("""
                        DockerLabels: {team: shop}
                        SystemControls: [{Namespace: net.core.somaxconn, Value: '1024'}]
                        """).container();

        assertThat(container.labels()).containsExactly(Map.entry("team", "shop"));
        assertThat(container.kernel()).containsExactly(Map.entry("net.core.somaxconn", "1024"));
    }

    @Test
    void limitsOfTheKernelAndOfFargateWhereNothingIsSaid() {
        var said = Translated.container("Ulimits: [{Name: nofile, SoftLimit: 10, HardLimit: 20}]")
                .container();
        var fargate = Translated.task("""
                        RequiresCompatibilities: [FARGATE]
                        Cpu: '256'
                        Memory: '512'
                        ContainerDefinitions: [{Name: web, Image: w}]
                        """).container();

        assertThat(said.limits().ulimits()).containsExactly(new Ulimit("nofile", 10, 20));
        assertThat(fargate.limits().ulimits()).containsExactly(new Ulimit("nofile", 65_535, 65_535));
    }

    @Test
    void logConfiguration() {
        var logging = Translated.container("""
                        LogConfiguration:
                          LogDriver: awslogs
                          Options: {awslogs-group: /shop, awslogs-region: !Ref AWS::Region, awslogs-stream-prefix: web}
                        """).container().logging();

        assertThat(logging.driver()).isEqualTo("awslogs");
        assertThat(logging.options())
                .containsEntry("awslogs-region", "eu-west-1")
                .containsEntry("awslogs-stream-prefix", "web");
    }

    @Test
    void aRouterOfLogsRunsBeforeThoseWhoseLogsItRoutes() {
        var task = Translated.task("""
                        ContainerDefinitions:
                          - {Name: web, Image: w, LogConfiguration: {LogDriver: awsfirelens, Options: {Name: http}}}
                          - Name: router
                            Image: r
                            FirelensConfiguration: {Type: fluentbit, Options: {enable-ecs-log-metadata: 'true'}}
                        """).task();

        assertThat(task.containers().get(0).life().dependencies())
                .containsExactly(new Dependency("router", DependencyCondition.START));
        assertThat(task.containers().get(1).router())
                .hasValue(new LogRouter(LogRouter.Kind.FLUENTBIT, Map.of("enable-ecs-log-metadata", "true")));
    }

    @Test
    void healthCheckWithAndWithoutTimes() {
        var plain = Translated.container("HealthCheck: {Command: [CMD-SHELL, exit 0]}")
                .container();
        var said = Translated.container(
                        "HealthCheck: {Command: [CMD, ok], Interval: 10, Timeout: 3, Retries: 2, StartPeriod: 60}")
                .container();

        assertThat(plain.life().healthChecked()).isTrue();
        assertThat(plain.health()).hasValue(HealthCheck.of("CMD-SHELL", "exit 0"));
        assertThat(said.health())
                .hasValue(new HealthCheck(
                        List.of("CMD", "ok"),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(3),
                        2,
                        Duration.ofSeconds(60)));
    }

    @Test
    void aHealthCheckThatSwitchesThatOfTheImageOffIsNone() {
        var container = Translated.container("HealthCheck: {Command: [NONE]}").container();

        assertThat(container.health()).isEmpty();
        assertThat(container.life().healthChecked()).isFalse();
    }

    @Test
    void gpusStopARunWithoutAny() {
        var translated = Translated.container("ResourceRequirements: [{Type: GPU, Value: '1'}]");

        assertThat(translated.translation().stack()).isEmpty();
        assertThat(translated.findings("LOCAL-GPU")).hasSize(1);
    }
}
