package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.StandIn;
import dev.stowage.local.traffic.Reach;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be where containers look for it is told, with the port at fault. */
class HostDoorsTest {

    private static final String GATEWAY = "127.0.0.2";
    private static final StandIn FRONT = StandIn.balancer("front.internal", new ResourceKey("shop", "Front"));

    private static final Reach AT_GATEWAY = new Reach(Map.of("one", GATEWAY, "two", GATEWAY), Set.of());

    private final Traffic traffic = Traffic.open(TrafficSettings.STANDARD, () -> {});
    private final HostDoors doors = new HostDoors(traffic);

    @AfterEach
    void closesEverything() {
        traffic.close();
    }

    @Test
    void whatHasNoPlaceOfItsOwnIsToldAndTheFirstKeepsThePort() throws IOException {
        var port = free();
        var served = traffic.serve(List.of(balancer("one", port), balancer("two", port)), List.of(), AT_GATEWAY);

        assertThat(doors.take(stack(FRONT), Map.of(), served))
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .startsWith("containers do not reach listener `two:" + port + "`")
                .contains("something else of this run listens there");
    }

    @Test
    void somethingAtThePortOfAListenerIsTold() throws IOException {
        var port = free();
        var served = traffic.serve(List.of(balancer("one", port)), List.of(), AT_GATEWAY);
        var place = new StandIn.Place("localhost", port);
        var orders = StandIn.leadingTo(place, "orders.internal", new ResourceKey("shop", "Orders"));

        assertThat(doors.take(stack(FRONT, orders), Map.of(place, GATEWAY), served))
                .extracting(Diagnostic::message)
                .containsExactly("nothing can lead from " + GATEWAY + ":" + port
                        + ", where containers look for `Orders`, to localhost:" + port
                        + ": something else of this run has that port");
    }

    @Test
    void whatIsNoLongerReplacedGivesItsPortBack() throws IOException {
        var port = free();
        var served = traffic.serve(List.of(), List.of(), AT_GATEWAY);
        var place = new StandIn.Place("localhost", port);
        var orders = StandIn.leadingTo(place, "orders.internal", new ResourceKey("shop", "Orders"));

        assertThat(doors.take(stack(orders), Map.of(place, GATEWAY), served)).isEmpty();
        assertThat(traffic.forward(GATEWAY, port, List::of)).isEmpty();
        assertThat(doors.take(stack(), Map.of(), served)).isEmpty();
        assertThat(traffic.forward(GATEWAY, port, List::of)).isPresent();
    }

    private static Balancer balancer(String name, int port) {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to("group"));
        return Balancer.of(name, List.of(Listener.http(name + ":" + port, port, rules)));
    }

    private static LocalStack stack(StandIn... standIns) {
        var cluster = new ClusterSetup("shop", "arn", List.of(), List.of());
        var plain = LocalStack.of(new Home("eu-west-1", Home.NO_ACCOUNT), cluster);
        return new LocalStack(
                plain.name(),
                plain.home(),
                plain.clusters(),
                plain.tasks(),
                plain.services(),
                plain.jobs(),
                plain.namespaces(),
                plain.subnets(),
                plain.logGroups(),
                plain.builds(),
                Arrays.asList(standIns));
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName(GATEWAY))) {
            return socket.getLocalPort();
        }
    }
}
