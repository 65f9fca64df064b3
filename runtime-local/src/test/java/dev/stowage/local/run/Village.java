package dev.stowage.local.run;

import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.DiscoveryService;
import dev.stowage.local.stack.DiscoveryService.DnsRecord;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.Logging;
import dev.stowage.local.stack.Namespace;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.Registration;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.Roles;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two services: {@code orders}, which has a name, and {@code client}, which asks for everything and prints the answers. */
final class Village {

    static final String GROUP = "/ecs/shop";

    private static final Home HOME = new Home("eu-west-1", Home.NO_ACCOUNT);
    private static final ResourceKey NAME = new ResourceKey("shop", "OrdersName");
    private static final String ROLE = "arn:aws:iam::000000000000:role/shop";

    private static final String IDLE = "trap 'exit 143' TERM; sleep 1000 & wait";
    private static final String QUESTIONS = """
            trap 'exit 143' TERM
            echo "keys $(wget -qO- http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI 2>&1)"
            echo "agent $ECS_AGENT_URI"
            until nslookup orders.shop.local 2>&1 | busybox grep '^Address: '; do sleep 1; done
            while true; do
              echo "stats $(wget -qO- $ECS_CONTAINER_METADATA_URI_V4/stats)"
              echo "task $(wget -qO- $ECS_CONTAINER_METADATA_URI_V4/task)"
              sleep 1 & wait
            done
            """;

    private Village() {}

    /** Where {@code orders} has an address. */
    static Wanted wanted() {
        return of(NetworkMode.AWSVPC, new Registration(NAME, Optional.empty(), Optional.empty()), "A");
    }

    /** Where {@code orders} has a port of the machine. */
    static Wanted bridged() {
        return of(NetworkMode.BRIDGE, new Registration(NAME, Optional.of("web"), Optional.of(80)), "SRV");
    }

    private static Wanted of(NetworkMode mode, Registration registered, String record) {
        var services = List.of(
                service("orders", IDLE, mode, List.of(registered)),
                service("client", QUESTIONS, NetworkMode.AWSVPC, List.of()));
        var name = new DiscoveryService(NAME, "orders", List.of(new DnsRecord(record, 10)), false);
        var space = new Namespace(
                new ResourceKey("shop", "Space"), "ns-1", "shop.local", Namespace.Kind.PRIVATE_DNS, List.of(name));
        return Wanted.of(new LocalStack(
                "shop",
                HOME,
                List.of(new ClusterSetup("shop", "arn", List.of(), List.of())),
                services.stream().map(ServiceSetup::setup).toList(),
                services,
                List.of(),
                List.of(space),
                List.of(),
                List.of(GROUP),
                List.of(),
                List.of()));
    }

    private static ServiceSetup service(
            String name, String script, NetworkMode mode, List<Registration> registrations) {
        var web = ContainerSetup.essential("web", TestImages.BUSYBOX)
                .with(Command.OF_IMAGE.with(List.of("sh", "-c", script)))
                .with(Logging.of(
                        "awslogs",
                        Map.of(
                                "awslogs-group",
                                GROUP,
                                "awslogs-region",
                                HOME.region(),
                                "awslogs-stream-prefix",
                                "shop")));
        web = web.with(web.life().withStopTimeout(Duration.ofSeconds(2)));
        var setup = acting(TaskSetup.of(name, mode, web));
        return new ServiceSetup(
                new ResourceKey("shop", name),
                "arn",
                ServiceSpec.replica(name, setup.definition(), 1).in("shop"),
                setup,
                List.of(),
                List.of(),
                registrations,
                Optional.empty(),
                false,
                Map.of());
    }

    private static TaskSetup acting(TaskSetup plain) {
        return new TaskSetup(
                plain.definition(),
                plain.arn(),
                plain.fargate(),
                plain.network(),
                plain.size(),
                plain.processes(),
                plain.memory(),
                new Roles(Optional.of(ROLE), Optional.empty()),
                plain.platform(),
                plain.containers(),
                plain.volumes(),
                plain.tags());
    }
}
