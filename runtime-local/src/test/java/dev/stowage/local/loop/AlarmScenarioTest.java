package dev.stowage.local.loop;

import static dev.stowage.local.loop.Scenario.revision;
import static dev.stowage.local.service.ServiceSpec.replica;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.deploy.Alarms;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.deploy.BreakerStatus;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.task.ContainerError;
import org.junit.jupiter.api.Test;

/** Deployments under the eyes of alarms. */
@Behaviour("10.2")
class AlarmScenarioTest {

    private static final Alarms ERRORS = Alarms.of("errors", "latency");

    private static ServiceSpec watched(Alarms alarms) {
        return replica("shop", revision(1), 2).with(DeploymentSettings.REPLICA.with(alarms));
    }

    @Test
    void anAlarmGivesTheDeploymentUp() {
        var spec = watched(ERRORS);
        var shop =
                Scenario.of(spec).becomesSteady().wants(spec.with(revision(2))).after(ofSeconds(10));
        shop.alarms("errors").after(ofMinutes(10));

        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
        assertThat(shop.primary().reason()).isEqualTo("ECS deployment alarms: alarm detected.");
        assertThat(shop.events())
                .contains("(service shop) (deployment " + shop.primary().id() + ") deployment failed: alarm detected.");
        assertThat(shop.service().rollout().breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.MONITORING_COMPLETE);
    }

    @Test
    void anAlarmRollsBackWhereTheServiceSaysSo() {
        var spec = watched(ERRORS.rollingBack());
        var shop = Scenario.of(spec).becomesSteady();
        var completed = shop.primary().id();
        shop.wants(spec.with(revision(2)))
                .after(ofSeconds(10))
                .alarms("latency")
                .after(ofSeconds(2));
        assertThat(shop.primary().reason())
                .isEqualTo("ECS deployment alarms: rolling back to deploymentId " + completed + ".");

        shop.becomesSteady().runs(1, 2).runs(2, 0);
        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void anAlarmThatIsOnWhenADeploymentBeginsHasAllOfThemIgnored() {
        var spec = watched(ERRORS.rollingBack());
        var shop = Scenario.of(spec).becomesSteady().alarms("errors");
        shop.wants(spec.with(revision(2))).after(ofSeconds(10));
        shop.calms("errors").after(ofSeconds(5)).alarms("latency").becomesSteady();

        shop.runs(2, 2);
        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void theNextDeploymentIsWatchedAgain() {
        var spec = watched(ERRORS);
        var shop = Scenario.of(spec).alarms("errors").becomesSteady().calms("errors");
        shop.wants(spec.with(revision(2))).after(ofSeconds(10)).alarms("errors").after(ofSeconds(1));

        assertThat(shop.primary().state()).isEqualTo(RolloutState.FAILED);
    }

    @Test
    void alarmsOfOthersAndAlarmsAfterTheDeploymentChangeNothing() {
        var spec = watched(ERRORS.rollingBack());
        var shop = Scenario.of(spec).after(ofSeconds(10)).alarms("disk").becomesSteady();
        shop.alarms("errors").after(ofMinutes(30)).runs(1, 2);

        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void alarmsAreWatchedForTheBakeTimeOnceTheServiceIsSteady() {
        var spec = watched(ERRORS.rollingBack().baking(ofMinutes(5)));
        var shop =
                Scenario.of(spec).becomesSteady().wants(spec.with(revision(2))).becomesSteady();
        assertThat(shop.primary().state()).isEqualTo(RolloutState.IN_PROGRESS);
        assertThat(shop.after(ofMinutes(4)).primary().state()).isEqualTo(RolloutState.IN_PROGRESS);
        assertThat(shop.after(ofSeconds(61)).primary().state()).isEqualTo(RolloutState.COMPLETED);

        shop.wants(spec.with(revision(3))).becomesSteady().runs(3, 2);
        shop.alarms("errors").after(ofSeconds(1));
        assertThat(shop.primary().rollback()).isTrue();
    }

    @Test
    void theFirstDeploymentDoesNotBakeSinceThereIsNothingToGoBackTo() {
        var shop = Scenario.of(watched(ERRORS.baking(ofMinutes(5)))).becomesSteady();

        assertThat(shop.primary().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void theBreakerAndAlarmsWatchTogether() {
        var spec = replica("shop", revision(1), 2)
                .with(DeploymentSettings.REPLICA.with(ERRORS).with(Breaker.ON));
        var shop = Scenario.of(spec).where("web:2", Workload.SOUND.refused(ContainerError.cannotPull("gone")));
        shop.becomesSteady().wants(spec.with(revision(2))).after(ofMinutes(10));

        assertThat(shop.primary().reason()).isEqualTo("ECS deployment circuit breaker: tasks failed to start.");
        assertThat(shop.service().rollout().breakerStatus(Breaker.ON)).isEqualTo(BreakerStatus.TRIGGERED);
    }
}
