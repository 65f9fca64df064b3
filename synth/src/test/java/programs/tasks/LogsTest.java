package programs.tasks;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.LogRouter.fluentBit;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Logs.routed;
import static dev.stowage.dsl.task.Logs.splunk;
import static org.assertj.core.api.Assertions.assertThat;
import static programs.tasks.One.text;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Retention;
import org.junit.jupiter.api.Test;

/** Output goes where it is told to, and the execution role may send it there. */
class LogsTest {

    private static final Secret TOKEN =
            Secret.existing("splunk", arn("arn:aws:secretsmanager:eu-west-1:1:secret:t-1a2b3c"));

    @Test
    void dropsLinesRatherThanStopTheContainerUnlessToldOtherwise() {
        assertThat(text(One.with(web -> web), "LogConfiguration/Options"))
                .endsWith("'mode': 'non-blocking', 'max-buffer-size': '25m'}");
        assertThat(text(
                        One.with(web -> web.logs(cloudWatch(Retention.ONE_WEEK).buffer(50))),
                        "LogConfiguration/Options"))
                .endsWith("'max-buffer-size': '50m'}");
        assertThat(text(
                        One.with(web -> web.logs(
                                cloudWatch(Retention.ONE_WEEK).mustNotLose().entriesBegin("^[0-9]"))),
                        "LogConfiguration/Options"))
                .endsWith("'awslogs-multiline-pattern': '^[0-9]', 'mode': 'blocking'}");
    }

    @Test
    void sharesAGroupAndCountsInIt() {
        var audit = LogGroup.of("audit")
                .called("/shop/audit")
                .keep(Retention.TWO_YEARS)
                .count("errors", "ERROR");
        var outcome = One.with(web -> web.logs(cloudWatch(audit)));

        assertThat(text(outcome, "LogConfiguration/Options/awslogs-group")).isEqualTo("{'Ref': 'AuditSharedLogGroup'}");
        assertThat(text(outcome, "AuditSharedLogGroup", "RetentionInDays")).isEqualTo("731");
        assertThat(text(outcome, "AuditErrorsMetricFilter", "MetricTransformations/0/MetricNamespace"))
                .isEqualTo("'audit'");
        assertThat(outcome.resources("AWS::Logs::LogGroup")).hasSize(1);
        assertThat(One.statements(outcome, "WebExecutionRole"))
                .containsExactly("{'Effect': 'Allow', 'Action': ['logs:CreateLogStream', 'logs:PutLogEvents'],"
                        + " 'Resource': {'Fn::GetAtt': ['AuditSharedLogGroup', 'Arn']}}");
    }

    @Test
    void takesLinesTogetherByTheirDates() {
        var options = text(
                One.with(web -> web.logs(
                        cloudWatch(Retention.ONE_WEEK).entriesBegin("^[0-9]").entriesDated("%Y-%m-%d"))),
                "LogConfiguration/Options");

        assertThat(options).contains("'awslogs-datetime-format': '%Y-%m-%d'").doesNotContain("multiline");
    }

    @Test
    void encryptsAGroupWithAKeyThatCloudWatchMayUse() {
        var audit = LogGroup.of("audit").encryptedBy(Key.of("records")).infrequentAccess();
        var outcome = One.with(web -> web.logs(cloudWatch(audit)));

        assertThat(outcome.rules()).isEmpty();
        assertThat(text(outcome, "AuditSharedLogGroup", "KmsKeyId")).isEqualTo("{'Fn::GetAtt': ['RecordsKey', 'Arn']}");
        assertThat(text(outcome, "AuditSharedLogGroup", "LogGroupClass")).isEqualTo("'INFREQUENT_ACCESS'");
        assertThat(text(outcome, "RecordsKey", "KeyPolicy/Statement/1"))
                .contains("logs.${AWS::Region}.${AWS::URLSuffix}", "kms:EncryptionContext:aws:logs:arn");
        assertThat(One.with(web -> web.logs(cloudWatch(audit.count("errors", "ERROR"))))
                        .rules())
                .containsExactly("task.logs.infrequent");
    }

    @Test
    void writesToAGroupThatExists() {
        var outcome = One.with(web -> web.logs(cloudWatch(LogGroup.existing("audit", id("/acme/audit")))));

        assertThat(text(outcome, "LogConfiguration/Options/awslogs-group")).isEqualTo("'/acme/audit'");
        assertThat(One.statements(outcome, "WebExecutionRole").get(0)).contains(":log-group:/acme/audit:*'");
    }

    @Test
    void handsSplunkItsTokenInSecret() {
        var outcome =
                One.with(web -> web.logs(splunk("https://splunk.example", TOKEN).option("splunk-index", "shop")));

        assertThat(text(outcome, "LogConfiguration"))
                .isEqualTo("{'LogDriver': 'splunk', 'Options': {'splunk-url': 'https://splunk.example',"
                        + " 'splunk-index': 'shop'}, 'SecretOptions': [{'Name': 'splunk-token',"
                        + " 'ValueFrom': 'arn:aws:secretsmanager:eu-west-1:1:secret:t-1a2b3c'}]}");
        assertThat(One.statements(outcome, "WebExecutionRole").get(0)).contains("secretsmanager:GetSecretValue");
        assertThat(outcome.resources("AWS::Logs::LogGroup")).isEmpty();
    }

    @Test
    void routesOutputThroughTheRouterOfTheTask() {
        var router =
                Container.of("router", image("fluent:3")).logRouter(fluentBit().configFile("/extra.conf"));
        var outcome = One.of(
                One.task(One.container().logs(routed().option("Name", "datadog").secret("apikey", TOKEN)))
                        .container(router));

        assertThat(text(outcome, "LogConfiguration/LogDriver")).isEqualTo("'awsfirelens'");
        assertThat(text(outcome, "LogConfiguration/SecretOptions/0/Name")).isEqualTo("'apikey'");
        assertThat(text(outcome, "WebTaskDefinition", "ContainerDefinitions/1/FirelensConfiguration"))
                .isEqualTo("{'Type': 'fluentbit', 'Options': {'enable-ecs-log-metadata': 'true',"
                        + " 'config-file-type': 'file', 'config-file-value': '/extra.conf'}}");
        assertThat(outcome.resources("AWS::Logs::LogGroup")).hasSize(1);
    }
}
