package programs.deploy;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.observe.Symptom.cpuAbove;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.observe.Symptom.latencyAbove;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Deployment.rolling;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.observe.Alarm;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;

/** Deployments that are rolled back when an alarm goes off. */
class RollbackTest {

    private static final String ALARMS = "DeploymentConfiguration/Alarms";

    @Test
    void listensToAlarmsThatExist() {
        var outcome = Shop.deployed(rolling()
                .rollbackOn(
                        Alarm.existing("orders", id("orders-stuck")),
                        Alarm.existing("errors", arn("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:shop:5xx")),
                        Alarm.existing("pager", parameter("PagerAlarm"))));
        assertThat(outcome.text("WebService", ALARMS))
                .isEqualTo("{\"AlarmNames\": [\"orders-stuck\", \"shop:5xx\", {\"Ref\": \"PagerAlarm\"}], "
                        + "\"Enable\": true, \"Rollback\": true}");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void countsFailuresByPercentAndAllOfThemWhereAsked() {
        var breaker = "DeploymentConfiguration/DeploymentCircuitBreaker";
        assertThat(Shop.deployed(rolling()
                                .circuitBreaker(5)
                                .circuitBreakerPercent(20)
                                .countingAllFailures())
                        .text("WebService", breaker))
                .isEqualTo("{\"Enable\": true, \"Rollback\": true, \"ThresholdConfiguration\": "
                        + "{\"Type\": \"BOUNDED_PERCENT\", \"Value\": 20}, \"ResetOnHealthyTask\": false}");
        assertThat(Shop.deployed(rolling().circuitBreakerPercent(20).circuitBreaker(5))
                        .text("WebService", breaker + "/ThresholdConfiguration"))
                .isEqualTo("{\"Type\": \"COUNT\", \"Value\": 5}");
    }

    @Test
    void takesNoOtherResourceForAnAlarm() {
        var topic = Alarm.existing("errors", arn("arn:aws:sns:eu-west-1:111122223333:errors"));
        assertThat(Shop.deployed(rolling().rollbackOn(topic)).rules()).containsExactly("alarm.arn");
    }

    @Test
    void makesAnAlarmOfErrors() {
        var outcome = Shop.deployed(rolling().rollbackOn(errorsAbove(2.5)));
        assertThat(outcome.text("WebService", ALARMS + "/AlarmNames"))
                .isEqualTo("[{\"Ref\": \"WebFront8080ErrorsAlarm\"}]");
        assertThat(outcome.text("WebFront8080ErrorsAlarm", "Threshold")).isEqualTo("2.5");
        assertThat(outcome.text("WebFront8080ErrorsAlarm", "Metrics/0/Expression"))
                .isEqualTo("\"IF(FILL(all0, 0) > 0, 100 * (FILL(bad0, 0)) / (FILL(all0, 0)), 0)\"");
        assertThat(outcome.text("WebFront8080ErrorsAlarm", "Metrics/2/MetricStat/Metric"))
                .isEqualTo("{\"Namespace\": \"AWS/ApplicationELB\", \"MetricName\": \"HTTPCode_Target_5XX_Count\", "
                        + "\"Dimensions\": [{\"Name\": \"LoadBalancer\", \"Value\": "
                        + "{\"Fn::GetAtt\": [\"FrontLoadBalancer\", \"LoadBalancerFullName\"]}}, "
                        + "{\"Name\": \"TargetGroup\", \"Value\": "
                        + "{\"Fn::GetAtt\": [\"WebFront8080TargetGroup\", \"TargetGroupFullName\"]}}]}");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void watchesBothTargetGroupsOfAShift() {
        var outcome = Shop.deployed(blueGreen().rollbackOn(latencyAbove(ofMillis(800))));
        assertThat(outcome.text("WebFront8080LatencyAlarm", "Threshold")).isEqualTo("0.8");
        assertThat(outcome.text("WebFront8080LatencyAlarm", "Metrics/0/Expression"))
                .isEqualTo("\"MAX([FILL(time0, 0), FILL(time1, 0)])\"");
        assertThat(outcome.text("WebFront8080LatencyAlarm", "Metrics/2/MetricStat/Metric/Dimensions/1/Value"))
                .contains("WebFront8080AlternateTargetGroup");
    }

    @Test
    void namesAnAlarmOfTasksSoThatNeitherNeedsTheOtherFirst() {
        var outcome = Shop.outcome(Shop.service().deploy(rolling().rollbackOn(cpuAbove(90))));
        var name = "{\"Fn::Sub\": \"${AWS::StackName}-Web-Cpu\"}";
        assertThat(outcome.text("WebService", ALARMS + "/AlarmNames/0")).isEqualTo(name);
        assertThat(outcome.text("WebCpuAlarm", "AlarmName")).isEqualTo(name);
        assertThat(outcome.text("WebCpuAlarm", "Dimensions/1/Value"))
                .isEqualTo("{\"Fn::GetAtt\": [\"WebService\", \"Name\"]}");
    }

    @Test
    void cannotJudgeRequestsWhereThereAreNone() {
        var outcome = Shop.outcome(Shop.service().deploy(rolling().rollbackOn(errorsAbove(1))));
        assertThat(outcome.finding("symptom.without-route").message())
                .isEqualTo("`web` is judged by its requests, and no Application Load Balancer counts them.");
    }
}
