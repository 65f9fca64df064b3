package dev.stowage.local.loop;

import static dev.stowage.local.loop.Scenario.checked;
import static dev.stowage.local.loop.Scenario.revision;
import static dev.stowage.local.service.ServiceSpec.replica;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.place.Constraint;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.task.Assignment;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Demand;
import dev.stowage.local.task.Site;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service evening its tasks out over the zones. */
@Behaviour("9.8")
class ZoneBalanceTest {

    private static final Launch.OnInstances ANYWHERE = new Launch.OnInstances(Placement.ANYWHERE);
    private static final Instance A = instance("A", "a");
    private static final Instance B = instance("B", "b");

    private static Instance instance(String id, String zone) {
        return Instance.of(id, zone, 2_048, 4_096);
    }

    private static Stream<String> zones(Scenario shop) {
        return shop.live().stream().map(ZoneBalanceTest::zone).sorted();
    }

    private static String zone(Task task) {
        return task.assignment().site().zone();
    }

    /** A service whose tasks are all in zone a, while zone b is empty. */
    private static Scenario leaning(ServiceSpec spec) {
        var shop = Scenario.of(spec, A, B.drained()).becomesSteady();
        shop.has(B).moves();
        return shop;
    }

    @Test
    void startsInTheEmptyZoneAndThenStopsInTheFullOne() {
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE)).after(ofSeconds(8));
        assertThat(zones(shop)).containsExactly("a", "a", "b");

        shop.becomesSteady();
        assertThat(zones(shop)).containsExactly("a", "b");
        assertThat(shop.after(ofMinutes(30)).moves()).containsExactly("+1", "-1");
    }

    @Test
    void waitsForTheNewTaskAlthoughTheMinimumWouldDoWithLess() {
        var bounds = DeploymentSettings.REPLICA.between(50, 200);
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE).with(bounds))
                .after(ofSeconds(8));
        assertThat(zones(shop)).containsExactly("a", "a", "b");

        assertThat(zones(shop.becomesSteady())).containsExactly("a", "b");
    }

    @Test
    void saysSoInTheWordsOfEcs() {
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE)).after(ofMinutes(2));
        var first = shop.tasks().get(0).id();
        var last = shop.tasks().get(2).id();
        var stopped = shop.tasks().stream()
                .filter(task -> !task.isLive())
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(List.of(first, shop.tasks().get(1).id())).contains(stopped);
        assertThat(shop.events().limit(5))
                .containsExactly(
                        "(service shop) is AZ balanced with 1 tasks in a, and 1 tasks in b.",
                        "(service shop) has reached a steady state.",
                        "shop has stopped 1 running tasks in a due to AZ rebalancing: " + stopped + ".",
                        "shop has started 1 tasks in b to AZ Rebalance: " + last + ".",
                        "(service shop) is not AZ balanced with 2 tasks in a, and 0 in b. AZ Rebalancing in progress.");
    }

    @Test
    void goesOnUntilNoZoneHasTwoMoreThanAnother() {
        var spec = replica("shop", checked(1), 7).on(ANYWHERE);
        var shop = leaning(spec).has(instance("C", "c")).after(ofMinutes(10));

        assertThat(zones(shop)).containsExactly("a", "a", "a", "b", "b", "c", "c");
        assertThat(shop.events().findFirst())
                .hasValue("(service shop) is AZ balanced with 3 tasks in a, 2 tasks in b, and 2 tasks in c.");
        assertThat(shop.moves()).startsWith("+1", "-1", "+1", "-1").hasSize(8);
    }

    @Test
    void oneTaskMoreIsNoImbalance() {
        var shop = leaning(replica("shop", checked(1), 1).on(ANYWHERE)).after(ofMinutes(10));

        assertThat(shop.moves()).isEmpty();
    }

    @Test
    void leavesTasksWhereTheyAreWhenTheServiceSaysSo() {
        var spec = replica("shop", checked(1), 2).on(ANYWHERE);
        var shop = leaning(spec.withoutRebalancing()).after(ofMinutes(10));
        assertThat(shop.moves()).isEmpty();

        shop.wants(spec).after(ofMinutes(2));
        assertThat(zones(shop)).containsExactly("a", "b");
    }

    @Test
    void needsRoomForOneTaskMore() {
        var bounds = DeploymentSettings.REPLICA.between(50, 100);
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE).with(bounds))
                .after(ofMinutes(10));

        assertThat(shop.moves()).isEmpty();
    }

    @Test
    void roundsTheMaximumDownFirst() {
        var bounds = DeploymentSettings.REPLICA.between(50, 149);
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE).with(bounds))
                .after(ofMinutes(10));

        assertThat(shop.moves()).isEmpty();
    }

    @Test
    void needsTheSpreadOverZonesToComeFirst() {
        var pack = new Strategy.Binpack(Strategy.Resource.CPU);
        var spread = new Strategy.Spread("attribute:ecs.availability-zone");
        var spec = replica("shop", checked(1), 2);
        var packed = leaning(spec.on(new Launch.OnInstances(new Placement(List.of(), List.of(pack, spread)))));
        var spreadFirst = leaning(spec.on(new Launch.OnInstances(new Placement(List.of(), List.of(spread, pack)))));

        assertThat(packed.after(ofMinutes(10)).moves()).isEmpty();
        assertThat(spreadFirst.after(ofMinutes(10)).moves()).containsExactly("+1", "-1");
    }

    @Test
    void waitsForTheProtectionOfTasksInTheFullZone() {
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE));
        shop.protects(0, ofMinutes(20)).protects(1, ofMinutes(10)).after(ofMinutes(9));
        assertThat(shop.moves()).isEmpty();

        shop.after(ofMinutes(3));
        assertThat(zones(shop)).containsExactly("a", "b");
    }

    @Test
    void aZoneWithoutRoomIsLeftAlone() {
        var large = checked(1).asking(Demand.of(1_024, 64));
        var shop = Scenario.of(replica("shop", large, 2).on(ANYWHERE), A).becomesSteady();
        shop.has(Instance.of("B", "b", 512, 4_096)).moves();

        assertThat(shop.after(ofMinutes(10)).moves()).isEmpty();
        assertThat(shop.events()).noneMatch(text -> text.contains("unable to place"));
    }

    @Test
    void aZoneThatTheConstraintsForbidIsNone() {
        var query = dev.stowage.schema.semantics.ClusterQuery.parse("attribute:ecs.availability-zone == a")
                .orElseThrow();
        var only = new Placement(List.of(new Constraint.MemberOf(query)), List.of());
        var shop = leaning(replica("shop", checked(1), 2).on(new Launch.OnInstances(only)));

        assertThat(shop.after(ofMinutes(10)).moves()).isEmpty();
    }

    @Test
    void onFargateTheZonesOfTheSubnetsAreEvenedOut() {
        var spec = replica("shop", checked(1), 4).on(new Launch.OnFargate(List.of("a", "b")));
        var shop = Scenario.of(spec).becomesSteady();
        for (var place = 0; place < 4; place++) {
            if (zone(shop.live().get(place)).equals("a")) {
                shop.protects(place, ofMinutes(10));
            }
        }
        shop.wants(spec.desired(2)).becomesSteady();
        assertThat(zones(shop)).containsExactly("a", "a");

        assertThat(zones(shop.after(ofMinutes(15)))).containsExactly("a", "b");
    }

    @Test
    @Behaviour("5.10")
    void tasksThatAreTakenOverWithoutAWordOfTheirZonesNeedNotMove() {
        var spec = replica("shop", checked(1), 4).on(new Launch.OnFargate(List.of("a", "b")));
        var shop = Scenario.of(spec.desired(0));
        shop.loop().adopt(spec, "ecs-svc/9");
        for (var place = 0; place < 4; place++) {
            var assignment = new Assignment(spec.group(), "ecs-svc/9", Site.onFargate("a"), false);
            shop.loop().adopt(Task.accepted(new TaskId("t" + place), checked(1), assignment, Instant.EPOCH));
        }
        assertThat(zones(shop)).containsExactly("a", "a", "b", "b");

        assertThat(shop.after(ofMinutes(10)).moves()).isEmpty();
    }

    @Test
    void doesNothingWhileADeploymentIsNotDone() {
        var spec = replica("shop", revision(1), 2).on(ANYWHERE);
        var shop = Scenario.of(spec, A, B.drained()).after(ofSeconds(30)).has(B);
        shop.moves();

        assertThat(shop.after(ofSeconds(9)).moves()).isEmpty();
        assertThat(shop.after(ofMinutes(5)).moves()).containsExactly("+1", "-1");
    }

    @Test
    void aScaleInEndsIt() {
        var spec = replica("shop", revision(1), 4).on(ANYWHERE);
        var shop = leaning(spec).after(ofSeconds(20));
        assertThat(shop.live()).hasSize(5);

        shop.wants(spec.desired(1)).becomesSteady();
        assertThat(shop.live())
                .singleElement()
                .extracting(ZoneBalanceTest::zone)
                .isEqualTo("a");
    }

    @Test
    void aTaskThatDoesNotStartThereIsTriedLessAndLessOften() {
        var shop = leaning(replica("shop", checked(1), 2).on(ANYWHERE));
        shop.where("web:1", Workload.SOUND.refused(ContainerError.cannotPull("gone")))
                .after(ofMinutes(60));

        assertThat(zones(shop)).startsWith("a", "a");
        assertThat(shop.moves().size()).isBetween(5, 20);
    }
}
