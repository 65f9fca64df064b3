package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.resource.EcsTaskDefinition.HealthCheck;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.Functions;
import org.junit.jupiter.api.Test;

/** How long AWS watches before it judges. */
class HealthBudgetTest {

    @Test
    void addsEveryRetryToTheStartPeriod() {
        assertThat(HealthBudget.containerUnhealthy(HealthCheck.of()).is(90)).isTrue();
        assertThat(HealthBudget.containerUnhealthy(
                                HealthCheck.of().startPeriod(20).interval(10).retries(2))
                        .is(40))
                .isTrue();
    }

    @Test
    void knowsTheDefaultsOfGroupsThatSpeakHttp() {
        var group = ElbTargetGroup.of().protocol("HTTP");

        assertThat(HealthBudget.soonestUnhealthy(group).is(30)).isTrue();
        assertThat(HealthBudget.latestUnhealthy(group).is(66)).isTrue();
        assertThat(HealthBudget.recovery(group).is(150)).isTrue();
    }

    @Test
    void doesNotGuessForOtherProtocols() {
        assertThat(HealthBudget.latestUnhealthy(ElbTargetGroup.of().protocol("TCP"))
                        .isUnknown())
                .isTrue();
        assertThat(HealthBudget.latestUnhealthy(ElbTargetGroup.of()
                                .protocol("TCP")
                                .unhealthyThresholdCount(3)
                                .healthCheckIntervalSeconds(10)
                                .healthCheckTimeoutSeconds(5))
                        .is(35))
                .isTrue();
    }

    @Test
    void staysUnknownWhereANumberIs() {
        var check = HealthCheck.of().interval(Functions.ref("Interval"));

        assertThat(HealthBudget.containerUnhealthy(check).isUnknown()).isTrue();
    }

    @Test
    void staysUnknownBeyondAnyClock() {
        var check = HealthCheck.of().interval(Integer.MAX_VALUE);

        assertThat(HealthBudget.containerUnhealthy(check).isUnknown()).isTrue();
    }
}
