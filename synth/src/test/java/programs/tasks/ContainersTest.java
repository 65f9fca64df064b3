package programs.tasks;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.storage.Volume.empty;
import static dev.stowage.dsl.task.Capability.ALL;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Restart.exceptAfter;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static programs.tasks.One.text;

import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Port;
import dev.stowage.dsl.task.WindowsServer;
import org.junit.jupiter.api.Test;

/** Every word about a container and its task reaches the task definition. */
class ContainersTest {

    private static final Secret LOGIN =
            Secret.existing("registry", arn("arn:aws:secretsmanager:eu-west-1:1:secret:r-1a2b3c"));

    @Test
    void saysWhatRunsAndWhere() {
        var outcome = One.with(web -> web.entryPoint("sh", "-c")
                .command("run")
                .workingDirectory("/srv")
                .label("team", "shop")
                .interactive()
                .terminal()
                .withoutVersionConsistency());

        assertThat(text(outcome, "EntryPoint")).isEqualTo("['sh', '-c']");
        assertThat(text(outcome, "WorkingDirectory")).isEqualTo("'/srv'");
        assertThat(text(outcome, "DockerLabels")).isEqualTo("{'team': 'shop'}");
        assertThat(text(outcome, "Interactive")).isEqualTo("true");
        assertThat(text(outcome, "PseudoTerminal")).isEqualTo("true");
        assertThat(text(outcome, "VersionConsistency")).isEqualTo("'disabled'");
    }

    @Test
    void saysWhatTheProcessMayDo() {
        var outcome = One.with(web -> web.openFiles(1024, 4096)
                .initProcess()
                .tracing()
                .drop(ALL)
                .systemControl("net.core.somaxconn", "1024"));

        assertThat(text(outcome, "Ulimits/0")).isEqualTo("{'Name': 'nofile', 'SoftLimit': 1024, 'HardLimit': 4096}");
        assertThat(text(outcome, "LinuxParameters"))
                .isEqualTo("{'InitProcessEnabled': true, 'Capabilities': {'Add': ['SYS_PTRACE'], 'Drop': ['ALL']}}");
        assertThat(text(outcome, "SystemControls/0")).isEqualTo("{'Namespace': 'net.core.somaxconn', 'Value': '1024'}");
    }

    @Test
    void startsAContainerAgainAsItIsToldTo() {
        assertThat(text(One.with(Container::restart), "RestartPolicy")).isEqualTo("{'Enabled': true}");
        assertThat(text(One.with(web -> web.restart(exceptAfter(0, 143).onceUpFor(ofMinutes(2)))), "RestartPolicy"))
                .isEqualTo("{'Enabled': true, 'RestartAttemptPeriod': 120, 'IgnoredExitCodes': [0, 143]}");
    }

    @Test
    void waitsInWholeSeconds() {
        var outcome = One.with(web -> web.startWithin(ofSeconds(60)).stopWithin(ofMillis(1500)));

        assertThat(text(outcome, "StartTimeout")).isEqualTo("60");
        assertThat(outcome.rules()).containsExactly("duration.seconds");
    }

    @Test
    void namesEveryPort() {
        var outcome = One.with(web -> web.port(Port.tcp(80))
                .port(Port.http(8080))
                .port(Port.grpc(9090).named("orders")));

        assertThat(text(outcome, "PortMappings/0"))
                .isEqualTo("{'Name': 'tcp-80', 'ContainerPort': 80, 'Protocol': 'tcp'}");
        assertThat(text(outcome, "PortMappings/1"))
                .isEqualTo("{'Name': 'http-8080', 'ContainerPort': 8080, 'Protocol': 'tcp', 'AppProtocol': 'http'}");
        assertThat(text(outcome, "PortMappings/2/Name")).isEqualTo("'orders'");
    }

    @Test
    void pullsFromAPrivateRegistryWithALogin() {
        var outcome = One.of(
                One.task(Container.of("web", image("registry.example/web:1").credentials(LOGIN))));

        assertThat(text(outcome, "RepositoryCredentials/CredentialsParameter"))
                .isEqualTo("'arn:aws:secretsmanager:eu-west-1:1:secret:r-1a2b3c'");
        assertThat(One.statements(outcome, "WebExecutionRole")).anyMatch(each -> each.contains("GetSecretValue"));
    }

    @Test
    void readsAFileOfVariablesWithTheExecutionRole() {
        var outcome = One.with(
                web -> web.envFile(Bucket.existing("config", id("acme-config")).object("web.env")));

        assertThat(text(outcome, "EnvironmentFiles/0"))
                .isEqualTo(
                        "{'Type': 's3', 'Value': {'Fn::Sub':" + " 'arn:${AWS::Partition}:s3:::acme-config/web.env'}}");
        assertThat(One.statements(outcome, "WebExecutionRole"))
                .contains(
                        "{'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': {'Fn::Sub':"
                                + " 'arn:${AWS::Partition}:s3:::acme-config/web.env'}}",
                        "{'Effect': 'Allow', 'Action': 's3:GetBucketLocation', 'Resource': {'Fn::Sub':"
                                + " 'arn:${AWS::Partition}:s3:::acme-config'}}");
    }

    @Test
    void asksForTheNameOfABucketThatIsHandedIn() {
        var outcome = One.with(web ->
                web.envFile(Bucket.existing("config", parameter("Config")).object("web.env")));

        assertThat(text(outcome, "EnvironmentFiles/0/Value"))
                .isEqualTo("{'Fn::Sub': ['arn:${AWS::Partition}:s3:::${Name}/web.env',"
                        + " {'Name': {'Ref': 'Config'}}]}");
    }

    @Test
    void makesABucketThatThePublicCannotReach() {
        var outcome =
                One.with(web -> web.envFile(Bucket.of("config").versioned().object("web.env")));

        assertThat(text(outcome, "ConfigBucket", "PublicAccessBlockConfiguration"))
                .isEqualTo("{'BlockPublicAcls': true, 'BlockPublicPolicy': true, 'IgnorePublicAcls': true,"
                        + " 'RestrictPublicBuckets': true}");
        assertThat(text(outcome, "ConfigBucket", "VersioningConfiguration/Status"))
                .isEqualTo("'Enabled'");
        assertThat(outcome.resource("ConfigBucket").attributes().get("DeletionPolicy"))
                .isPresent();
        assertThat(text(outcome, "ConfigBucketPolicy", "PolicyDocument/Statement/0/Effect"))
                .isEqualTo("'Deny'");
        assertThat(outcome.model().findings()).isEmpty();
    }

    @Test
    void declaresAVolumeOnceForAllWhoMountIt() {
        var inbox = empty("inbox");
        var outcome = One.of(One.task(One.container().mount(inbox, "/in"))
                .container(Container.of("scan", image("shop/scan:1")).mount(inbox.readOnly(), "/scan")));

        assertThat(text(outcome, "WebTaskDefinition", "Volumes")).isEqualTo("[{'Name': 'inbox'}]");
        assertThat(text(outcome, "WebTaskDefinition", "ContainerDefinitions/1/MountPoints"))
                .isEqualTo("[{'SourceVolume': 'inbox', 'ContainerPath': '/scan', 'ReadOnly': true}]");
    }

    @Test
    void letsAReadOnlyContainerWriteWhereItMust() {
        var outcome = One.with(web -> web.readOnly().scratch("/tmp").scratch("/var/run"));

        assertThat(text(outcome, "MountPoints/1"))
                .isEqualTo("{'SourceVolume': 'web-var-run', 'ContainerPath': '/var/run', 'ReadOnly': false}");
        assertThat(text(outcome, "WebTaskDefinition", "Volumes"))
                .isEqualTo("[{'Name': 'web-tmp'}, {'Name': 'web-var-run'}]");
    }

    @Test
    void writesTheVersionOfWindows() {
        var outcome = One.of(
                FargateTask.windows(OneVcpu.GB_2, WindowsServer.FULL_2025).container(One.container()));

        assertThat(text(outcome, "WebTaskDefinition", "RuntimePlatform/OperatingSystemFamily"))
                .isEqualTo("'WINDOWS_SERVER_2025_FULL'");
    }

    @Test
    void sharesProcessesAndTakesFaults() {
        var outcome = One.of(One.task(One.container()).sharedProcesses().faultInjection());

        assertThat(text(outcome, "WebTaskDefinition", "PidMode")).isEqualTo("'task'");
        assertThat(text(outcome, "WebTaskDefinition", "EnableFaultInjection")).isEqualTo("true");
    }
}
