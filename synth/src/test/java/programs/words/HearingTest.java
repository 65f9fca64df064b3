package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.schedule.EventPattern.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** Queues that hear what is published to topics. */
class HearingTest {

    private static final Topic NEWS = Topic.of("news");
    private static final MessageQueue MAILS = MessageQueue.of("mails");

    @Test
    void receivesMessagesAsTheyWerePublished() {
        var outcome = Outcome.of(() -> Stack.of("shop", MAILS.hears(NEWS)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MailsNewsSubscription", "RawMessageDelivery")).isEqualTo("true");
        assertThat(outcome.text("MailsNewsSubscription", "Endpoint"))
                .isEqualTo("{\"Fn::GetAtt\": [\"MailsQueue\", \"Arn\"]}");
        assertThat(outcome.text("MailsQueuePolicy", "PolicyDocument/Statement/0"))
                .isEqualTo("{\"Effect\": \"Allow\", \"Principal\": {\"Service\": \"sns.amazonaws.com\"}, "
                        + "\"Action\": \"sqs:SendMessage\", \"Resource\": {\"Fn::GetAtt\": [\"MailsQueue\", \"Arn\"]}, "
                        + "\"Condition\": {\"ArnEquals\": {\"aws:SourceArn\": {\"Ref\": \"NewsTopic\"}}}}");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void takesTheMessagesThatFit() {
        var orders = NEWS.where("kind", "order", "refund")
                .whereBegins("country", "D")
                .whereOtherThan("country", "DK")
                .inBody()
                .enveloped();
        var outcome = Outcome.of(() -> Stack.of("shop", MAILS.hears(orders)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MailsNewsSubscription", "FilterPolicy"))
                .isEqualTo("{\"kind\": [\"order\", \"refund\"], "
                        + "\"country\": [{\"prefix\": \"D\"}, {\"anything-but\": [\"DK\"]}]}");
        assertThat(outcome.text("MailsNewsSubscription", "FilterPolicyScope")).isEqualTo("\"MessageBody\"");
        assertThat(outcome.json("shop")).doesNotContain("RawMessageDelivery");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void hearsTopicsOfOtherStacksAndThoseThatExist() {
        var alerts = Topic.existing("alerts", arn("arn:aws:sns:eu-west-1:111122223333:alerts"));
        var outcome = Outcome.of(() -> App.of(Stack.of("base", NEWS), Stack.of("shop", MAILS.hears(NEWS, alerts))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("base", "shop");
        assertThat(outcome.text("MailsAlertsSubscription", "TopicArn"))
                .isEqualTo("\"arn:aws:sns:eu-west-1:111122223333:alerts\"");
        assertThat(outcome.text("MailsQueuePolicy", "PolicyDocument/Statement/0/Condition"))
                .contains("Fn::ImportValue", "arn:aws:sns:eu-west-1:111122223333:alerts");
    }

    @Test
    void letsTheTopicUseTheKeyOfTheQueue() {
        var outcome = Outcome.of(
                () -> Stack.of("shop", MAILS.encryptedBy(Key.of("data")).hears(NEWS)));

        assertThat(outcome.text("DataKey", "KeyPolicy/Statement/1/Principal/Service"))
                .isEqualTo("\"sns.amazonaws.com\"");
    }

    @Test
    void keepsOnePolicyForTopicsAndForRules() {
        var rule = Given.cluster().rule("import", Given.task(), source("shop")).deadLetters(MAILS.hears(NEWS));
        var outcome = Outcome.of(() -> Stack.of("shop", rule));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MailsQueuePolicy", "PolicyDocument/Statement"))
                .contains("events.amazonaws.com", "sns.amazonaws.com");
    }

    @Test
    void keepsTheOrderWhereBothDo() {
        var outcome = Outcome.of(() -> Stack.of("shop", MAILS.fifo().hears(NEWS.fifo())));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("NewsTopic", "TopicName")).isEqualTo("{\"Fn::Sub\": \"${AWS::StackName}-News.fifo\"}");
        assertThat(outcome.text("NewsTopic", "FifoTopic")).isEqualTo("true");
        assertThat(Outcome.of(() -> Stack.of("shop", MAILS.fifo().hears(NEWS))).rules())
                .containsExactly("queue.hears.order");
        assertThat(Outcome.of(() -> Stack.of("shop", MAILS.hears(NEWS.fifo()))).rules())
                .isEmpty();
    }

    @Test
    void findsWhatCannotBeHeard() {
        assertThat(Outcome.of(() -> Stack.of("shop", MAILS.hears(NEWS, NEWS.where("kind", "order"))))
                        .rules())
                .containsExactly("queue.hears.twice");
        var existing = MessageQueue.existing("inbox", arn("arn:aws:sqs:eu-west-1:111122223333:inbox"));
        assertThat(Outcome.of(() -> Stack.of("shop", NEWS, existing.hears(NEWS)))
                        .rules())
                .containsExactly("place.existing.word");
    }
}
