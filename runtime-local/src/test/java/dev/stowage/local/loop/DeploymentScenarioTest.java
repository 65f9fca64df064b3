package dev.stowage.local.loop;

import static dev.stowage.local.loop.Scenario.checked;
import static dev.stowage.local.loop.Scenario.revision;
import static dev.stowage.local.service.ServiceSpec.replica;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.deploy.BreakerStatus;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Demand;
import dev.stowage.schema.semantics.CapacityShare;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One revision of a service taking the place of another, and what happens when it cannot. */
@Behaviour({"10", "10.1"})
class DeploymentScenarioTest {

    private static final Workload NO_IMAGE = Workload.SOUND.refused(ContainerError.cannotPull("no such tag"));

    private static DeploymentSettings with(Breaker breaker) {
        return DeploymentSettings.REPLICA.with(breaker);
    }

    @Test
    void theFirstDeploymentIsCompletedWhenTheServiceIsSteady() {
        var shop = Scenario.of(replica("shop", revision(1), 3));
        assertThat(shop.primary().reason())
                .isEqualTo("ECS deployment " + shop.primary().id() + " in progress.");
        shop.becomesSteady().runs(1, 3);

        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(shop.primary().reason())
                .isEqualTo("ECS deployment " + shop.primary().id() + " completed.");
        assertThat(shop.events())
                .startsWith(
                        "(service shop) has reached a steady state.",
                        "(service shop) (deployment " + shop.primary().id() + ") deployment completed.");
    }

    @Test
    @Behaviour("9.1")
    void newTasksTakeOverWithinTheBounds() {
        var spec = replica("shop", revision(1), 4);
        var shop = Scenario.of(spec).becomesSteady();
        assertThat(shop.moves()).containsExactly("+4");

        shop.wants(spec.with(revision(2))).becomesSteady().runs(1, 0).runs(2, 4);
        assertThat(shop.moves()).containsExactly("+4", "-4");
    }

    @Test
    @Behaviour("9.1")
    void oldTasksGoFirstWhereTheMaximumLeavesNoRoom() {
        var spec = replica("shop", revision(1), 4).with(DeploymentSettings.REPLICA.between(50, 100));
        var shop = Scenario.of(spec).becomesSteady();
        shop.moves();

        shop.wants(spec.with(revision(2))).becomesSteady().runs(2, 4);
        assertThat(shop.moves()).containsExactly("-2", "+2", "-2", "+2");
    }

    @Test
    @Behaviour("9.1")
    void boundsWithoutRoomAreReported() {
        var spec = replica("shop", revision(1), 3).with(DeploymentSettings.REPLICA.between(100, 125));
        var shop = Scenario.of(spec).becomesSteady();
        shop.wants(spec.with(revision(2))).after(ofMinutes(10)).runs(1, 3).runs(2, 0);

        assertThat(shop.events().findFirst().orElseThrow()).contains("because of the service deployment configuration");
    }

    @Test
    void anotherDesiredCountIsNoDeployment() {
        var spec = replica("shop", revision(1), 2);
        var shop = Scenario.of(spec).becomesSteady();
        var deployment = shop.primary().id();

        shop.wants(spec.desired(5)).becomesSteady().runs(1, 5);
        assertThat(shop.primary().id()).isEqualTo(deployment);
    }

    @Test
    void whatAppliesToLaterTasksAloneIsNoDeployment() {
        var spec = replica("shop", revision(1), 2);
        var shop = Scenario.of(spec).becomesSteady();
        var deployment = shop.primary().id();
        var changed = List.of(
                spec.graceful(ofSeconds(9)),
                spec.with(DeploymentSettings.REPLICA.between(50, 150).with(Breaker.ON)),
                spec.withoutRebalancing(),
                spec.over(List.of(new CapacityShare("FARGATE", 0, 1))),
                spec.on(new Launch.OnFargate(List.of("b"))));
        for (var one : changed) {
            assertThat(shop.wants(one).becomesSteady().primary().id()).isEqualTo(deployment);
        }
    }

    @Test
    void anotherNetworkOrBalancerIsADeployment() {
        var spec = replica("shop", revision(1), 1).attachedTo("subnet-a");
        var shop = Scenario.of(spec).becomesSteady();
        var first = shop.live();
        shop.wants(spec.attachedTo("subnet-b")).becomesSteady();
        var second = shop.live();
        shop.wants(spec.attachedTo("subnet-b").behind(List.of("tg"))).becomesSteady();

        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(shop.live()).doesNotContainAnyElementsOf(second);
        assertThat(shop.wants(spec.attachedTo("subnet-b").behind(List.of("tg")))
                        .after(ofMinutes(2))
                        .counts())
                .hasSize(1);
    }

    @Test
    void aForcedDeploymentReplacesEqualTasks() {
        var shop = Scenario.of(replica("shop", revision(1), 2)).becomesSteady();
        var before = shop.live();

        shop.redeployed().becomesSteady().runs(1, 2);
        assertThat(shop.live()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void aNewerDeploymentSupersedesTheOneInProgress() {
        var spec = replica("shop", revision(1), 2);
        var shop = Scenario.of(spec).becomesSteady();
        shop.wants(spec.with(revision(2))).after(ofSeconds(5));
        assertThat(shop.service().rollout().active()).hasSize(1);

        shop.wants(spec.with(revision(3))).becomesSteady().runs(1, 0).runs(2, 0).runs(3, 2);
        assertThat(shop.service().rollout().active()).isEmpty();
    }

    @Test
    void everyDeploymentCountsItsOwnTasks() {
        var spec = replica("shop", revision(1), 2).with(DeploymentSettings.REPLICA.between(50, 150));
        var shop = Scenario.of(spec).becomesSteady();
        assertThat(shop.counts()).containsExactly("PRIMARY COMPLETED 2 wanted, 0 pending, 2 running, 0 failed");

        shop.where("web:2", Workload.SOUND.startingIn(ofSeconds(5)));
        shop.wants(spec.with(revision(2))).after(ofSeconds(2));
        assertThat(shop.counts())
                .containsExactly(
                        "PRIMARY IN_PROGRESS 2 wanted, 2 pending, 0 running, 0 failed",
                        "ACTIVE COMPLETED 1 wanted, 0 pending, 1 running, 0 failed");

        shop.becomesSteady();
        assertThat(shop.counts()).containsExactly("PRIMARY COMPLETED 2 wanted, 0 pending, 2 running, 0 failed");
    }

    @Test
    void aFailedDeploymentShowsHowManyTasksFailed() {
        var spec = replica("shop", revision(1), 1).with(with(Breaker.ON));
        var shop = Scenario.of(spec).where("web:1", NO_IMAGE).after(ofMinutes(10));

        assertThat(shop.counts()).containsExactly("PRIMARY FAILED 1 wanted, 0 pending, 0 running, 3 failed");
    }

    @Test
    void theBreakerGivesUpAfterThreeTasksThatDidNotStart() {
        var spec = replica("shop", revision(1), 2).with(with(Breaker.ON));
        var shop = Scenario.of(spec).where("web:2", NO_IMAGE).becomesSteady();
        shop.wants(spec.with(revision(2))).after(ofMinutes(10)).runs(1, 2).runs(2, 0);

        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
        assertThat(shop.primary().failedTasks()).isBetween(3, 4);
        assertThat(shop.primary().reason()).isEqualTo("ECS deployment circuit breaker: tasks failed to start.");
        assertThat(shop.service().rollout().breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.TRIGGERED);
        assertThat(shop.events()).anyMatch(text -> text.endsWith("deployment failed: tasks failed to start."));
    }

    @Test
    void theBreakerGoesBackToTheLastCompletedDeployment() {
        var spec = replica("shop", revision(1), 2).with(with(Breaker.ROLLBACK));
        var shop = Scenario.of(spec).where("web:2", NO_IMAGE).becomesSteady();
        var completed = shop.primary().id();
        shop.wants(spec.with(revision(2)))
                .after(ofMinutes(10))
                .becomesSteady()
                .runs(1, 2)
                .runs(2, 0);

        assertThat(shop.primary().rollback()).isTrue();
        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
        assertThat(shop.events()).contains("(service shop) rolling back to deployment " + completed + ".");
    }

    @Test
    void theReasonOfARollbackNamesTheDeploymentThatItGoesBackTo() {
        var spec = replica("shop", revision(1), 2).with(with(Breaker.ROLLBACK));
        var shop = Scenario.of(spec).where("web:2", NO_IMAGE).becomesSteady();
        var completed = shop.primary().id();
        shop.wants(spec.with(revision(2)));
        shop.loop().runUntil(() -> shop.primary().rollback(), java.time.Instant.MAX);

        assertThat(shop.primary().reason())
                .isEqualTo("ECS deployment circuit breaker: rolling back to deploymentId " + completed + ".");
    }

    @Test
    void aFirstDeploymentThatFailsHasNothingToGoBackTo() {
        var spec = replica("shop", revision(1), 2).with(with(Breaker.ROLLBACK));
        var shop =
                Scenario.of(spec).where("web:1", NO_IMAGE).after(ofMinutes(10)).runs(1, 0);

        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
    }

    @Test
    void withoutABreakerADeploymentGoesOnTrying() {
        var shop = Scenario.of(replica("shop", revision(1), 1))
                .where("web:1", NO_IMAGE)
                .after(ofMinutes(60));
        assertThat(shop.primary().state()).isEqualTo(RolloutState.IN_PROGRESS);
        assertThat(shop.service().rollout().breakerStatus(Breaker.OFF)).isEqualTo(BreakerStatus.DISABLED);

        shop.where("web:1", Workload.SOUND).becomesSteady().runs(1, 1);
        assertThat(shop.primary().failedTasks()).isZero();
    }

    @Test
    void onceATaskRunsOnlyUnhealthyOnesCount() {
        var spec = replica("shop", checked(1), 2).with(with(Breaker.ROLLBACK));
        var shop = Scenario.of(spec).where("web:2", Workload.SOUND.unhealthyAfter(ofSeconds(5)));
        shop.becomesSteady().wants(spec.with(checked(2))).after(ofMinutes(15)).becomesSteady();

        shop.runs(1, 2).runs(2, 0);
        assertThat(shop.primary().rollback()).isTrue();
    }

    @Test
    void aTaskThatRunsAndEndsByItselfNeverTripsTheBreaker() {
        var spec = replica("shop", revision(1), 1).with(with(Breaker.ON));
        var shop = Scenario.of(spec)
                .where("web:1", Workload.SOUND.endingAfter(ofSeconds(5), 1))
                .after(ofMinutes(30));

        assertThat(shop.primary().state()).isEqualTo(RolloutState.IN_PROGRESS);
        assertThat(shop.tasks()).hasSizeGreaterThan(100);
    }

    @Test
    void tasksThatFindNoPlaceCountAsFailed() {
        var large = revision(1).asking(Demand.of(4_096, 64));
        var spec = replica("shop", large, 1)
                .on(new Launch.OnInstances(Placement.ANYWHERE))
                .with(with(Breaker.ON));
        var shop = Scenario.of(spec, Instance.of("A", "a", 1_024, 1_024)).after(ofMinutes(5));

        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
        assertThat(shop.primary().failedTasks()).isEqualTo(3);
    }

    @Test
    void aTaskThatSucceedsMakesUpForThoseThatFailedBeforeIt() {
        var shop = Scenario.of(replica("shop", checked(1), 1))
                .where("web:1", NO_IMAGE)
                .after(ofSeconds(5));
        assertThat(shop.primary().failedTasks()).isPositive();

        assertThat(shop.where("web:1", Workload.SOUND).becomesSteady().primary().failedTasks())
                .isZero();
    }

    @Test
    void aThresholdCanBeACount() {
        var spec = replica("shop", revision(1), 1).with(with(Breaker.ON.bearing(new Breaker.Threshold.Count(1))));
        var shop = Scenario.of(spec).where("web:1", NO_IMAGE).after(ofMinutes(5));

        assertThat(shop.tasks()).hasSize(1);
        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
    }

    @Test
    void thresholdsFollowTheTable() {
        var desired = List.of(1, 4, 6, 7, 25, 400, 800);

        assertThat(desired).extracting(Breaker.Threshold.STANDARD::of).containsExactly(3, 3, 3, 4, 13, 200, 200);
        assertThat(new Breaker.Threshold.UnboundedPercent(50).of(1)).isEqualTo(1);
        assertThat(new Breaker.Threshold.UnboundedPercent(50).of(800)).isEqualTo(400);
        assertThat(new Breaker.Threshold.Count(7).of(800)).isEqualTo(7);
    }
}
