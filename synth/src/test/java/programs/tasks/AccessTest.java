package programs.tasks;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.access.Permission.decrypt;
import static dev.stowage.dsl.access.Permission.publish;
import static dev.stowage.dsl.access.Permission.read;
import static dev.stowage.dsl.access.Permission.send;
import static dev.stowage.dsl.access.Permission.write;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static org.assertj.core.api.Assertions.assertThat;
import static programs.tasks.One.text;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.access.Parameters;
import dev.stowage.dsl.access.Permission;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.messaging.Topic;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.Table;
import java.util.List;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** A verb about a place becomes the actions that it takes, on that place and nothing else. */
class AccessTest {

    private static final Key KEY = Key.of("data");

    private static final MessageQueue ORDERS = MessageQueue.of("orders");

    @Test
    void readsABucketAndItsObjects() {
        assertThat(statements(read(Bucket.of("reports"))))
                .containsExactly(
                        "{'Effect': 'Allow', 'Action': ['s3:GetBucketLocation', 's3:ListBucket'],"
                                + " 'Resource': {'Fn::GetAtt': ['ReportsBucket', 'Arn']}}",
                        "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource':"
                                + " {'Fn::Join': ['', [{'Fn::GetAtt': ['ReportsBucket', 'Arn']}, '/*']]}}");
    }

    @Test
    void writesOnlyBelowAPrefix() {
        assertThat(statements(
                        write(Bucket.existing("reports", id("acme-reports")).below("daily/"))))
                .containsExactly("{'Effect': 'Allow', 'Action': ['s3:AbortMultipartUpload', 's3:DeleteObject',"
                        + " 's3:PutObject'], 'Resource': {'Fn::Sub':"
                        + " 'arn:${AWS::Partition}:s3:::acme-reports/daily/*'}}");
    }

    @Test
    void takesTheKeyOfAPlaceWithIt() {
        assertThat(statements(read(Bucket.of("reports").encryptedBy(KEY))))
                .contains("{'Effect': 'Allow', 'Action': 'kms:Decrypt',"
                        + " 'Resource': {'Fn::GetAtt': ['DataKey', 'Arn']}}");
        assertThat(statements(send(ORDERS.encryptedBy(KEY)))).anyMatch(each -> each.contains("kms:GenerateDataKey"));
        assertThat(statements(read(Table.of("carts", "id").encryptedBy(KEY))))
                .anyMatch(each -> each.contains("'kms:Decrypt'"));
    }

    @Test
    void decryptsASecretWithItsKeyWhenATaskStarts() {
        var secret = Secret.existing("database", arn("arn:aws:secretsmanager:eu-west-1:1:secret:d-1a2b3c"))
                .encryptedBy(Key.existing("house", arn("arn:aws:kms:eu-west-1:1:key/9")));

        assertThat(One.statements(One.with(web -> web.secret("DATABASE", secret)), "WebExecutionRole"))
                .contains("{'Effect': 'Allow', 'Action': 'kms:Decrypt', 'Resource': 'arn:aws:kms:eu-west-1:1:key/9'}");
    }

    @Test
    void writesOnceWhatIsSaidTwiceAndSharesStatements() {
        var news = Topic.existing("news", id("news"));
        var jobs = MessageQueue.existing("jobs", id("jobs"));
        var tips = MessageQueue.existing("tips", id("tips"));

        assertThat(statements(consume(tips), publish(news), consume(jobs), consume(tips)))
                .containsExactly(
                        "{'Effect': 'Allow', 'Action': 'sns:Publish', 'Resource': {'Fn::Sub':"
                                + " 'arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:news'}}",
                        "{'Effect': 'Allow', 'Action': ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage',"
                                + " 'sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:ReceiveMessage'], 'Resource':"
                                + " [{'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:jobs'},"
                                + " {'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:tips'}]}");
    }

    @Test
    void givesTheSamePolicyWhateverTheOrderOfWords() {
        var carts = Table.of("carts", "customer").sortKey("at");
        var one = List.of(read(carts), write(carts), send(ORDERS));
        var other = List.of(send(ORDERS), write(carts), read(carts));

        assertThat(statements(one.toArray(Permission[]::new))).isEqualTo(statements(other.toArray(Permission[]::new)));
    }

    @Test
    void readsParametersBelowAPath() {
        assertThat(statements(read(Parameters.below("shop/prod/"))).get(0))
                .contains("parameter/shop/prod'", "parameter/shop/prod/*'", "ssm:GetParametersByPath");
    }

    @Test
    void leavesVariablesOfIamInAResourceNameAlone() {
        assertThat(statements(allow("s3:GetObject", arn("arn:aws:s3:::home/${aws:username}/*"))))
                .containsExactly("{'Effect': 'Allow', 'Action': 's3:GetObject',"
                        + " 'Resource': 'arn:aws:s3:::home/${aws:username}/*'}");
    }

    @Test
    void makesAQueueWithDeadLettersBehindIt() {
        var outcome = One.of(One.service(One.task(One.container().env("ORDERS", ORDERS.url())))
                .may(consume(ORDERS)));

        assertThat(text(outcome, "OrdersQueue", "RedrivePolicy"))
                .isEqualTo("{'deadLetterTargetArn': {'Fn::GetAtt': ['OrdersDeadLetterQueue', 'Arn']},"
                        + " 'maxReceiveCount': 5}");
        assertThat(text(outcome, "OrdersDeadLetterQueue", "MessageRetentionPeriod"))
                .isEqualTo("1209600");
        assertThat(text(outcome, "Environment/0/Value")).isEqualTo("{'Fn::GetAtt': ['OrdersQueue', 'QueueUrl']}");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void knowsTheAddressOfAnExistingQueue() {
        var far = MessageQueue.existing("far", arn("arn:aws:sqs:us-east-1:111122223333:far"));
        var near = MessageQueue.existing("near", id("near"));

        assertThat(text(One.with(web -> web.env("Q", far.url())), "Environment/0/Value"))
                .isEqualTo("{'Fn::Sub': 'https://sqs.us-east-1.${AWS::URLSuffix}/111122223333/far'}");
        assertThat(text(One.with(web -> web.env("Q", near.url())), "Environment/0/Value"))
                .isEqualTo("{'Fn::Sub': 'https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/near'}");
    }

    @Test
    void makesATableThatCanBeRestored() {
        var outcome = One.of(One.service(One.task(One.container()))
                .may(read(Table.of("carts", "customer").sortKey("at"))));

        assertThat(text(outcome, "CartsTable", "KeySchema"))
                .isEqualTo("[{'AttributeName': 'customer', 'KeyType': 'HASH'},"
                        + " {'AttributeName': 'at', 'KeyType': 'RANGE'}]");
        assertThat(text(outcome, "CartsTable", "PointInTimeRecoverySpecification"))
                .isEqualTo("{'PointInTimeRecoveryEnabled': true}");
    }

    @Test
    void generatesASecretThatNobodyHasSeen() {
        var database = Secret.generated("database").user("shop");
        var outcome = One.with(
                web -> web.secret("USER", database.field("username")).secret("PASSWORD", database.field("password")));

        assertThat(text(outcome, "DatabaseSecret", "GenerateSecretString")).contains("'GenerateStringKey': 'password'");
        assertThat(text(outcome, "Secrets/1/ValueFrom"))
                .isEqualTo("{'Fn::Join': ['', [{'Ref': 'DatabaseSecret'}, ':password::']]}");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void sharesAQueueAcrossStacks() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("data", ORDERS, One.CLUSTER),
                Stack.of("shop", One.service(One.task(One.container())).may(send(ORDERS)))));

        assertThat(outcome.model().findings()).isEmpty();
        assertThat(One.statements(outcome, "WebTaskRole").get(0)).contains("Fn::ImportValue");
    }

    @Test
    void speaksToSystemsManagerWhereSomebodyMayOpenAShell() {
        var outcome = One.of(One.service(One.task(One.container())).shell());

        assertThat(text(outcome, "WebService", "EnableExecuteCommand")).isEqualTo("true");
        assertThat(text(outcome, "LinuxParameters")).isEqualTo("{'InitProcessEnabled': true}");
        assertThat(One.statements(outcome, "WebTaskRole"))
                .containsExactly("{'Effect': 'Allow', 'Action': ['ssmmessages:CreateControlChannel',"
                        + " 'ssmmessages:CreateDataChannel', 'ssmmessages:OpenControlChannel',"
                        + " 'ssmmessages:OpenDataChannel'], 'Resource': '*'}");
    }

    @Test
    void keepsEveryRoleWithinTheBoundary() {
        var boundary = arn("arn:aws:iam::111122223333:policy/boundary");
        var service = One.service(One.task(One.container())).may(decrypt(KEY));
        var outcome = Outcome.of(() -> App.of(Stack.of("shop", service)).boundary(boundary));

        assertThat(outcome.resources("AWS::IAM::Role"))
                .hasSize(2)
                .allSatisfy(role -> assertThat(Outcome.text(role.properties()))
                        .contains("\"PermissionsBoundary\": \"arn:aws:iam::111122223333:policy/boundary\""));
    }

    private static List<String> statements(Permission... permissions) {
        var service = One.service(One.task(One.container()));
        for (var permission : permissions) {
            service = service.may(permission);
        }
        return One.statements(One.of(service), "WebTaskRole");
    }
}
