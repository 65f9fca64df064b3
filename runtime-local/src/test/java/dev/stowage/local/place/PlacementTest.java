package dev.stowage.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.place.Strategy.Binpack;
import dev.stowage.local.place.Strategy.Resource;
import dev.stowage.local.place.Strategy.Spread;
import dev.stowage.local.task.Demand;
import dev.stowage.schema.semantics.ClusterQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which instance a task is placed on, and what is said when there is none. */
@Behaviour("8.2")
class PlacementTest {

    private static final String GROUP = "service:web";
    private static final Demand TASK = Demand.of(256, 500);

    private static Fleet fleet(Instance... instances) {
        return Fleet.of(List.of(instances), List.of());
    }

    private static Instance instance(String id, String zone, int memory) {
        return Instance.of(id, zone, 4_096, memory);
    }

    /** The instances of so many tasks that are placed one after the other. */
    private static List<String> placed(Placement placement, Fleet fleet, int tasks) {
        var names = new ArrayList<String>();
        var now = fleet;
        for (var task = 0; task < tasks; task++) {
            var at = placement.place(now, GROUP, TASK, Optional.empty(), task).instance();
            at.ifPresent(it -> names.add(it.id()));
            now = at.isPresent() ? now.with(at.get().id(), GROUP, TASK) : now;
        }
        return names;
    }

    @Test
    void packsTheInstanceWithTheLeastLeftThatStillFits() {
        var placement = new Placement(List.of(), List.of(new Binpack(Resource.MEMORY)));
        var fleet = fleet(instance("A", "a", 1_000), instance("B", "b", 600), instance("C", "c", 3_000));

        assertThat(placed(placement, fleet, 4)).containsExactly("B", "A", "A", "C");
    }

    @Test
    void packsByCpu() {
        var placement = new Placement(List.of(), List.of(new Binpack(Resource.CPU)));
        var fleet = fleet(Instance.of("A", "a", 1_024, 9_000), Instance.of("B", "b", 512, 9_000));

        assertThat(placed(placement, fleet, 3)).containsExactly("B", "B", "A");
    }

    @Test
    void spreadsOverZones() {
        var placement = new Placement(List.of(), List.of(new Spread("attribute:ecs.availability-zone")));
        var fleet = fleet(instance("A1", "a", 9_000), instance("A2", "a", 9_000), instance("B", "b", 9_000))
                .with("A1", GROUP, TASK)
                .with("A2", GROUP, TASK);

        assertThat(placed(placement, fleet, 2)).containsExactly("B", "B");
    }

    @Test
    void spreadsOverZonesAndThenOverInstancesWithoutAnyStrategy() {
        var fleet = fleet(instance("A1", "a", 9_000), instance("A2", "a", 9_000), instance("B", "b", 9_000));

        assertThat(placed(Placement.ANYWHERE, fleet, 4)).containsExactly("A1", "B", "A2", "B");
    }

    @Test
    void countsOnlyTasksOfTheGroup() {
        var fleet = fleet(instance("A", "a", 9_000), instance("B", "b", 9_000)).with("A", "service:other", TASK);

        assertThat(placed(Placement.ANYWHERE, fleet, 1)).containsExactly("A");
    }

    @Test
    void laterStrategiesDecideWhereEarlierOnesAreIndifferent() {
        var placement = new Placement(
                List.of(), List.of(new Spread("attribute:ecs.availability-zone"), new Binpack(Resource.MEMORY)));
        var fleet = fleet(instance("A", "a", 9_000), instance("B1", "b", 8_000), instance("B2", "b", 7_000));

        assertThat(placed(placement, fleet, 3)).containsExactly("B2", "A", "B2");
    }

    @Test
    void chanceIsTheSameForTheSameSeed() {
        var placement = new Placement(List.of(), List.of(new Strategy.Random()));
        var fleet = fleet(instance("A", "a", 90_000), instance("B", "b", 90_000), instance("C", "c", 90_000));

        assertThat(placed(placement, fleet, 30))
                .isEqualTo(placed(placement, fleet, 30))
                .contains("A", "B", "C");
    }

    @Test
    void putsEveryTaskOnAnotherInstance() {
        var placement = new Placement(List.of(new Constraint.DistinctInstance()), List.of());
        var fleet = fleet(instance("A", "a", 9_000), instance("B", "b", 9_000));

        assertThat(placed(placement, fleet, 3)).containsExactly("A", "B");
    }

    @Test
    @Behaviour("8.3")
    void takesOnlyMembers() {
        var query = ClusterQuery.parse("attribute:disk == ssd and task:group != service:db")
                .orElseThrow();
        var placement = new Placement(List.of(new Constraint.MemberOf(query)), List.of());
        var fleet = fleet(
                        instance("A", "a", 9_000),
                        instance("B", "b", 9_000).with("disk", "ssd"),
                        instance("C", "c", 9_000).with("disk", "ssd"))
                .with("B", "service:db", TASK);

        assertThat(placed(placement, fleet, 2)).containsExactly("C", "C");
    }

    @ParameterizedTest
    @Behaviour("8.3")
    @ValueSource(
            strings = {
                "agentConnected == true",
                "agentVersion >= 1.80",
                "attribute:ecs.instance-type =~ t3.* and attribute:ecs.availability-zone in [a, b]",
                "ec2InstanceId equals B",
                "runningTasksCount < 3 && runningTasksCount greater_than 1",
                "task:group == service:db and not(task:group == service:cache)",
                "attribute:disk exists",
                "attribute:gpu !exists or attribute:gpu == none",
                "attribute:ecs.availability-zone not_in [c, d]",
                "attribute:ecs.instance-type !~ m5.*",
                "attribute:cores >= 4",
                "!(attribute:disk != ssd)"
            })
    void asksAnInstanceForWhateverItKnows(String expression) {
        var host = host("B");

        assertThat(ClusterQuery.parse(expression).orElseThrow().matches(host)).isTrue();
    }

    @ParameterizedTest
    @Behaviour("8.3")
    @ValueSource(
            strings = {
                "agentConnected == false",
                "attribute:gpu exists",
                "attribute:disk not_exists",
                "runningTasksCount > 2",
                "task:group == service:shop",
                "attribute:ecs.instance-type =~ t3",
                "attribute:ecs.availability-zone in [c]",
                "ec2InstanceId != B"
            })
    void anInstanceThatIsNotAsAskedForIsLeftOut(String expression) {
        assertThat(ClusterQuery.parse(expression).orElseThrow().matches(host("B")))
                .isFalse();
    }

    /** An instance that knows much of itself and runs two tasks of other services. */
    private static Host host(String id) {
        var instance =
                instance(id, "b", 9_000).with("disk", "ssd").with("cores", "4").with("ecs.instance-type", "t3.large");
        return fleet(instance)
                .with(id, "service:db", TASK)
                .with(id, "service:web", TASK)
                .host(id)
                .orElseThrow();
    }

    @Test
    @Behaviour("8.1")
    void tcpAndUdpPortsAreTakenApart() {
        var dns = TASK.withUdpPort(53);
        var fleet = fleet(instance("A", "a", 9_000)).with("A", GROUP, dns);

        assertThat(Placement.ANYWHERE
                        .place(fleet, GROUP, dns, Optional.empty(), 0)
                        .shortage())
                .hasValue(Shortage.PORTS);
        assertThat(Placement.ANYWHERE
                        .place(fleet, GROUP, TASK.withPort(53), Optional.empty(), 0)
                        .shortage())
                .isEmpty();
    }

    @Test
    @Behaviour("8.1")
    void aTaskHoldsItsShareUntilItIsStopped() {
        var fleet = fleet(Instance.of("A", "a", 512, 600)).with("A", GROUP, TASK);

        assertThat(Placement.ANYWHERE
                        .place(fleet, GROUP, Demand.of(512, 10), Optional.empty(), 0)
                        .shortage())
                .hasValue(Shortage.CPU);
    }

    @Test
    @Behaviour("8.4")
    void reasonsAreThoseOfRunTask() {
        assertThat(Shortage.values())
                .extracting(Shortage::failure)
                .containsExactly(
                        "RESOURCE:CPU",
                        "RESOURCE:MEMORY",
                        "RESOURCE:PORTS",
                        "MemberOf placement constraint unsatisfied.",
                        "DistinctInstance placement constraint unsatisfied.",
                        "No Container Instances were found in your cluster.");
    }

    @Test
    @Behaviour("9.7")
    void placesNothingOnAnInstanceThatDrains() {
        var fleet = fleet(instance("A", "a", 9_000).drained(), instance("B", "b", 9_000));

        assertThat(placed(Placement.ANYWHERE, fleet, 2)).containsExactly("B", "B");
    }

    @Test
    @Behaviour("11")
    void staysWithinTheCapacityProvider() {
        var fleet = fleet(instance("A", "a", 9_000), instance("B", "b", 9_000).ofProvider("spot"));
        var outcome = Placement.ANYWHERE.place(fleet, GROUP, TASK, Optional.of("spot"), 0);

        assertThat(outcome.instance().orElseThrow().id()).isEqualTo("B");
    }

    @Test
    @Behaviour({"8.4", "9.9"})
    void namesTheInstanceThatComesClosest() {
        var fleet = fleet(Instance.of("A", "a", 128, 9_000), Instance.of("B", "b", 4_096, 100));
        var outcome = Placement.ANYWHERE.place(fleet, GROUP, TASK, Optional.empty(), 0);

        assertThat(outcome.shortage()).hasValue(Shortage.MEMORY);
        assertThat(outcome.closest()).hasValue("B");
    }

    @Test
    @Behaviour({"8.1", "8.4"})
    void aPortIsTakenOnce() {
        var port = TASK.withPort(8080);
        var fleet = fleet(instance("A", "a", 9_000)).with("A", GROUP, port);

        assertThat(Placement.ANYWHERE
                        .place(fleet, GROUP, port, Optional.empty(), 0)
                        .shortage())
                .hasValue(Shortage.PORTS);
        assertThat(Placement.ANYWHERE
                        .place(fleet, GROUP, TASK.withPort(22), Optional.empty(), 0)
                        .shortage())
                .hasValue(Shortage.PORTS);
    }

    @Test
    @Behaviour("8.4")
    void namesTheConstraintThatIsNotMet() {
        var placement = new Placement(List.of(new Constraint.DistinctInstance()), List.of());
        var fleet = fleet(instance("A", "a", 9_000)).with("A", GROUP, TASK);
        var outcome = placement.place(fleet, GROUP, TASK, Optional.empty(), 0);

        assertThat(outcome.shortage()).hasValue(Shortage.DISTINCT_INSTANCE);
        assertThat(Shortage.DISTINCT_INSTANCE.failure())
                .isEqualTo("DistinctInstance placement constraint unsatisfied.");
    }

    @Test
    @Behaviour("8.4")
    void saysWhenThereIsNoInstance() {
        assertThat(Placement.ANYWHERE
                        .place(fleet(), GROUP, TASK, Optional.empty(), 0)
                        .shortage())
                .hasValue(Shortage.EMPTY);
    }
}
