package dev.stowage.local.loop;

import static dev.stowage.local.loop.Scenario.checked;
import static dev.stowage.local.loop.Scenario.revision;
import static dev.stowage.local.service.ServiceSpec.replica;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.service.Run;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Demand;
import dev.stowage.local.task.Group;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.StopCode;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.Task;
import dev.stowage.schema.semantics.CapacityShare;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A service keeping its tasks: replaced when they die, stopped when they are too many, put where they belong. */
class ServiceScenarioTest {

    private static final Launch.OnInstances ANYWHERE = new Launch.OnInstances(Placement.ANYWHERE);

    private static Instance instance(String id, String zone) {
        return Instance.of(id, zone, 2_048, 4_096);
    }

    @Test
    @Behaviour("9.2")
    void aTaskWithoutAnyCheckIsHealthyAfterFortySeconds() {
        var shop = Scenario.of(replica("shop", revision(1), 1)).after(ofSeconds(40));
        assertThat(shop.service().steady()).isFalse();

        assertThat(shop.after(ofSeconds(2)).service().steady()).isTrue();
    }

    @Test
    @Behaviour("9.2")
    void aTaskWithACheckIsHealthyWhenItSaysSo() {
        var shop = Scenario.of(replica("shop", checked(1), 1)).after(ofSeconds(12));

        assertThat(shop.service().steady()).isTrue();
    }

    @Test
    @Behaviour({"9.2", "9.9"})
    void aRoutedTaskIsHealthyWhenItsTargetIs() {
        var shop = Scenario.of(replica("shop", revision(1), 2).behind(List.of("tg")))
                .becomesSteady();

        assertThat(shop.events()).contains("(service shop) registered 2 targets in (target-group tg)");
    }

    @Test
    @Behaviour({"9.4", "5.2"})
    void aTaskThatDiedIsReplacedAtOnce() {
        var shop = Scenario.of(replica("shop", revision(1), 2)).becomesSteady();
        shop.kills(0).after(ofSeconds(2)).runs(1, 2);

        var dead = shop.tasks().stream().filter(Task::isStopped).findFirst().orElseThrow();
        assertThat(dead.stop().orElseThrow().code()).isEqualTo(StopCode.ESSENTIAL_CONTAINER_EXITED);
        assertThat(shop.events().findFirst().orElseThrow()).startsWith("(service shop) has started 1 tasks: (task ");
    }

    @Test
    @Behaviour("9.2")
    void aTaskWithACheckBehindATargetGroupNeedsBothToBeHealthy() {
        var shop = Scenario.of(replica("shop", checked(1), 1).behind(List.of("tg")))
                .where("web:1", Workload.SOUND.healthyAfter(ofSeconds(60)))
                .after(ofMillis(61_500));
        assertThat(shop.live()).singleElement().satisfies(task -> {
            assertThat(task.health()).isEqualTo(Health.HEALTHY);
            assertThat(task.target()).isEqualTo(TargetHealth.INITIAL);
        });
        assertThat(shop.service().steady()).isFalse();

        assertThat(shop.after(ofSeconds(2)).service().steady()).isTrue();
    }

    @Test
    @Behaviour("9.2")
    void theGracePeriodHoldsForTheChecksOfContainersToo() {
        var shop = Scenario.of(replica("shop", checked(1), 1).graceful(ofSeconds(120)))
                .where("web:1", Workload.SOUND.unhealthyAfter(ofSeconds(10)));
        assertThat(shop.after(ofSeconds(118)).tasks()).hasSize(1);

        assertThat(shop.after(ofSeconds(10)).tasks()).hasSize(2);
    }

    @Test
    @Behaviour({"9.2", "9.5"})
    void aTaskThatIsUnhealthyInItsGracePeriodIsTheFirstToBeScaledIn() {
        var spec = replica("shop", checked(1), 2).graceful(ofMinutes(30));
        var shop = Scenario.of(spec).becomesSteady();
        var sick = shop.live().get(1);
        shop.finds(1, Health.UNHEALTHY)
                .after(ofSeconds(1))
                .wants(spec.desired(1))
                .after(ofSeconds(5));

        assertThat(shop.live()).doesNotContain(sick).hasSize(1);
    }

    @Test
    @Behaviour("9.5")
    void tasksThatDoNotRunYetAreScaledInFirst() {
        var spec = replica("shop", checked(1), 2);
        var shop = Scenario.of(spec).becomesSteady();
        var old = shop.live();
        shop.wants(spec.desired(4)).after(ofSeconds(5)).wants(spec.desired(2)).after(ofSeconds(5));

        assertThat(shop.live())
                .extracting(Task::id)
                .containsExactlyElementsOf(old.stream().map(Task::id).toList());
    }

    @Test
    @Behaviour("9.4")
    void aForcedDeploymentIsTriedAtOnce() {
        var broken = Workload.SOUND.refused(ContainerError.cannotPull("no such tag"));
        var shop = Scenario.of(replica("shop", revision(1), 1))
                .where("web:1", broken)
                .after(ofMinutes(60));
        var before = shop.tasks().size();

        assertThat(shop.redeployed().after(ofSeconds(2)).tasks()).hasSizeGreaterThan(before);
    }

    @Test
    @Behaviour("9.4")
    void tasksThatRunAndEndAreReplacedWithoutAWait() {
        var shop = Scenario.of(replica("shop", revision(1), 1))
                .where("web:1", Workload.SOUND.endingAfter(ofSeconds(5), 1))
                .after(ofMinutes(10));

        assertThat(shop.tasks()).hasSizeGreaterThan(90);
        assertThat(shop.events()).noneMatch(text -> text.contains("consistently"));
    }

    @Test
    @Behaviour("9.3")
    void anUnhealthyTaskGoesOnlyAfterItsReplacementIsHealthy() {
        var shop = Scenario.of(replica("shop", checked(1), 2)).becomesSteady();
        shop.finds(0, Health.UNHEALTHY).after(ofSeconds(5)).runs(1, 3);
        shop.becomesSteady().runs(1, 2);

        assertThat(shop.tasks().stream().filter(task -> !task.isLive()).toList())
                .singleElement()
                .satisfies(task -> assertThat(task.stop().orElseThrow().reason())
                        .isEqualTo("Task failed container health checks"));
    }

    @Test
    @Behaviour("9.3")
    void withoutRoomForAReplacementTheUnhealthyTaskGoesFirst() {
        var spec = replica("shop", checked(1), 2).with(DeploymentSettings.REPLICA.between(50, 100));
        var shop = Scenario.of(spec).becomesSteady();
        shop.moves();
        shop.finds(0, Health.UNHEALTHY).after(ofSeconds(5)).becomesSteady();

        assertThat(shop.moves()).containsExactly("-1", "+1");
    }

    @Test
    @Behaviour({"9.2", "9.9"})
    void anUnhealthyTargetIsGivenTheGracePeriod() {
        var spec = replica("shop", revision(1), 1).behind(List.of("tg")).graceful(ofSeconds(120));
        var shop = Scenario.of(spec).where("web:1", Workload.SOUND.unhealthyAfter(ofSeconds(10)));
        shop.after(ofSeconds(115)).runs(1, 1);
        assertThat(shop.tasks()).hasSize(1);

        shop.after(ofSeconds(20));
        assertThat(shop.tasks()).hasSize(2);
        assertThat(shop.after(ofMinutes(5)).events())
                .anyMatch(
                        "service shop is unhealthy in (target-group tg) due to (reason Health checks failed)."::equals);
    }

    @Test
    @Behaviour("9.4")
    void startsThatFailAreTriedLessAndLessOften() {
        var broken = Workload.SOUND.refused(ContainerError.cannotPull("no such tag"));
        var shop = Scenario.of(replica("shop", revision(1), 1))
                .where("web:1", broken)
                .after(ofMinutes(60));

        assertThat(shop.tasks().size()).isBetween(10, 16);
        assertThat(shop.events()).contains("(service shop) is unable to consistently start tasks successfully.");
    }

    @Test
    @Behaviour("9.4")
    void aNewDeploymentIsTriedAtOnce() {
        var broken = Workload.SOUND.refused(ContainerError.cannotPull("no such tag"));
        var spec = replica("shop", revision(1), 1);
        var shop = Scenario.of(spec).where("web:1", broken).after(ofMinutes(60));

        shop.wants(spec.with(revision(2))).after(ofSeconds(2)).runs(2, 1);
    }

    @Test
    @Behaviour("9.5")
    void aProtectedTaskIsNotScaledIn() {
        var spec = replica("shop", revision(1), 2);
        var shop = Scenario.of(spec).becomesSteady().protects(0, ofMinutes(30)).protects(1, ofMinutes(60));
        shop.wants(spec.desired(1)).after(ofMinutes(10)).runs(1, 2);
        assertThat(shop.events().findFirst().orElseThrow()).contains("number of protected tasks are more");

        shop.after(ofMinutes(21)).runs(1, 1);
    }

    @Test
    @Behaviour({"9.5", "8.2"})
    void aScaleInTakesFromTheZoneWithTheMost() {
        var spec = replica("shop", revision(1), 5).on(new Launch.OnFargate(List.of("a", "b")));
        var shop = Scenario.of(spec).becomesSteady();
        shop.wants(spec.desired(2)).becomesSteady();

        assertThat(shop.live())
                .extracting(task -> task.assignment().site().zone())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    @Behaviour({"9.5", "8.2"})
    void aScaleInOnInstancesTakesFromTheFullest() {
        var spec = replica("shop", revision(1), 5).on(ANYWHERE);
        var shop = Scenario.of(spec, instance("A", "a"), instance("B", "b")).becomesSteady();
        shop.wants(spec.desired(2)).becomesSteady();

        assertThat(shop.live())
                .extracting(task -> task.assignment().site().instance().orElseThrow())
                .containsExactlyInAnyOrder("A", "B");
    }

    @Test
    @Behaviour("11")
    void tasksAreSpreadOverCapacityProviders() {
        var spec = replica("shop", revision(1), 10)
                .over(List.of(new CapacityShare("FARGATE", 2, 1), new CapacityShare("FARGATE_SPOT", 0, 3)));
        var shop = Scenario.of(spec).becomesSteady();

        assertThat(shop.live().stream()
                        .map(task -> task.assignment().site().provider().orElseThrow()))
                .filteredOn("FARGATE_SPOT"::equals)
                .hasSize(6);
    }

    @Test
    @Behaviour({"8.4", "9.9"})
    void aTaskThatFitsNowhereIsReportedAndTriedAgain() {
        var large = revision(1).asking(Demand.of(4_096, 512));
        var shop = Scenario.of(replica("shop", large, 1).on(ANYWHERE), instance("A", "a"))
                .after(ofMinutes(1));
        assertThat(shop.events())
                .contains(
                        "service shop was unable to place a task because no container instance met all of its"
                                + " requirements. The closest matching container-instance A has insufficient CPU units available.");

        shop.has(Instance.of("B", "b", 8_192, 4_096)).becomesSteady().runs(1, 1);
    }

    @Test
    @Behaviour("9.7")
    void tasksOfADrainingInstanceAreReplacedWithinTheBounds() {
        var a = instance("A", "a");
        var shop = Scenario.of(replica("shop", revision(1), 2).on(ANYWHERE), a, instance("B", "b"))
                .becomesSteady();
        shop.moves();
        shop.has(a.drained()).becomesSteady();

        assertThat(shop.moves()).containsExactly("+1", "-1");
        assertThat(shop.live())
                .allMatch(task ->
                        task.assignment().site().instance().orElseThrow().equals("B"));
    }

    @Test
    @Behaviour("9.7")
    void tasksThatDoNotRunYetStopAtOnceOnAnInstanceThatDrains() {
        var a = instance("A", "a");
        var slow = Workload.SOUND.startingIn(ofSeconds(60));
        var shop = Scenario.of(replica("shop", revision(1), 1).on(ANYWHERE), a).where("web:1", slow);
        shop.after(ofSeconds(5)).has(a.drained()).after(ofSeconds(2)).runs(1, 0);

        shop.has(instance("B", "b")).becomesSteady().runs(1, 1);
    }

    @Test
    @Behaviour("9.7")
    void tasksWithoutAServiceGoOnOnAnInstanceThatDrains() {
        var a = instance("A", "a");
        var shop = Scenario.of(replica("shop", revision(1), 0).on(ANYWHERE), a);
        shop.run(new Run("default", revision(2), 1, "me", ANYWHERE));
        shop.after(ofSeconds(30)).has(a.drained()).after(ofMinutes(30));

        assertThat(shop.alone()).singleElement().matches(Task::isLive);
    }

    @Test
    @Behaviour("9.6")
    void aDaemonMayStopAsManyAtOnceAsItsMinimumLeaves() {
        var instances = IntStream.range(0, 10)
                .mapToObj(number -> instance("I" + number, "a"))
                .toArray(Instance[]::new);
        var half = ServiceSpec.daemon("shop", revision(1), ANYWHERE).with(DeploymentSettings.DAEMON.between(50, 100));
        var shop = Scenario.of(half, instances).becomesSteady();
        shop.moves();
        shop.wants(half.with(revision(2))).becomesSteady();
        assertThat(shop.moves().stream().filter(move -> move.startsWith("-"))).containsExactly("-5", "-5");

        shop.wants(half.with(DeploymentSettings.DAEMON).with(revision(3))).becomesSteady();
        assertThat(shop.moves()).startsWith("-10").contains("+10");
    }

    @Test
    @Behaviour("9.6")
    void daemonsTakeTheirRoomBeforeOthers() {
        var large = revision(1).asking(Demand.of(2_048, 64));
        var shop = Scenario.of(replica("shop", large, 1).on(ANYWHERE));
        shop.wants(ServiceSpec.daemon("agent", large, ANYWHERE))
                .has(instance("A", "a"))
                .after(ofMinutes(1));

        assertThat(shop.live()).isEmpty();
        assertThat(shop.liveOf("agent")).hasSize(1);
    }

    @Test
    @Behaviour("9.6")
    void daemonsAreTheLastToLeaveAnInstanceThatDrains() {
        var a = instance("A", "a");
        var shop = Scenario.of(replica("shop", revision(1), 1).on(ANYWHERE), a).becomesSteady();
        shop.wants(ServiceSpec.daemon("agent", revision(2), ANYWHERE)).after(ofMinutes(1));
        shop.has(a.drained()).after(ofMinutes(10));
        assertThat(shop.live()).hasSize(1);
        assertThat(shop.liveOf("agent")).hasSize(1);

        shop.has(instance("B", "b")).after(ofMinutes(2));
        assertThat(shop.liveOf("agent"))
                .extracting(task -> task.assignment().site().instance().orElseThrow())
                .containsExactly("B");
    }

    @Test
    @Behaviour("9.6")
    void aDaemonRunsOnEveryActiveInstance() {
        var shop =
                Scenario.of(ServiceSpec.daemon("shop", revision(1), ANYWHERE), instance("A", "a"), instance("B", "b"));
        shop.becomesSteady()
                .runs(1, 2)
                .has(instance("C", "c"))
                .after(ofSeconds(5))
                .runs(1, 3);
        shop.has(instance("A", "a").drained()).becomesSteady().runs(1, 2);
    }

    @Test
    @Behaviour("9.6")
    void aDaemonStopsBeforeItStartsAsManyAsTheMinimumAllows() {
        var spec = ServiceSpec.daemon("shop", revision(1), ANYWHERE).with(DeploymentSettings.DAEMON.between(50, 100));
        var shop = Scenario.of(spec, instance("A", "a"), instance("B", "b"), instance("C", "c"), instance("D", "d"))
                .becomesSteady();
        shop.moves();

        shop.wants(spec.with(revision(2))).becomesSteady().runs(2, 4);
        assertThat(shop.moves()).startsWith("-2").contains("+2");
    }

    @Test
    @Behaviour("9.9")
    void aDeletedServiceDrainsAndIsGone() {
        var shop = Scenario.of(replica("shop", revision(1), 2)).becomesSteady().deleted();
        shop.loop().round();
        assertThat(shop.service().status()).isEqualTo(ServiceStatus.DRAINING);

        assertThat(shop.after(ofMinutes(1)).runs(1, 0).service().status()).isEqualTo(ServiceStatus.INACTIVE);
        assertThat(shop.events())
                .filteredOn(event -> event.endsWith("has reached a steady state."))
                .hasSize(1);
    }

    @Test
    @Behaviour({"3.7", "5.2"})
    void tasksThatAreRunOnceAreNotReplaced() {
        var shop = Scenario.of(replica("shop", revision(1), 0))
                .where("web:2", Workload.SOUND.endingAfter(ofSeconds(30), 0));
        var outcome =
                shop.loop().run(new Run("default", revision(2), 2, "me", new Launch.OnFargate(List.of("a", "b"))));
        shop.after(ofMinutes(2));

        assertThat(outcome.failures()).isEmpty();
        assertThat(shop.loop().cluster().tasksOf(Group.ofFamily("default", "web")))
                .hasSize(2)
                .allMatch(Task::isStopped);
    }

    @Test
    @Behaviour({"3.7", "5.9"})
    void aStoppedTaskIsShownForAnHour() {
        var shop = Scenario.of(replica("shop", revision(1), 1))
                .becomesSteady()
                .kills(0)
                .after(ofMinutes(59));
        assertThat(shop.tasks()).hasSize(2);

        assertThat(shop.after(ofMinutes(10)).tasks()).hasSize(1);
    }
}
