package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.stowage.local.Behaviour;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Environment;
import dev.stowage.local.stack.HealthCheck;
import dev.stowage.local.stack.Hidden;
import dev.stowage.local.stack.Hosts;
import dev.stowage.local.stack.Limits;
import dev.stowage.local.stack.Logging;
import dev.stowage.local.stack.Mounts;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.Security;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.stack.TaskSize;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the engine is asked to make of a container definition: the JSON that goes over the wire. */
class RecipeTest {

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    private static final RunNetwork NETWORK = new RunNetwork("n1", "stowage-r", Cidr.of("10.200.16.0/20"));
    private static final TaskId TASK = new TaskId("t1");
    private static final Ground.Pause PAUSE = new Ground.Pause("p1", "/docker/p1", "10.200.16.2");

    private final FakeDaemon daemon = FakeDaemon.version("20.10.24", "1.41", "1.12");
    private final Docker docker = Docker.connect(daemon.address());

    @AfterEach
    void end() {
        docker.close();
        daemon.close();
    }

    private static Booking booking(TaskSetup setup) {
        return new Booking(
                setup, "arn:aws:ecs:eu-west-1:000000000000:task/dev/t1", "dev", Optional.of("shop"), "ecs-svc/1");
    }

    private static Ground ground(PortPlan ports, Map<String, String> volumes) {
        var image = new ImageFacts("sha256:1", "shop:1", Optional.empty(), "amd64", Set.of("PATH"));
        return new Ground(image, Optional.of(PAUSE), volumes, ports, Optional.empty());
    }

    private JsonNode app(TaskSetup setup, Ground ground) {
        return app(setup, ground, Surroundings.NONE);
    }

    private JsonNode app(TaskSetup setup, Ground ground, Surroundings around) {
        var container = setup.containers().get(0);
        var recipe = new Recipe(docker, new RunId("r"), NETWORK, around);
        return JSON.valueToTree(recipe.app(new ContainerId(TASK, container.name()), booking(setup), container, ground));
    }

    private JsonNode app(NetworkMode mode, ContainerSetup container) {
        return app(TaskSetup.of("shop", mode, container), ground(PortPlan.NONE, Map.of()));
    }

    @Test
    @Behaviour("4")
    void whereTheEngineKeepsItsNetworksToItselfThePortsOfATaskAreOnTheLoopback() {
        var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, web().with(PortMapping.tcp(8080, 8080)));
        var plan = PortPlan.ofTask(setup, HostPorts.between(31000, 31001, (port, protocol) -> true));
        var recipe = new Recipe(docker, new RunId("r"), NETWORK, Surroundings.NONE);

        JsonNode made = JSON.valueToTree(recipe.pause(
                new ContainerId(TASK, TaskDefinition.PAUSE),
                booking(setup),
                "stowage/pause:amd64",
                "10.200.24.0",
                plan));

        assertThat(made.at("/HostConfig/PortBindings/8080~1tcp/0").toString())
                .contains("\"HostIp\":\"127.0.0.1\"", "\"HostPort\":\"3100");
        assertThat(made.at("/ExposedPorts").has("8080/tcp")).isTrue();
    }

    private JsonNode pause(TaskSetup setup, Surroundings around) {
        var recipe = new Recipe(docker, new RunId("r"), NETWORK, around);
        return JSON.valueToTree(recipe.pause(
                new ContainerId(TASK, TaskDefinition.PAUSE),
                booking(setup),
                "stowage/pause:amd64",
                "10.200.24.0",
                PortPlan.NONE));
    }

    private static ContainerSetup web() {
        return ContainerSetup.essential("web", "shop:1");
    }

    private static List<String> texts(JsonNode list) {
        var all = new ArrayList<String>();
        list.forEach(one -> all.add(one.asText()));
        return all;
    }

    @Test
    @Behaviour({"3.1", "4"})
    void aContainerWithTheNetworkOfItsTaskHasNothingOfItsOwn() {
        var container = web().with(PortMapping.tcp(8080))
                .with(new Hosts(
                        Optional.of("me"),
                        List.of("9.9.9.9"),
                        List.of("x.y"),
                        Map.of("db", "10.1.1.1"),
                        Map.of(),
                        false));

        var made = app(NetworkMode.AWSVPC, container);

        assertThat(made.at("/HostConfig/NetworkMode").asText()).isEqualTo("container:p1");
        assertThat(made.at("/HostConfig/PortBindings").size()).isZero();
        assertThat(made.at("/HostConfig/Dns").size()).isZero();
        assertThat(made.at("/HostConfig/ExtraHosts").size()).isZero();
        assertThat(made.path("Hostname").isTextual()).isFalse();
    }

    @Test
    @Behaviour("4")
    void thePauseContainerHasTheNamesOfAllContainersOfItsTask() {
        var container = web().with(
                        new Hosts(Optional.empty(), List.of(), List.of(), Map.of("db", "10.1.1.1"), Map.of(), false));
        var around = new Surroundings() {
            @Override
            public List<String> nameServers() {
                return List.of("169.254.170.2");
            }
        };

        var made = pause(TaskSetup.of("shop", NetworkMode.AWSVPC, container), around);

        assertThat(made.at("/HostConfig/NetworkMode").asText()).isEqualTo("stowage-r");
        assertThat(texts(made.at("/HostConfig/Dns"))).containsExactly("169.254.170.2");
        assertThat(texts(made.at("/HostConfig/ExtraHosts"))).containsExactly("db:10.1.1.1");
        assertThat(made.path("Hostname").asText()).isEqualTo("ip-10-200-24-0.eu-west-1.compute.internal");
    }

    @Test
    @Behaviour("4")
    void hostPortsOfBridgeModeArePublishedForThisMachineAndItsRunAlone() {
        var setup = TaskSetup.of("shop", NetworkMode.BRIDGE, web().with(PortMapping.tcp(8080, 80)));
        var plan = PortPlan.of(setup.containers().get(0), HostPorts.between(1, 2, (port, protocol) -> true));

        var made = app(setup, ground(plan, Map.of()));

        var bindings = made.at("/HostConfig/PortBindings/8080~1tcp");
        assertThat(bindings.findValuesAsText("HostIp")).containsExactly("127.0.0.1", "10.200.16.1");
        assertThat(bindings.findValuesAsText("HostPort")).containsExactly("80", "80");
        assertThat(made.at("/ExposedPorts/8080~1tcp").isMissingNode()).isFalse();
        assertThat(made.at("/HostConfig/NetworkMode").asText()).isEqualTo("stowage-r");
    }

    @Test
    @Behaviour("4")
    void hostAndNoneAreWhatDockerCallsThem() {
        assertThat(app(NetworkMode.HOST, web()).at("/HostConfig/NetworkMode").asText())
                .isEqualTo("host");
        assertThat(app(NetworkMode.NONE, web()).at("/HostConfig/NetworkMode").asText())
                .isEqualTo("none");
    }

    @Test
    @Behaviour("3.1")
    void sharesAndMemoryAreKeptWithinWhatDockerTakes() {
        var small = app(NetworkMode.NONE, web().with(Limits.of(0, Optional.of(4), Optional.empty())));
        var large = app(NetworkMode.NONE, web().with(Limits.of(999_999, Optional.of(512), Optional.of(256))));

        assertThat(small.at("/HostConfig/CpuShares").asInt()).isEqualTo(2);
        assertThat(small.at("/HostConfig/Memory").asLong()).isEqualTo(6L << 20);
        assertThat(large.at("/HostConfig/CpuShares").asInt()).isEqualTo(262_144);
        assertThat(large.at("/HostConfig/Memory").asLong()).isEqualTo(512L << 20);
        assertThat(large.at("/HostConfig/MemoryReservation").asLong()).isEqualTo(256L << 20);
    }

    @Test
    @Behaviour("3.1")
    void swapSharedMemoryAndUlimitsAreSet() {
        var limits = new Limits(
                128,
                Optional.of(100),
                Optional.empty(),
                Optional.of(32),
                Optional.of(50),
                Optional.of(60),
                List.of(new Limits.Ulimit("nofile", 1_024, 2_048)),
                1);

        var host = app(NetworkMode.NONE, web().with(limits)).path("HostConfig");

        assertThat(host.path("MemorySwap").asLong()).isEqualTo(150L << 20);
        assertThat(host.path("MemorySwappiness").asLong()).isEqualTo(60);
        assertThat(host.path("ShmSize").asLong()).isEqualTo(32L << 20);
        assertThat(host.at("/Ulimits/0/Name").asText()).isEqualTo("nofile");
        assertThat(host.at("/Ulimits/0/Hard").asLong()).isEqualTo(2_048);
        assertThat(host.at("/DeviceRequests/0/Driver").asText()).isEqualTo("nvidia");
    }

    @Test
    @Behaviour("3.1")
    void whatAContainerMayDoIsSaid() {
        var security = new Security(
                true, true, true, List.of("NET_ADMIN"), List.of("CAP_MKNOD"), List.of("no-new-privileges"));

        var host = app(NetworkMode.NONE, web().with(security)).path("HostConfig");

        assertThat(host.path("Privileged").asBoolean()).isTrue();
        assertThat(host.path("ReadonlyRootfs").asBoolean()).isTrue();
        assertThat(host.path("Init").asBoolean()).isTrue();
        assertThat(texts(host.path("CapAdd"))).containsExactly("NET_ADMIN");
        assertThat(texts(host.path("CapDrop"))).containsExactly("MKNOD");
        assertThat(texts(host.path("SecurityOpt"))).containsExactly("no-new-privileges");
    }

    @Test
    @Behaviour({"3.1", "3.3"})
    void mountsAreBindsVolumesOfOthersMemoryAndDevices() {
        var mounts = new Mounts(
                List.of(new Mounts.MountPoint("data", "/data", true), new Mounts.MountPoint("tmp", "/t", false)),
                List.of(new Mounts.From("side", true)),
                List.of(new Mounts.Tmpfs("/run", 64, List.of("noexec"))),
                List.of(new Mounts.Device("/dev/fuse", "/dev/f", "rw")));
        var setup = TaskSetup.of("shop", NetworkMode.NONE, web().with(mounts), ContainerSetup.essential("side", "s"));

        var host = app(setup, ground(PortPlan.NONE, Map.of("data", "/srv/data", "tmp", "vol-1")))
                .path("HostConfig");

        assertThat(texts(host.path("Binds"))).containsExactly("/srv/data:/data:ro", "vol-1:/t:rw");
        assertThat(host.at("/VolumesFrom/0").asText()).matches("ecs-shop-1-side-[0-9a-f]+:ro");
        assertThat(host.at("/Tmpfs/~1run").asText()).isEqualTo("noexec,size=64m");
        assertThat(host.at("/Devices/0/PathOnHost").asText()).isEqualTo("/dev/fuse");
        assertThat(host.at("/Devices/0/CgroupPermissions").asText()).isEqualTo("rw");
    }

    @Test
    @Behaviour("3.1")
    void whatIsRunIsTheDefinitionOverTheImage() {
        var command = new Command(
                List.of("/bin/app"),
                List.of("serve", "x y"),
                Optional.of("/srv"),
                Optional.of("1000:1000"),
                true,
                true);

        var made = app(NetworkMode.NONE, web().with(command));

        assertThat(texts(made.path("Entrypoint"))).containsExactly("/bin/app");
        assertThat(texts(made.path("Cmd"))).containsExactly("serve", "x y");
        assertThat(made.path("WorkingDir").asText()).isEqualTo("/srv");
        assertThat(made.path("User").asText()).isEqualTo("1000:1000");
        assertThat(made.path("OpenStdin").asBoolean()).isTrue();
        assertThat(made.path("Tty").asBoolean()).isTrue();
        assertThat(made.path("Image").asText()).isEqualTo("shop:1");
    }

    @Test
    @Behaviour("5.6")
    void onlyTheHealthCheckOfTheDefinitionCounts() {
        var without = app(NetworkMode.NONE, web());
        var with = app(NetworkMode.NONE, web().with(HealthCheck.of("CMD-SHELL", "curl -f http://localhost")));

        assertThat(texts(without.at("/Healthcheck/Test"))).containsExactly("NONE");
        assertThat(texts(with.at("/Healthcheck/Test"))).containsExactly("CMD-SHELL", "curl -f http://localhost");
        assertThat(with.at("/Healthcheck/Interval").asLong()).isEqualTo(30_000_000_000L);
        assertThat(with.at("/Healthcheck/Retries").asInt()).isEqualTo(3);
    }

    @Test
    @Behaviour("3.4")
    void secretsCountOverWhatIsToldAndThatOverWhatIsWritten() {
        var around = new Surroundings() {
            @Override
            public Map<String, String> environment(ContainerId container, Booking task) {
                return Map.of("ECS_AGENT_URI", "http://169.254.170.2/api/1", "A", "told", "B", "told");
            }
        };
        var environment = new Environment(Map.of("A", "written", "C", "written"), Map.of("B", Hidden.of("s3cret")));
        var setup = TaskSetup.of("shop", NetworkMode.NONE, web().with(environment));

        var variables =
                texts(app(setup, ground(PortPlan.NONE, Map.of()), around).path("Env"));

        assertThat(variables)
                .contains("A=told", "B=s3cret", "C=written", "ECS_AGENT_URI=http://169.254.170.2/api/1")
                .contains("AWS_REGION=eu-west-1", "AWS_DEFAULT_REGION=eu-west-1", "AWS_EXECUTION_ENV=AWS_ECS_EC2");
    }

    @Test
    @Behaviour("3.4")
    void aRegionThatIsWrittenStays() {
        var environment = Environment.of(Map.of("AWS_DEFAULT_REGION", "us-east-2"));

        var variables = texts(app(NetworkMode.NONE, web().with(environment)).path("Env"));

        assertThat(variables).contains("AWS_DEFAULT_REGION=us-east-2").noneMatch(it -> it.startsWith("AWS_REGION="));
    }

    @Test
    @Behaviour("3.6")
    void theLabelsOfTheAgentCountOverThoseOfTheUser() {
        var labels = app(NetworkMode.NONE, web()).path("Labels");

        assertThat(labels.path("com.amazonaws.ecs.task-arn").asText()).endsWith("task/dev/t1");
        assertThat(labels.path("com.amazonaws.ecs.container-name").asText()).isEqualTo("web");
        assertThat(labels.path("com.amazonaws.ecs.task-definition-family").asText())
                .isEqualTo("shop");
        assertThat(labels.path("com.amazonaws.ecs.task-definition-version").asText())
                .isEqualTo("1");
        assertThat(labels.path("com.amazonaws.ecs.cluster").asText()).isEqualTo("dev");
        assertThat(labels.path("dev.stowage.run").asText()).isEqualTo("r");
        assertThat(labels.path("dev.stowage.service").asText()).isEqualTo("shop");
        assertThat(labels.path("dev.stowage.role").asText()).isEqualTo("app");
    }

    @Test
    @Behaviour("3.2")
    void theLimitsOfATaskStandOnItsPauseContainerAndTheOthersAreInItsGroup() {
        var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, web()).with(TaskSize.of(512, 1_024));

        var pause = pause(setup, Surroundings.NONE).path("HostConfig");
        var app = app(setup, ground(PortPlan.NONE, Map.of())).path("HostConfig");

        assertThat(pause.path("Memory").asLong()).isEqualTo(1_024L << 20);
        assertThat(pause.path("MemorySwap").asLong()).isEqualTo(1_024L << 20);
        assertThat(pause.path("CpuPeriod").asLong()).isEqualTo(100_000);
        assertThat(pause.path("CpuQuota").asLong()).isEqualTo(50_000);
        assertThat(app.path("CgroupParent").asText()).isEqualTo("/docker/p1");
        assertThat(app.path("Memory").asLong()).isZero();
    }

    @Test
    @Behaviour("3.2")
    void aTaskWithoutACpuLimitAsksForWhatItsContainersAskFor() {
        var first = web().with(Limits.of(256, Optional.empty(), Optional.empty()));
        var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, first, ContainerSetup.essential("side", "shop:1"))
                .with(new TaskSize(Optional.empty(), Optional.of(1_024), Optional.empty()));

        var pause = pause(setup, Surroundings.NONE).path("HostConfig");

        assertThat(pause.path("CpuShares").asInt()).isEqualTo(258);
        assertThat(pause.path("CpuQuota").asLong()).isZero();
    }

    @Test
    @Behaviour("3.2")
    void whereGroupsDoNotNestEveryContainerGetsTheLimitsOfItsTask() {
        try (var other = FakeDaemon.version("27.3.1", "1.47", "1.24").info("2", "systemd", "Ubuntu 24.04");
                var modern = Docker.connect(other.address())) {
            var setup = TaskSetup.of("shop", NetworkMode.AWSVPC, web()).with(TaskSize.of(512, 1_024));
            var recipe = new Recipe(modern, new RunId("r"), NETWORK, Surroundings.NONE);
            JsonNode app = JSON.valueToTree(recipe.app(
                    new ContainerId(TASK, "web"),
                    booking(setup),
                    setup.containers().get(0),
                    ground(PortPlan.NONE, Map.of())));

            assertThat(app.at("/HostConfig/Memory").asLong()).isEqualTo(1_024L << 20);
            assertThat(app.at("/HostConfig/NanoCpus").asLong()).isEqualTo(500_000_000L);
            assertThat(app.at("/HostConfig/CgroupParent").asText("")).isEmpty();
        }
    }

    @Test
    @Behaviour("3.5")
    void logsForCloudWatchGoToWhoeverTakesThem() {
        var around = new Surroundings() {
            @Override
            public Optional<LogService> logs(ContainerId container, Booking task) {
                return Optional.of(new LogService("http://169.254.170.2", "/v2/credentials/x"));
            }
        };
        var logging = Logging.of(
                "awslogs",
                Map.of("awslogs-group", "/ecs/shop", "awslogs-region", "eu-west-1", "awslogs-stream-prefix", "shop"));
        var setup = TaskSetup.of("shop", NetworkMode.NONE, web().with(logging));
        var config = app(setup, ground(PortPlan.NONE, Map.of()), around).at("/HostConfig/LogConfig");

        assertThat(config.path("Type").asText()).isEqualTo("awslogs");
        assertThat(config.at("/Config/awslogs-stream").asText()).isEqualTo("shop/web/t1");
        assertThat(config.at("/Config/awslogs-endpoint").asText()).isEqualTo("http://169.254.170.2");
        assertThat(config.at("/Config/awslogs-credentials-endpoint").asText()).isEqualTo("/v2/credentials/x");
        assertThat(config.at("/Config/mode").asText()).isEqualTo("non-blocking");
        assertThat(config.at("/Config/max-buffer-size").asText()).isEqualTo("10m");
        assertThat(config.at("/Config/awslogs-stream-prefix").isMissingNode()).isTrue();
    }

    @Test
    @Behaviour("3.5")
    void aDriverThatTheEngineDoesNotHaveIsReplaced() {
        var setup = TaskSetup.of("shop", NetworkMode.NONE, web().with(Logging.of("splunk", Map.of("splunk-url", "x"))));

        var config = app(setup, ground(PortPlan.NONE, Map.of())).at("/HostConfig/LogConfig");

        assertThat(config.path("Type").asText()).isEqualTo("json-file");
    }
}
