package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.cluster.Insights.ENABLED;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.dsl.scaling.Steps;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Whole;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Counts that follow what waits in a queue, and counts that follow the clock. */
class BacklogTest {

    private static final Cluster CLUSTER =
            Cluster.of("shop", Vpc.existing("main", id("vpc-1"))).insights(ENABLED);

    private static final MessageQueue ORDERS = MessageQueue.of("orders");

    private static final String CONFIGURATION = "TargetTrackingScalingPolicyConfiguration/";

    @Test
    void followsTheMessagesForEachRunningTask() {
        var outcome = of(from(1).to(9).onBacklog(ORDERS, 100));

        assertThat(outcome.rules()).isEmpty();
        var metrics = CONFIGURATION + "CustomizedMetricSpecification/Metrics/";
        assertThat(outcome.text("WorkerBacklogScalingPolicy", CONFIGURATION + "TargetValue"))
                .isEqualTo("100");
        assertThat(outcome.text("WorkerBacklogScalingPolicy", metrics + "0/MetricStat"))
                .contains("ApproximateNumberOfMessagesVisible", "{\"Fn::GetAtt\": [\"OrdersQueue\", \"QueueName\"]}");
        assertThat(outcome.text("WorkerBacklogScalingPolicy", metrics + "1/MetricStat"))
                .contains("RunningTaskCount", "{\"Ref\": \"ShopCluster\"}", "[\"WorkerService\", \"Name\"]");
        assertThat(outcome.text("WorkerBacklogScalingPolicy", metrics + "2/Expression"))
                .isEqualTo("\"waiting / running\"");
        assertThat(outcome.ids()).doesNotContain("WorkerWakeScalingPolicy");
    }

    @Test
    void letsAsManyWaitAsAreWorkedOffInTime() {
        var outcome = of(from(1).to(9).onLatency(ORDERS, ofMinutes(5), ofMillis(250)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WorkerBacklogScalingPolicy", CONFIGURATION + "TargetValue"))
                .isEqualTo("1200");
        assertThat(of(from(1).to(9).onLatency(ORDERS, ofMillis(100), ofMillis(250)))
                        .rules())
                .containsExactly("scaling.backlog.per-copy");
        assertThat(of(from(1).to(9).onLatency(ORDERS, ofMinutes(5), ofMillis(0)))
                        .rules())
                .containsExactly("scaling.backlog.per-copy");
    }

    @Test
    void startsTheFirstCopyWhereThereMayBeNone() {
        var outcome = of(from(0).to(9).onBacklog(ORDERS, 100));

        assertThat(outcome.text("WorkerScalableTarget", "MinCapacity")).isEqualTo("0");
        assertThat(outcome.text("WorkerWakeScalingPolicy", "StepScalingPolicyConfiguration/StepAdjustments"))
                .isEqualTo("[{\"MetricIntervalLowerBound\": 0, \"ScalingAdjustment\": 1}]");
        assertThat(outcome.text("WorkerWakeAlarm", "AlarmActions"))
                .isEqualTo("[{\"Ref\": \"WorkerWakeScalingPolicy\"}]");
        assertThat(outcome.text("WorkerWakeAlarm", "Metrics/2/Expression"))
                .isEqualTo("\"IF(FILL(running, 0) < 1, waiting, 0)\"");
        assertThat(of(from(Whole.parameter("Least")).to(9).onBacklog(ORDERS, 1)).ids())
                .contains("WorkerWakeAlarm");
        assertThat(of(from(1).to(9).onBacklog(ORDERS, 1).at(cron("0 8 * * ? *"), 0, 9))
                        .ids())
                .contains("WorkerWakeAlarm");
    }

    @Test
    void movesItsBoundsByTheClock() {
        var outcome = of(from(1).to(9)
                .onCpu(60)
                .at(cron("0 8 ? * MON-FRI *").in(ZoneId.of("Europe/Berlin")), 4, 20)
                .at(cron("0 20 ? * MON-FRI *"), 1, 9));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WorkerScalableTarget", "ScheduledActions/0/Timezone"))
                .isEqualTo("\"Europe/Berlin\"");
        assertThat(outcome.text("WorkerScalableTarget", "ScheduledActions/0/ScalableTargetAction"))
                .isEqualTo("{\"MinCapacity\": 4, \"MaxCapacity\": 20}");
        assertThat(outcome.text("WorkerScalableTarget", "ScheduledActions/1/Schedule"))
                .isEqualTo("\"cron(0 20 ? * MON-FRI *)\"");
        assertThat(outcome.text("WorkerScalableTarget", "ScheduledActions/0/ScheduledActionName"))
                .isNotEqualTo(outcome.text("WorkerScalableTarget", "ScheduledActions/1/ScheduledActionName"));
    }

    @Test
    void knowsAQueueThatExistsByItsName() {
        var queue = MessageQueue.existing("orders", arn("arn:aws:sqs:eu-west-1:111122223333:shop-orders"));

        assertThat(of(from(1).to(9).onBacklog(queue, 1))
                        .text("WorkerBacklogScalingPolicy", CONFIGURATION + "CustomizedMetricSpecification/Metrics/0"))
                .contains("\"shop-orders\"");
    }

    @Test
    void comesAndGoesInSteps() {
        var outcome = of(from(1).to(9)
                .steps(Steps.cpu().above(90, 4).above(70, 1).below(30, 1).below(10, 2)));

        assertThat(outcome.rules()).isEmpty();
        var adjustments = "StepScalingPolicyConfiguration/StepAdjustments";
        assertThat(outcome.text("WorkerCpuUpStepPolicy", adjustments))
                .isEqualTo(
                        "[{\"MetricIntervalLowerBound\": 0, \"MetricIntervalUpperBound\": 20, \"ScalingAdjustment\": 1}, "
                                + "{\"MetricIntervalLowerBound\": 20, \"ScalingAdjustment\": 4}]");
        assertThat(outcome.text("WorkerCpuDownStepPolicy", adjustments))
                .isEqualTo(
                        "[{\"MetricIntervalUpperBound\": 0, \"MetricIntervalLowerBound\": -20, \"ScalingAdjustment\": -1}, "
                                + "{\"MetricIntervalUpperBound\": -20, \"ScalingAdjustment\": -2}]");
        assertThat(outcome.text("WorkerCpuUpStepAlarm", "Threshold")).isEqualTo("70");
        assertThat(outcome.text("WorkerCpuDownStepAlarm", "Threshold")).isEqualTo("30");
        assertThat(outcome.text("WorkerCpuDownStepAlarm", "ComparisonOperator"))
                .isEqualTo("\"LessThanOrEqualToThreshold\"");
    }

    @Test
    void takesStepsByWhatWaitsInAQueue() {
        var outcome = of(from(1).to(9).steps(Steps.waiting(ORDERS).above(100, 2)));

        assertThat(outcome.text("WorkerWaitingUpStepAlarm", "Dimensions")).contains("OrdersQueue");
        assertThat(outcome.ids()).contains("OrdersQueue").doesNotContain("WorkerWaitingDownStepPolicy");
    }

    @Test
    void findsStepsThatAreNone() {
        assertThat(of(from(1).to(9).steps(Steps.memory().above(70, 0).above(70, 1)))
                        .rules())
                .containsExactlyInAnyOrder("scaling.steps.copies", "scaling.steps.thresholds");
    }

    @Test
    void findsWhatNobodyMeasures() {
        var cluster = Cluster.of("plain", Vpc.existing("main", id("vpc-1")));
        var outcome = of(cluster, from(1).to(9).onBacklog(ORDERS, 0));

        assertThat(outcome.rules())
                .containsExactlyInAnyOrder("scaling.backlog.without-insights", "scaling.backlog.per-copy");
    }

    private static Outcome of(Scaling scaling) {
        return of(CLUSTER, scaling);
    }

    private static Outcome of(Cluster cluster, Scaling scaling) {
        var task = FargateTask.sized(OneVcpu.GB_2).container(Container.of("worker", image("shop/worker")));
        return Outcome.of(() -> Stack.of("shop", cluster.service("worker", task).count(scaling)));
    }
}
