package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.schedule.EventPattern.created;
import static dev.stowage.dsl.schedule.EventPattern.source;
import static dev.stowage.dsl.schedule.Schedule.cron;
import static dev.stowage.dsl.schedule.Schedule.every;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.task.Image.image;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.schedule.EventRule;
import dev.stowage.dsl.schedule.Trigger;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;
import dev.stowage.synth.rule.Checker;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Tasks that rules of EventBridge start, at events and by the clock. */
class RuleTest {

    private static final Cluster CLUSTER = Cluster.of("batch", Vpc.existing("main", id("vpc-1")));

    private static final FargateTask TASK =
            FargateTask.sized(OneVcpu.GB_2).container(Container.of("main", image("shop/import")));

    private static final Bucket INBOX = Bucket.of("inbox");

    @Test
    void startsATaskForEachNewObjectOfABucketAndTellsItWhich() {
        var outcome = of(rule(created(INBOX).detailBegins("object.key", "orders/"))
                .env("KEY", "$.detail.object.key")
                .env("SIZE", "$.detail.object.size"));

        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
        assertThat(outcome.text("ImportRule", "EventPattern"))
                .isEqualTo("{\"source\": [\"aws.s3\"], \"detail-type\": [\"Object Created\"], \"detail\": "
                        + "{\"bucket\": {\"name\": [{\"Ref\": \"InboxBucket\"}]}, "
                        + "\"object\": {\"key\": [{\"prefix\": \"orders/\"}]}}}");
        assertThat(outcome.text("InboxBucket", "NotificationConfiguration"))
                .isEqualTo("{\"EventBridgeConfiguration\": {\"EventBridgeEnabled\": true}}");
        assertThat(outcome.text("ImportRule", "Targets/0/InputTransformer/InputPathsMap"))
                .isEqualTo("{\"v0\": \"$.detail.object.key\", \"v1\": \"$.detail.object.size\"}");
        assertThat(outcome.text("ImportRule", "Targets/0/InputTransformer/InputTemplate"))
                .contains("containerOverrides", "main", "KEY", "<v0>", "SIZE", "<v1>");
    }

    @Test
    void runsItsTaskOnItsClusterWithARoleForThatTaskOnly() {
        var outcome = of(rule(source("shop").type("Order Placed")));

        assertThat(outcome.text("ImportRule", "Targets/0/Arn"))
                .isEqualTo("{\"Fn::GetAtt\": [\"BatchCluster\", \"Arn\"]}");
        assertThat(outcome.text("ImportRule", "Targets/0/EcsParameters/TaskDefinitionArn"))
                .isEqualTo("{\"Ref\": \"ImportTaskDefinition\"}");
        assertThat(outcome.text(
                        "ImportRule",
                        "Targets/0/EcsParameters/NetworkConfiguration/AwsVpcConfiguration/AssignPublicIp"))
                .isEqualTo("\"DISABLED\"");
        assertThat(outcome.text("ImportRule", "Targets/0/EcsParameters/CapacityProviderStrategy"))
                .isEqualTo("[{\"CapacityProvider\": \"FARGATE\", \"Weight\": 1}]");
        assertThat(outcome.text("ImportLaunchRole", "AssumeRolePolicyDocument")).contains("events.amazonaws.com");
        assertThat(outcome.text("ImportLaunchRole", "Policies/0/PolicyDocument/Statement"))
                .contains("ecs:RunTask", "iam:PassRole", "ImportExecutionRole", "ImportTaskDefinition")
                .doesNotContain("sqs:SendMessage");
    }

    @Test
    void letsNobodyButTheRuleIntoItsDeadLetterQueue() {
        var outcome = of(rule(source("shop")).retry(2).giveUpAfter(ofHours(1)));

        assertThat(outcome.text("ImportRule", "Targets/0/DeadLetterConfig/Arn")).contains("ImportDeadLetterQueue");
        assertThat(outcome.text("ImportRule", "Targets/0/RetryPolicy"))
                .isEqualTo("{\"MaximumRetryAttempts\": 2, \"MaximumEventAgeInSeconds\": 3600}");
        assertThat(outcome.text("ImportQueuePolicy", "PolicyDocument/Statement/0"))
                .isEqualTo("{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"events.amazonaws.com\"}, "
                        + "\"Action\": \"sqs:SendMessage\", "
                        + "\"Resource\": {\"Fn::GetAtt\": [\"ImportDeadLetterQueue\", \"Arn\"]}, \"Condition\": "
                        + "{\"ArnEquals\": {\"aws:SourceArn\": {\"Fn::GetAtt\": [\"ImportRule\", \"Arn\"]}}}}");
    }

    @Test
    void letsTheRulesOfTheAccountIntoAQueueThatItIsGiven() {
        var lost = MessageQueue.of("lost");
        var outcome = Outcome.of(() -> App.of(
                Stack.of("base", lost), Stack.of("batch", rule(source("shop")).deadLetters(lost))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("LostQueuePolicy", "PolicyDocument/Statement/0/Condition"))
                .contains("arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/*");
        assertThat(outcome.ids()).doesNotContain("ImportQueuePolicy", "ImportDeadLetterQueue");
    }

    @Test
    void tellsATopicOfWhatFailed() {
        var pager = Topic.of("pager");
        var outcome = of(rule(source("shop")).tells(pager));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ImportDeadLetterAlarm", "Dimensions"))
                .isEqualTo("[{\"Name\": \"QueueName\", \"Value\": "
                        + "{\"Fn::GetAtt\": [\"ImportDeadLetterQueue\", \"QueueName\"]}}]");
        assertThat(outcome.text("ImportDeadLetterAlarm", "AlarmActions")).contains("PagerTopic");
        assertThat(of(rule(source("shop")).tells(pager).withoutDeadLetters()).rules())
                .containsExactly("schedule.tells.nothing");
        var encrypted = of(rule(source("shop")).tells(pager.encryptedBy(Key.of("data"))));
        assertThat(encrypted.rules()).isEmpty();
        assertThat(encrypted.text("DataKey", "KeyPolicy/Statement/1/Principal/Service"))
                .isEqualTo("\"cloudwatch.amazonaws.com\"");
    }

    @Test
    void startsByTheClocksOfUtc() {
        assertThat(of(rule(every(ofMinutes(5)))).text("ImportRule", "ScheduleExpression"))
                .isEqualTo("\"rate(5 minutes)\"");
        assertThat(of(rule(cron("0 3 * * ? *").in(ZoneId.of("UTC")))).rules()).isEmpty();
        assertThat(of(rule(cron("0 3 * * ? *").in(ZoneId.of("Europe/Berlin")))).rules())
                .containsExactly("schedule.rule.zone");
        assertThat(of(rule(every(ofMinutes(5))).env("KEY", "$.detail")).rules()).containsExactly("schedule.rule.input");
        assertThat(of(rule(every(ofMinutes(5))).bus(id("shop"))).rules()).containsExactly("schedule.rule.bus");
    }

    @Test
    void saysEverythingThatWasSaid() {
        var outcome = of(rule(source("shop", "depot")
                        .type("Order Placed", "Order Changed")
                        .detail("state", "new", "open")
                        .detail("owner", Text.parameter("Owner"))
                        .detailOtherThan("kind", "test"))
                .bus(arn("arn:aws:events:eu-west-1:111122223333:event-bus/shop"))
                .count(3)
                .publicAddress()
                .paused()
                .withoutDeadLetters()
                .raw(Kind.EVENT_RULE, "Description", Text.text("Orders")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ImportRule", "EventPattern"))
                .isEqualTo("{\"source\": [\"shop\", \"depot\"], "
                        + "\"detail-type\": [\"Order Placed\", \"Order Changed\"], \"detail\": "
                        + "{\"state\": [\"new\", \"open\"], \"owner\": [{\"Ref\": \"Owner\"}], "
                        + "\"kind\": [{\"anything-but\": [\"test\"]}]}}");
        assertThat(outcome.text("ImportRule", "EventBusName")).contains("event-bus/shop");
        assertThat(outcome.text("ImportRule", "State")).isEqualTo("\"DISABLED\"");
        assertThat(outcome.text("ImportRule", "Targets/0/EcsParameters/TaskCount"))
                .isEqualTo("3");
        assertThat(outcome.text("ImportRule", "Description")).isEqualTo("\"Orders\"");
        assertThat(outcome.ids()).doesNotContain("ImportDeadLetterQueue", "ImportQueuePolicy");
    }

    @Test
    void findsWhatNoRuleCanBe() {
        assertThat(of(rule(source("shop").detail("a", "1").detail("a.b", "2"))).rules())
                .containsExactly("schedule.rule.pattern");
        assertThat(of(rule(source("shop")).count(11).retry(186)).rules())
                .containsExactlyInAnyOrder("schedule.count", "schedule.retry");
        var encrypted =
                of(rule(source("shop")).deadLetters(MessageQueue.of("lost").encryptedBy(Key.of("data"))));
        assertThat(encrypted.rules()).isEmpty();
        assertThat(encrypted.text("DataKey", "KeyPolicy/Statement/1/Principal/Service"))
                .isEqualTo("\"events.amazonaws.com\"");
        var keeper = Container.of("main", image("shop/import")).mount(disk("data", 20), "/data");
        var task = FargateTask.sized(OneVcpu.GB_2).container(keeper);
        assertThat(of(CLUSTER.rule("import", task, source("shop"))).rules()).containsExactly("schedule.disk");
    }

    private static EventRule rule(Trigger trigger) {
        return CLUSTER.rule("import", TASK, trigger);
    }

    private static Outcome of(EventRule rule) {
        return Outcome.of(() -> Stack.of("batch", rule));
    }
}
