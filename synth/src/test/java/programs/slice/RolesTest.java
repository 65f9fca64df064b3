package programs.slice;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.schema.expression.Condition.choose;
import static dev.stowage.schema.expression.Text.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** What ECS and the code of a task may do: what the program says, and nothing beyond. */
// formatter:off
class RolesTest {

    private static final Marks HERE = Marks.of(RolesTest.class);

    private static final String DATABASE = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:database-a1b2c3";
    private static final String REGISTRY = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/";

    @Test
    void aSecretByItsArnIsReadAndNothingElse() {
        var outcome = with(arn(DATABASE));

        assertThat(valueFrom(outcome)).isEqualTo("\"" + DATABASE + "\"");
        assertThat(policy(outcome)).containsOnlyKeys("logs:CreateLogStream logs:PutLogEvents", "secretsmanager:GetSecretValue")
                .containsEntry("secretsmanager:GetSecretValue", "\"" + DATABASE + "\"");
    }

    @Test
    void aSecretByAParameterIsReadByIt() {
        var outcome = with(parameter("Database"));

        assertThat(valueFrom(outcome)).isEqualTo("{\"Ref\": \"Database\"}");
        assertThat(policy(outcome)).containsEntry("secretsmanager:GetSecretValue", "{\"Ref\": \"Database\"}");
    }

    @Test
    void aSecretThatAnotherStackExportsIsImported() {
        assertThat(policy(with(exported("database")))).containsEntry("secretsmanager:GetSecretValue", "{\"Fn::ImportValue\": \"database\"}");
    }

    @Test
    void aSecretOfTheParameterStoreIsReadThere() {
        var outcome = with(ssm("/shop/database"));
        var arn = "{\"Fn::Sub\": \"arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/shop/database\"}";

        assertThat(valueFrom(outcome)).isEqualTo(arn);
        assertThat(policy(outcome)).containsEntry("ssm:GetParameters", arn).doesNotContainKey("secretsmanager:GetSecretValue");
    }

    @Test
    void aParameterByItsArnIsReadInTheParameterStore() {
        assertThat(policy(with(arn("arn:aws:ssm:eu-west-1:111122223333:parameter/shop/database")))).containsKey("ssm:GetParameters");
    }

    @Test
    void aSecretByItsIdIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> {
            var secret = Secret.existing("database", id("database")); // <- partial
            return Stack.of("shop", Given.cluster().service("web",
                    FargateTask.sized(OneVcpu.GB_2).container(Given.container().secret("DATABASE", secret))));
        });

        assertThat(outcome.rules()).containsExactly("secret.name.partial");
        assertThat(outcome.place("secret.name.partial")).isEqualTo(HERE.line("partial"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "database",
        "arn:aws:s3:::database-AbCdEf",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/database",
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/database-AbCdEf:password::"
    })
    void aSecretByLessThanItsFullArnIsAnError(String partial) {
        assertThat(with(arn(partial)).rules()).containsExactly("secret.name.partial");
    }

    @Test
    void aSecretByItsFullArnIsFineInEveryPartition() {
        assertThat(with(arn("arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:shop/database-a1B2c3")).rules()).isEmpty();
    }

    @Test
    void aFieldOfAnEntryOfTheParameterStoreIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> {
            var secret = Secret.existing("database", ssm("/shop/database"))
                    .field("password"); // <- field
            return Stack.of("shop", Given.cluster().service("web",
                    FargateTask.sized(OneVcpu.GB_2).container(Given.container().secret("DATABASE", secret))));
        });

        assertThat(outcome.rules()).containsExactly("secret.field.of-parameter");
        assertThat(outcome.place("secret.field.of-parameter")).isEqualTo(HERE.line("field"));
    }

    @Test
    void fieldsOfASecretAreReadBySelectorAndTheSecretIsAllowedOnce() {
        var outcome = Outcome.of(() -> {
            var secret = Secret.existing("database", arn(DATABASE));
            var one = Given.container().secret("USER", secret.field("user")).secret("PASSWORD", secret.field("password"));
            return Stack.of("shop", Given.cluster().service("web", FargateTask.sized(OneVcpu.GB_2).container(one)));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Secrets/1/ValueFrom")).isEqualTo("\"" + DATABASE + ":password::\"");
        assertThat(policy(outcome)).containsEntry("secretsmanager:GetSecretValue", "\"" + DATABASE + "\"");
    }

    @Test
    void aFieldOfASecretByParameterIsJoined() {
        var outcome = Outcome.of(() -> {
            var secret = Secret.existing("database", parameter("Database")).field("user");
            return Stack.of("shop", Given.cluster().service("web",
                    FargateTask.sized(OneVcpu.GB_2).container(Given.container().secret("USER", secret))));
        });

        assertThat(valueFrom(outcome)).isEqualTo("{\"Fn::Join\": [\"\", [{\"Ref\": \"Database\"}, \":user::\"]]}");
    }

    @Test
    void aServiceReadsOnlyTheSecretsOfItsOwnContainers() {
        var outcome = Outcome.of(() -> {
            var secret = Secret.existing("database", arn(DATABASE));
            var cluster = Given.cluster();
            return Stack.of("shop", cluster.service("web", Given.task()),
                    cluster.service("api", FargateTask.sized(OneVcpu.GB_2).container(Given.container().secret("DATABASE", secret))));
        });

        assertThat(policy(outcome)).containsOnlyKeys("logs:CreateLogStream logs:PutLogEvents");
    }

    @Test
    void anImageOfAnotherRegistryNeedsNoRight() {
        assertThat(repository(image("shop/web:1"))).isNull();
        assertThat(repository(image("public.ecr.aws/nginx/nginx:1"))).isNull();
        assertThat(repository(image("nginx"))).isNull();
        assertThat(repository(image(text("nginx:").plus(Text.parameter("Tag"))))).isNull();
        assertThat(repository(image(text("shop/web:").plus(Text.parameter("Tag"))))).isNull();
    }

    @Test
    void anImageOfEcrNeedsItsRepository() {
        var web = "{\"Fn::Sub\": \"arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/shop/web\"}";

        assertThat(repository(image(REGISTRY + "shop/web:1"))).isEqualTo(web);
        assertThat(repository(image(REGISTRY + "shop/web"))).isEqualTo(web);
        assertThat(repository(image(REGISTRY + "shop/web:1@sha256:0123"))).isEqualTo(web);
        assertThat(repository(image(REGISTRY + "shop/web@sha256:0123"))).isEqualTo(web);
        assertThat(repository(image(text(REGISTRY + "shop/web:").plus(Text.parameter("Tag"))))).isEqualTo(web);
    }

    @Test
    void anImageWhoseNameEndsAtDeploymentNeedsTheRepositoriesThatBeginSo() {
        assertThat(repository(image(text(REGISTRY + "shop/").plus(Text.parameter("Name")))))
                .isEqualTo("{\"Fn::Sub\": \"arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/shop/*\"}");
        assertThat(repository(image(Text.parameter("Image")))).isEqualTo("{\"Fn::Sub\": \"arn:${AWS::Partition}:ecr:*:*:repository/*\"}");
    }

    @Test
    void aChoiceOfImagesNeedsTheRepositoriesOfBoth() {
        var large = Text.parameter("Kind").is("large");

        assertThat(repository(image(choose(large, REGISTRY + "a:1", REGISTRY + "b:1")))).contains("repository/a", "repository/b");
        assertThat(repository(image(choose(large, "nginx:1", REGISTRY + "b:1")))).isEqualTo(
                "{\"Fn::Sub\": \"arn:${AWS::Partition}:ecr:eu-west-1:111122223333:repository/b\"}");
    }

    @Test
    void aTaskThatMayDoNothingHasNoRole() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", Given.task())));

        assertThat(outcome.ids()).doesNotContain("WebTaskRole");
        assertThat(outcome.json("shop")).doesNotContain("TaskRoleArn");
    }

    @Test
    void aTaskMayDoWhatItIsAllowedAndNothingElse() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", Given.task())
                .may(allow("s3:GetObject", arn("arn:aws:s3:::a/*")), allow("s3:PutObject", arn("arn:aws:s3:::a/*")))
                .may(allow("s3:GetObject", arn("arn:aws:s3:::b/*")), allow("s3:GetObject", arn("arn:aws:s3:::a/*")))));

        assertThat(policy(outcome, "WebTaskRole")).containsExactly(
                java.util.Map.entry("s3:GetObject", "\"arn:aws:s3:::b/*\""),
                java.util.Map.entry("s3:GetObject s3:PutObject", "\"arn:aws:s3:::a/*\""));
        assertThat(outcome.text("WebTaskDefinition", "TaskRoleArn")).isEqualTo("{\"Fn::GetAtt\": [\"WebTaskRole\", \"Arn\"]}");
        assertThat(outcome.text("WebTaskRole", "AssumeRolePolicyDocument")).contains("ecs-tasks.amazonaws.com");
    }

    private static Outcome with(Locator locator) {
        return Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", FargateTask.sized(OneVcpu.GB_2)
                .container(Given.container().secret("DATABASE", Secret.existing("database", locator))))));
    }

    private static String valueFrom(Outcome outcome) {
        return outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Secrets/0/ValueFrom");
    }

    private static String repository(Image image) {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster()
                .service("web", FargateTask.sized(OneVcpu.GB_2).container(Container.of("web", image)))));
        var policy = policy(outcome);
        var repository = policy.get("ecr:BatchCheckLayerAvailability ecr:BatchGetImage ecr:GetDownloadUrlForLayer");
        assertThat(policy.containsKey("ecr:GetAuthorizationToken")).isEqualTo(repository != null);
        return repository;
    }

    private static TreeMap<String, String> policy(Outcome outcome) {
        return policy(outcome, "WebExecutionRole");
    }

    /** The resources of each statement, by its actions. */
    private static TreeMap<String, String> policy(Outcome outcome, String role) {
        var statements = new TreeMap<String, String>();
        var all = (ListNode) outcome.property(role, "Policies/0/PolicyDocument/Statement");
        for (var each : all.items()) {
            var statement = (ObjectNode) each;
            assertThat(statement.text("Effect")).contains("Allow");
            var actions = Outcome.text(statement.get("Action").orElseThrow()).replaceAll("[\\[\\]\",]", "");
            assertThat(statements.put(actions, Outcome.text(statement.get("Resource").orElseThrow()))).isNull();
        }
        return statements;
    }
}
// formatter:on
