package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.Schedule;
import dev.stowage.dsl.schedule.ScheduledTask;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Condition;
import dev.stowage.schema.expression.Text;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Tasks that start by the clock, and the queues that keep what failed. */
class ScheduleTest {

    private static final Cluster CLUSTER = Cluster.of("batch", Vpc.existing("main", id("vpc-1")));

    private static final FargateTask TASK =
            FargateTask.sized(OneVcpu.GB_2).container(Container.of("main", image("shop/report")));

    @Test
    void startsByTheClocksOfAZone() {
        var outcome = of(report(cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin"))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ReportSchedule", "ScheduleExpression")).isEqualTo("\"cron(0 3 * * ? *)\"");
        assertThat(outcome.text("ReportSchedule", "ScheduleExpressionTimezone")).isEqualTo("\"Europe/Berlin\"");
        assertThat(outcome.text("ReportSchedule", "FlexibleTimeWindow")).isEqualTo("{\"Mode\": \"OFF\"}");
        assertThat(outcome.text("ReportSchedule", "Target/EcsParameters/TaskDefinitionArn"))
                .isEqualTo("{\"Ref\": \"ReportTaskDefinition\"}");
        assertThat(outcome.text("ReportSchedule", "Target/EcsParameters/CapacityProviderStrategy/0"))
                .isEqualTo("{\"CapacityProvider\": \"FARGATE\", \"Weight\": 1}");
        assertThat(outcome.text(
                        "ReportSchedule",
                        "Target/EcsParameters/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp"))
                .isEqualTo("\"DISABLED\"");
    }

    @Test
    void countsPeriodsInTheLargestUnit() {
        assertThat(expression(every(ofMinutes(1)))).isEqualTo("\"rate(1 minute)\"");
        assertThat(expression(every(ofMinutes(90)))).isEqualTo("\"rate(90 minutes)\"");
        assertThat(expression(every(ofHours(6)))).isEqualTo("\"rate(6 hours)\"");
        assertThat(expression(every(ofDays(7)))).isEqualTo("\"rate(7 days)\"");
    }

    @Test
    void itsRoleMayPassBothRolesOfItsTaskAndNoOther() {
        var outcome = of(report(every(ofHours(1))).may(Permission.allow("s3:GetObject", arn("arn:aws:s3:::a/*"))));

        var policy = outcome.text("ReportLaunchRole", "Policies/0/PolicyDocument/Statement");
        assertThat(policy)
                .contains("\"ecs:RunTask\"", "{\"Ref\": \"ReportTaskDefinition\"}")
                .contains("{\"ArnEquals\": {\"ecs:cluster\": {\"Fn::GetAtt\": [\"BatchCluster\", \"Arn\"]}}}")
                .contains(
                        "ReportExecutionRole", "ReportTaskRole", "\"iam:PassedToService\": \"ecs-tasks.amazonaws.com\"")
                .contains("\"sqs:SendMessage\"", "ReportDeadLetterQueue")
                .contains("\"ecs:TagResource\"");
        assertThat(outcome.text("ReportLaunchRole", "AssumeRolePolicyDocument")).contains("scheduler.amazonaws.com");
    }

    @Test
    void saysEverythingThatWasSaid() {
        var queue = MessageQueue.existing("failed", parameter("Failed"));
        var outcome = of(report(every(ofHours(1)))
                .on(FARGATE_SPOT)
                .count(3)
                .publicAddress()
                .retry(2)
                .giveUpAfter(ofHours(1))
                .within(ofMinutes(15))
                .state(Condition.choose(Text.parameter("Stage").orElse("dev").is("prod"), "ENABLED", "DISABLED"))
                .deadLetters(queue));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ReportSchedule", "State")).contains("Fn::If");
        assertThat(outcome.text("ReportSchedule", "FlexibleTimeWindow"))
                .isEqualTo("{\"Mode\": \"FLEXIBLE\", \"MaximumWindowInMinutes\": 15}");
        assertThat(outcome.text("ReportSchedule", "Target/RetryPolicy"))
                .isEqualTo("{\"MaximumRetryAttempts\": 2, \"MaximumEventAgeInSeconds\": 3600}");
        assertThat(outcome.text("ReportSchedule", "Target/EcsParameters/TaskCount"))
                .isEqualTo("3");
        assertThat(outcome.text("ReportSchedule", "Target/DeadLetterConfig/Arn"))
                .contains("${AWS::AccountId}:${Name}", "{\"Ref\": \"Failed\"}");
        assertThat(outcome.ids()).doesNotContain("ReportDeadLetterQueue");
    }

    @Test
    void forgetsWhatFailedOnlyWhereAsked() {
        var outcome = of(report(every(ofHours(1))).withoutDeadLetters().paused());

        assertThat(outcome.ids()).doesNotContain("ReportDeadLetterQueue");
        assertThat(outcome.text("ReportSchedule", "State")).isEqualTo("\"DISABLED\"");
    }

    @Test
    void takesRawPropertiesAndARename() {
        var outcome = of(report(every(ofHours(1)))
                .formerly("old")
                .raw(Kind.SCHEDULE, "GroupName", Text.text("batch"))
                .tag("team", "shop"));

        assertThat(outcome.text("OldSchedule", "GroupName")).isEqualTo("\"batch\"");
        assertThat(outcome.text("OldTaskDefinition", "Tags")).contains("shop");
    }

    @Test
    void findsWhatNoScheduleCanBe() {
        assertThat(of(report(cron("0 3 * * *"))).finding("schedule.cron").message())
                .isEqualTo(
                        "`report` starts by `0 3 * * *`, and that is no cron expression: it has 5 fields and not six: "
                                + "minute, hour, day of the month, month, day of the week, year.");
        assertThat(of(report(every(ofSeconds(90)))).rules()).containsExactly("schedule.period");
        assertThat(of(report(every(ofHours(1))).count(11).retry(186)).rules())
                .containsExactlyInAnyOrder("schedule.count", "schedule.retry");
        assertThat(of(report(every(ofHours(1))).within(ofDays(2)).giveUpAfter(ofSeconds(1)))
                        .rules())
                .containsExactly("schedule.time", "schedule.time");
        assertThat(of(report(every(ofHours(1))).deadLetters(MessageQueue.of("q").fifo()))
                        .rules())
                .containsExactly("schedule.dead-letters");
    }

    @Test
    void whatNobodyCouldTakeInIsEncryptedAsItsQueue() {
        var queue = MessageQueue.of("orders").encryptedBy(Key.of("data"));
        var outcome = Outcome.of(() -> Stack.of("shop", queue));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OrdersDeadLetterQueue", "KmsMasterKeyId"))
                .isEqualTo(outcome.text("OrdersQueue", "KmsMasterKeyId"))
                .contains("DataKey");
    }

    @Test
    void itsRoleMayUseTheKeyOfTheQueueForWhatFailed() {
        var lost = MessageQueue.of("lost").encryptedBy(Key.of("data"));
        var outcome = of(report(every(ofHours(1))).deadLetters(lost));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ReportLaunchRole", "Policies/0/PolicyDocument/Statement"))
                .contains("[\"kms:Decrypt\", \"kms:GenerateDataKey\"]", "DataKey");
    }

    @Test
    void tellsATopicOfWhatFailed() {
        var pager = Topic.existing("pager", arn("arn:aws:sns:eu-west-1:111122223333:pager"));
        var lost = MessageQueue.of("lost");
        var outcome = of(report(every(ofHours(1))).deadLetters(lost).tells(pager));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ReportDeadLetterAlarm", "AlarmActions"))
                .isEqualTo("[\"arn:aws:sns:eu-west-1:111122223333:pager\"]");
        assertThat(outcome.text("ReportDeadLetterAlarm", "Dimensions/0/Value"))
                .isEqualTo("{\"Fn::GetAtt\": [\"LostQueue\", \"QueueName\"]}");
        assertThat(outcome.text("ReportDeadLetterAlarm", "Threshold")).isEqualTo("0");
    }

    @Test
    void startsNoTaskWithADisk() {
        var keeper = Container.of("main", image("shop/report")).mount(disk("data", 20), "/data");
        var task = FargateTask.sized(OneVcpu.GB_2).container(keeper);
        assertThat(of(CLUSTER.schedule("report", task, every(ofHours(1))))
                        .finding("schedule.disk")
                        .message())
                .isEqualTo("`report` has the disk `data`, and EventBridge Scheduler starts no task with one.");
    }

    @Test
    void refinesTheContainersOfATask() {
        var outcome = Outcome.of(() -> Stack.of("batch", report(every(ofHours(1))))
                .each(Container.class, container -> container.env("A", "1")));
        assertThat(outcome.text("ReportTaskDefinition", "ContainerDefinitions/0/Environment"))
                .contains("\"A\"");
    }

    @Test
    void aQueueKeepsWhatNobodyCouldTakeIn() {
        var queue = MessageQueue.of("orders")
                .visibility(ofMinutes(2))
                .keeps(ofDays(1))
                .attempts(3)
                .fifo();
        var outcome = Outcome.of(
                () -> Stack.of("shop", queue).output("Url", queue.url()).output("Arn", queue.arn()));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OrdersQueue", "RedrivePolicy"))
                .isEqualTo("{\"deadLetterTargetArn\": {\"Fn::GetAtt\": [\"OrdersDeadLetterQueue\", \"Arn\"]}, "
                        + "\"maxReceiveCount\": 3}");
        assertThat(outcome.text("OrdersQueue", "VisibilityTimeout")).isEqualTo("120");
        assertThat(outcome.text("OrdersDeadLetterQueue", "FifoQueue")).isEqualTo("true");
        assertThat(outcome.text("OrdersDeadLetterQueue", "MessageRetentionPeriod"))
                .isEqualTo("1209600");
        assertThat(outcome.json("shop")).contains("\"QueueUrl\"");
        assertThat(Outcome.of(() -> Stack.of(
                                "shop", MessageQueue.of("a").attempts(0).keeps(ofSeconds(1))))
                        .rules())
                .containsExactlyInAnyOrder("queue.attempts", "queue.time");
    }

    private static String expression(Schedule when) {
        return of(report(when)).text("ReportSchedule", "ScheduleExpression");
    }

    private static ScheduledTask report(Schedule when) {
        return CLUSTER.schedule("report", TASK, when);
    }

    private static Outcome of(ScheduledTask scheduled) {
        return Outcome.of(() -> Stack.of("batch", scheduled));
    }
}
