package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.observe.Metric;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** Alarms that are made here, and the metrics that they look at. */
class AlarmTest {

    private static final LogGroup AUDIT = LogGroup.of("audit").count("refusals", "REFUSED");

    private static final Topic NEWS = Topic.existing("news", arn("arn:aws:sns:eu-west-1:111122223333:news"));

    @Test
    void looksAtWhatALogGroupCounts() {
        var alarm = Alarm.of("refusals", AUDIT.metric("refusals").sum().above(5).times(2, 3))
                .tells(NEWS);
        var outcome = outcome(alarm);
        assertThat(outcome.text("RefusalsAlarm", "Namespace")).isEqualTo("\"audit\"");
        assertThat(outcome.text("RefusalsAlarm", "MetricName")).isEqualTo("\"refusals\"");
        assertThat(outcome.text("RefusalsAlarm", "Statistic")).isEqualTo("\"Sum\"");
        assertThat(outcome.text("RefusalsAlarm", "Threshold")).isEqualTo("5");
        assertThat(outcome.text("RefusalsAlarm", "ComparisonOperator")).isEqualTo("\"GreaterThanThreshold\"");
        assertThat(outcome.text("RefusalsAlarm", "EvaluationPeriods")).isEqualTo("3");
        assertThat(outcome.text("RefusalsAlarm", "DatapointsToAlarm")).isEqualTo("2");
        assertThat(outcome.text("RefusalsAlarm", "TreatMissingData")).isEqualTo("\"notBreaching\"");
        assertThat(outcome.text("RefusalsAlarm", "AlarmActions"))
                .isEqualTo("[\"arn:aws:sns:eu-west-1:111122223333:news\"]");
        assertThat(outcome.text("RefusalsAlarm", "OKActions")).contains(":news");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void findsWhatALogGroupDoesNotCount() {
        var outcome = outcome(Alarm.of("refusals", AUDIT.metric("refusal").above(5)));
        assertThat(outcome.finding("alarm.metric").message())
                .isEqualTo("The alarm `refusals` looks at `refusal` of log group `audit`, which counts no such thing.");
    }

    @Test
    void measuresWhatEntriesSay() {
        var group = LogGroup.of("audit").measure("latency", "{ $.latency > 0 }", "$.latency");
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                group,
                Alarm.of("slow", group.metric("latency").percentile(99.9).above(2.5))));
        assertThat(outcome.text("AuditLatencyMetricFilter", "MetricTransformations"))
                .isEqualTo("[{\"MetricName\": \"latency\", \"MetricNamespace\": \"audit\", "
                        + "\"MetricValue\": \"$.latency\"}]");
        assertThat(outcome.text("SlowAlarm", "ExtendedStatistic")).isEqualTo("\"p99.9\"");
        assertThat(outcome.text("SlowAlarm", "Threshold")).isEqualTo("2.5");
    }

    @Test
    void takesADeploymentOfItsOwnServiceBack() {
        var web = web();
        var busy = Alarm.of("busy", web.cpuUsed().atLeast(90));
        var outcome = Outcome.of(() -> Stack.of("shop", web.deploy(rolling().rollbackOn(busy))));
        assertThat(outcome.text("BusyAlarm", "AlarmName")).isEqualTo("{\"Fn::Sub\": \"${AWS::StackName}-Busy\"}");
        assertThat(outcome.text("BusyAlarm", "Dimensions"))
                .isEqualTo("[{\"Name\": \"ClusterName\", \"Value\": {\"Ref\": \"ShopCluster\"}}, "
                        + "{\"Name\": \"ServiceName\", \"Value\": {\"Fn::GetAtt\": [\"WebService\", \"Name\"]}}]");
        assertThat(outcome.text("WebService", "DeploymentConfiguration/Alarms/AlarmNames"))
                .isEqualTo("[{\"Fn::Sub\": \"${AWS::StackName}-Busy\"}]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void takesADeploymentBackByAnAlarmOfSomethingElse() {
        var queue = MessageQueue.of("orders");
        var full = Alarm.of("full", queue.oldest().above(600));
        var outcome = Outcome.of(() -> App.of(
                Stack.of("queues", queue, full),
                Stack.of("shop", web().deploy(rolling().rollbackOn(full)))));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("FullAlarm", "Dimensions"))
                .isEqualTo(
                        "[{\"Name\": \"QueueName\", \"Value\": {\"Fn::GetAtt\": [\"OrdersQueue\", \"QueueName\"]}}]");
        assertThat(outcome.text("WebService", "DeploymentConfiguration/Alarms/AlarmNames"))
                .isEqualTo("[{\"Fn::ImportValue\": \"queues-FullAlarm-Ref\"}]");
    }

    @Test
    void goesOffWithOthers() {
        var known = Alarm.existing("known", id("house-alarm"));
        var slow = Alarm.of(
                "slow",
                Given.front().metric("TargetResponseTime").percentile(95).above(1));
        var both = Alarm.allOf("both", known, slow).tells(NEWS);
        var outcome = Outcome.of(() -> Stack.of("shop", Given.front(), both, Alarm.anyOf("one", both, slow)));
        assertThat(outcome.text("BothAlarm", "AlarmRule"))
                .isEqualTo("{\"Fn::Join\": [\"\", [\"ALARM(\\\"\", \"house-alarm\", \"\\\") AND ALARM(\\\"\", "
                        + "{\"Ref\": \"SlowAlarm\"}, \"\\\")\"]]}");
        assertThat(outcome.text("OneAlarm", "AlarmRule")).contains(" OR ALARM(", "BothAlarm");
        assertThat(outcome.text("SlowAlarm", "Dimensions/0/Value"))
                .isEqualTo("{\"Fn::GetAtt\": [\"FrontLoadBalancer\", \"LoadBalancerFullName\"]}");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void looksAtAnyMetric() {
        var free = Metric.of("AWS/RDS", "FreeStorageSpace")
                .by("DBInstanceIdentifier", "shop")
                .minimum()
                .every(ofMinutes(5));
        var outcome = outcome(Alarm.of("space", free.atMost(1_000_000_000).missingIsBad()));
        assertThat(outcome.text("SpaceAlarm", "Period")).isEqualTo("300");
        assertThat(outcome.text("SpaceAlarm", "TreatMissingData")).isEqualTo("\"breaching\"");
        assertThat(outcome.text("SpaceAlarm", "ComparisonOperator")).isEqualTo("\"LessThanOrEqualToThreshold\"");
    }

    @Test
    void findsTimesThatCloudWatchDoesNotTake() {
        var metric = AUDIT.metric("refusals");
        assertThat(outcome(Alarm.of("a", metric.every(ofSeconds(45)).below(1))).rules())
                .containsExactly("alarm.period");
        assertThat(outcome(Alarm.of("a", metric.above(1).times(4, 3))).rules()).containsExactly("alarm.times");
        assertThat(outcome(Alarm.of("a", metric.every(ofHours(1)).above(1).times(1, 169)))
                        .rules())
                .containsExactly("alarm.times");
        assertThat(outcome(Alarm.of("a", metric.every(ofHours(1)).above(1).times(1, 168)))
                        .rules())
                .isEmpty();
    }

    @Test
    void mayWriteToATopicThatIsEncrypted() {
        var secret = Topic.of("secret").encryptedBy(Key.of("secret"));
        var outcome = outcome(Alarm.of("a", AUDIT.metric("refusals").above(1)).tells(secret));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("SecretKey", "KeyPolicy/Statement/1"))
                .isEqualTo("{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"cloudwatch.amazonaws.com\"}, "
                        + "\"Action\": [\"kms:Decrypt\", \"kms:GenerateDataKey*\"], \"Resource\": \"*\"}");
    }

    @Test
    void aCountFollowsAMetric() {
        var sessions = Metric.of("shop", "Sessions")
                .by("Queue", MessageQueue.of("orders").arn());
        var outcome =
                Outcome.of(() -> Stack.of("shop", web().count(from(1).to(9).onMetric(sessions, 40.5))));
        assertThat(outcome.text("WebSessionsMetricScalingPolicy", "TargetTrackingScalingPolicyConfiguration"))
                .isEqualTo("{\"CustomizedMetricSpecification\": {\"Namespace\": \"shop\", "
                        + "\"MetricName\": \"Sessions\", \"Statistic\": \"Average\", \"Dimensions\": "
                        + "[{\"Name\": \"Queue\", \"Value\": {\"Fn::GetAtt\": [\"OrdersQueue\", \"Arn\"]}}]}, "
                        + "\"TargetValue\": 40.5}");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(Outcome.of(() -> Stack.of("shop", web().count(from(1).to(9).onMetric(sessions.percentile(99), 40))))
                        .rules())
                .containsExactly("scaling.metric");
    }

    private static FargateService web() {
        return Given.cluster().service("web", Given.task());
    }

    private static Outcome outcome(Alarm alarm) {
        return Outcome.of(() -> Stack.of("shop", AUDIT, alarm));
    }
}
