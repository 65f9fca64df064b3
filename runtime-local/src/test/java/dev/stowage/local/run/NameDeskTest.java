package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Target;
import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.engine.TaskAddress;
import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.ConnectSetup;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is found by a name. */
@Behaviour("13")
class NameDeskTest {

    private final List<String> told = new ArrayList<>();

    private static ServiceSetup cart() {
        var port = new PortMapping(8080, 8080, Optional.empty(), PortMapping.Protocol.TCP, "http", "http");
        var setup = TaskSetup.of(
                "cart",
                NetworkMode.AWSVPC,
                ContainerSetup.essential("web", "shop/web:7").with(port));
        var offer = new ConnectSetup.Offer(
                "http", "cart", List.of(new ConnectSetup.Alias("cart", 80)), Optional.empty(), Optional.empty());
        return new ServiceSetup(
                new ResourceKey("shop", "Cart"),
                "arn",
                "shop",
                ServiceSpec.replica("cart", setup.definition(), 2),
                setup,
                List.of(),
                List.of(),
                List.of(),
                Optional.of(new ConnectSetup("mesh", List.of(offer))),
                false,
                Map.of());
    }

    private void tell(String group, List<Target> members) {
        told.add(group + " " + members.stream().map(Target::port).toList());
    }

    @Test
    void thoseThatRunAreInAndWhoeverEndsIsOut() {
        var clock = SimulatedClock.at(Instant.parse("2026-11-20T12:00:00Z"));
        var engine = FakeEngine.on(clock, Faults.none());
        var loop = ControlLoop.around(engine, clock, TimeScale.REAL, Names.seeded(1), (step, tasks) -> {});
        var cart = cart();
        var stack = LocalStack.of(
                new Home("eu-west-1", Home.NO_ACCOUNT), new ClusterSetup("shop", "arn", List.of(), List.of()), cart);
        var desk = new NameDesk(
                engine,
                this::tell,
                () -> Optional.of(stack),
                () -> loop.cluster().tasks(),
                task -> Optional.of(new TaskAddress("10.0.0.1", List.of())));
        loop.put(cart.spec());
        assertThat(desk.changes()).isEmpty();
        loop.runFor(Duration.ofMinutes(1));
        assertThat(desk.everything()).isNotEmpty();
        loop.put(cart.spec().desired(1));
        loop.runFor(Duration.ofMinutes(1));
        assertThat(desk.everything()).isNotEmpty();
        assertThat(desk.changes()).isEmpty();

        assertThat(told)
                .containsExactly("connect:mesh/cart []", "connect:mesh/cart [8080, 8080]", "connect:mesh/cart [8080]");
    }
}
