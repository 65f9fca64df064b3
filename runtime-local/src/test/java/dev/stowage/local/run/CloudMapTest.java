package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.dns.NameServer;
import dev.stowage.local.dns.Resolvers;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskPlan;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.junit.jupiter.api.Test;

/** Which tasks the names of a run lead to. */
class CloudMapTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TaskId TASK = new TaskId("0f3a");
    private static final String GATEWAY = "10.200.0.1";

    @Test
    @Behaviour("13")
    void aNameLeadsToATaskThatRunsAndIsWanted() throws Exception {
        var wanted = Village.wanted().stack();
        var starting = Task.accepted(TASK, wanted.services().get(0).setup().definition(), orders(), NOON);
        var running = running(wanted);

        assertThat(asked(wanted, "A", starting)).isEmpty();
        assertThat(asked(wanted, "A", running)).contains("10.200.0.9");
        assertThat(asked(wanted, "A", running.stopping(Stop.byUser("enough"), NOON)))
                .isEmpty();
    }

    @Test
    @Behaviour("13")
    void aPortIsThatOfTheMachineWhereTheTaskHasNoAddressOfItsOwn() throws Exception {
        var wanted = Village.bridged().stack();

        assertThat(asked(wanted, "SRV", running(wanted))).contains("1 1 32768 0f3a.orders.shop.local.");
    }

    private static Assignment orders() {
        return new Assignment(Group.ofService("shop", "orders"), "ecs-svc/1", Site.onFargate("eu-west-1a"), false);
    }

    private static Task running(LocalStack stack) {
        var setup = stack.services().get(0).setup();
        var task = Task.accepted(TASK, setup.definition(), orders(), NOON);
        for (var container : task.definition().containers()) {
            var id = new ContainerId(TASK, container.name());
            task = TaskPlan.plan(task, NOON).task();
            task = task.saw(ContainerSeen.running(id, 1, Health.UNKNOWN, NOON), NOON);
            task = task.saw(ContainerSeen.at(id, 1, container.steady(), NOON), NOON);
        }
        return TaskPlan.plan(task, NOON).task();
    }

    private static Optional<String> asked(LocalStack stack, String type, Task task) throws Exception {
        var isOwn = stack.services().get(0).setup().network() == NetworkMode.AWSVPC;
        var address = isOwn
                ? new TaskAddress("10.200.0.9", List.of())
                : new TaskAddress("127.0.0.1", List.of(new TaskAddress.Binding("web", 80, "tcp", 32_768)));
        var zone = new CloudMap(id -> Optional.of(address), GATEWAY).zone(stack, List.of(task));
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (var server = NameServer.at(loopback, () -> zone, Resolvers.at(List.of(), Duration.ZERO), new Random(1))) {
            return ask(server.address().getPort(), type);
        }
    }

    private static Optional<String> ask(int port, String type) throws NamingException {
        var settings = new Hashtable<String, String>();
        settings.put("java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory");
        settings.put("java.naming.provider.url", "dns://127.0.0.1:" + port);
        var found = Optional.ofNullable(new InitialDirContext(settings)
                .getAttributes("orders.shop.local", new String[] {type})
                .get(type));
        return found.isPresent() ? Optional.of(found.get().get(0).toString()) : Optional.empty();
    }
}
