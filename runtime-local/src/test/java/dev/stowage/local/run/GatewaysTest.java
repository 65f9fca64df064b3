package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.StandIn;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At which address of this machine containers find what they call by a name. */
@Behaviour("14.7")
class GatewaysTest {

    private final Gateways gateways = new Gateways(count ->
            IntStream.range(0, count).mapToObj(place -> "10.0." + place + ".1").toList());

    private static Balancer balancer(String name, int... ports) {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to("group"));
        var listeners = Arrays.stream(ports)
                .mapToObj(port -> Listener.http(name + ":" + port, port, rules))
                .toList();
        return Balancer.of(name, listeners).called(List.of(name + ".internal"));
    }

    private static Wanted wanted(List<Balancer> balancers, StandIn... standIns) {
        var cluster = new ClusterSetup("shop", "arn", List.of(), List.of());
        var plain = LocalStack.of(new Home("eu-west-1", Home.NO_ACCOUNT), cluster);
        var stack = new LocalStack(
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
                List.of(standIns));
        return new Wanted(stack, balancers, List.of());
    }

    @Test
    void loadBalancersShareAnAddressAsLongAsTheirPortsDiffer() {
        var plan = gateways.take(wanted(List.of(balancer("a", 80, 443), balancer("b", 8080))));

        assertThat(plan.hosts()).containsEntry("a.internal", "10.0.0.1").containsEntry("b.internal", "10.0.0.1");
    }

    @Test
    void twoThatWantOnePortGetAnAddressEachWithAllTheirPorts() {
        var plan = gateways.take(wanted(List.of(balancer("a", 80), balancer("b", 80, 8080), balancer("c", 8080))));

        assertThat(plan.hosts())
                .containsEntry("a.internal", "10.0.0.1")
                .containsEntry("b.internal", "10.0.1.1")
                .containsEntry("c.internal", "10.0.0.1");
        assertThat(plan.reach().gateways()).containsEntry("b", "10.0.1.1");
    }

    @Test
    void whatReplacesAResourceGivesWayToALoadBalancerAtItsPort() {
        var key = new ResourceKey("shop", "Orders");
        var orders = new StandIn.Place("localhost", 5432);
        var users = new StandIn.Place("db.example", 5432);
        var plan = gateways.take(wanted(
                List.of(balancer("a", 5432)),
                StandIn.leadingTo(orders, "orders.internal", key),
                StandIn.leadingTo(users, "users.internal", key)));

        assertThat(plan.hosts())
                .containsEntry("orders.internal", "10.0.1.1")
                .containsEntry("users.internal", "10.0.2.1");
        assertThat(plan.doors()).containsEntry(orders, "10.0.1.1").containsEntry(users, "10.0.2.1");
    }

    @Test
    void whatHasAnAddressKeepsItWhereOthersComeAndGo() {
        var first = gateways.take(wanted(List.of(balancer("a", 80), balancer("b", 80))));
        var second = gateways.take(wanted(List.of(balancer("0", 80), balancer("b", 80))));

        assertThat(first.hosts()).containsEntry("b.internal", "10.0.1.1");
        assertThat(second.hosts()).containsEntry("b.internal", "10.0.1.1").containsEntry("0.internal", "10.0.0.1");
    }
}
