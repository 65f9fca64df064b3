package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.dns.Zone;
import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Booking;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.TaskId;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The endpoints of a run, from one process that leads it to the next. */
class EndpointsTest {

    private static final String BLOCK = "10.200.16.0/20";
    private static final ContainerId WEB = new ContainerId(new TaskId("0f3a"), "web");

    @TempDir
    private Path home;

    @Test
    @Behaviour("5.10")
    void aProcessThatTakesARunOverAnswersAtTheSamePortsToTheSameIds() {
        var before = "";
        try (var first = open()) {
            first.tell(BLOCK);
            before = first.url() + first.ids().of(WEB);
        }

        try (var second = open()) {
            assertThat(second.url() + second.ids().of(WEB)).isEqualTo(before);
        }
    }

    @Test
    @Behaviour("5.10")
    void aPortThatSomebodyElseHasNowIsLeftToThem() throws Exception {
        var before = "";
        try (var first = open()) {
            first.tell(BLOCK);
            before = first.url();
        }

        var port = Integer.parseInt(before.substring(before.lastIndexOf(':') + 1));
        try (var somebody = new ServerSocket(port);
                var second = open()) {
            assertThat(somebody.isBound()).isTrue();
            assertThat(second.url()).isNotEqualTo(before);
        }
    }

    @Test
    @Behaviour({"3.4", "3.5"})
    void whereNobodyCanHaveTheAddressNothingLeadsThere() {
        try (var endpoints = open()) {
            var around = new EcsAround(endpoints, () -> Map.of("db.example", "10.200.16.1"));
            var setup = Village.wanted().stack().services().get(0).setup();
            var task = new Booking(setup, "arn:aws:ecs:eu-west-1:0:task/shop/0f3a", "shop", Optional.empty(), "me");

            assertThat(around.environment(WEB, task)).isEmpty();
            assertThat(around.nameServers()).isEmpty();
            assertThat(around.logs(WEB, task)).isEmpty();
            assertThat(around.hosts(task)).containsOnlyKeys("db.example");
        }
        assertThat(Endpoints.UNREACHED.rule().toString()).isEqualTo("LOCAL-ADDR");
    }

    @Test
    void theLogGroupsOfAStackAreThereFromTheBeginning() {
        try (var endpoints = open()) {
            endpoints.take(Village.wanted().stack());

            assertThat(endpoints.logs().groups()).containsExactly(Village.GROUP);
        }
    }

    private Endpoints open() {
        var tenants = new Tenants(new Book());
        return Endpoints.open(
                RunFolder.of(home, new RunId("shop")), tenants, Credentials.NONE, () -> Zone.of(List.of(), List.of()));
    }
}
