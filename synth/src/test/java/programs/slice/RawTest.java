package programs.slice;

import static dev.stowage.dsl.app.Kind.CLUSTER;
import static dev.stowage.dsl.app.Kind.CONTAINER;
import static dev.stowage.dsl.app.Kind.LOG_GROUP;
import static dev.stowage.dsl.app.Kind.SCALABLE_TARGET;
import static dev.stowage.dsl.app.Kind.SERVICE;
import static dev.stowage.dsl.app.Kind.TASK_DEFINITION;
import static dev.stowage.dsl.app.Kind.TASK_ROLE;
import static dev.stowage.dsl.app.Kind.VPC;
import static dev.stowage.schema.expression.Json.json;
import static dev.stowage.schema.expression.Text.text;
import static dev.stowage.schema.expression.Whole.whole;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.Stowage;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Properties without a word. */
// formatter:off
class RawTest {

    private static final Marks HERE = Marks.of(RawTest.class);

    @Test
    void aRawPropertyIsWrittenWithItsLine() {
        var outcome = Outcome.of(() -> Stack.of("shop", service()
                .raw(SERVICE, "SchedulingStrategy", text("REPLICA")))); // <- strategy

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebService", "SchedulingStrategy")).isEqualTo("\"REPLICA\"");
        assertThat(outcome.place("WebService", "SchedulingStrategy")).isEqualTo(HERE.line("strategy"));
    }

    @Test
    void aRawPropertyReachesIntoWhatIsThere() {
        var outcome = Outcome.of(() -> Stack.of("shop", service()
                .raw(SERVICE, "DeploymentConfiguration/BakeTimeInMinutes", whole(5))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebService", "DeploymentConfiguration/BakeTimeInMinutes")).isEqualTo("5");
        assertThat(outcome.text("WebService", "DeploymentConfiguration/MinimumHealthyPercent")).isEqualTo("100");
    }

    @Test
    void everyResourceOfAThingTakesRaw() {
        var outcome = Outcome.of(() -> {
            var task = FargateTask.sized(OneVcpu.GB_2)
                    .container(Given.container().raw(CONTAINER, "StartTimeout", whole(60)))
                    .raw(TASK_DEFINITION, "EnableFaultInjection", json(FlagNode.of(true)));
            return Stack.of("shop",
                    Given.cluster().raw(CLUSTER, "ServiceConnectDefaults/Namespace", text("shop")),
                    Given.cluster().service("web", task).raw(LOG_GROUP, "LogGroupClass", text("INFREQUENT_ACCESS")),
                    Vpc.of("new", "10.0.0.0/16").raw(VPC, "InstanceTenancy", text("dedicated")));
        });

        assertThat(outcome.rules()).doesNotContain("raw.kind.absent");
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/StartTimeout")).isEqualTo("60");
        assertThat(outcome.text("WebTaskDefinition", "EnableFaultInjection")).isEqualTo("true");
        assertThat(outcome.text("ShopCluster", "ServiceConnectDefaults/Namespace")).isEqualTo("\"shop\"");
        assertThat(outcome.text("WebLogGroup", "LogGroupClass")).isEqualTo("\"INFREQUENT_ACCESS\"");
        assertThat(outcome.text("NewVpc", "InstanceTenancy")).isEqualTo("\"dedicated\"");
    }

    @Test
    void aKindThatTheThingDoesNotHaveIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> Stack.of("shop", service()
                .raw(SCALABLE_TARGET, "RoleARN", text("arn")))); // <- no target

        assertThat(outcome.rules()).containsExactly("raw.kind.absent");
        assertThat(outcome.place("raw.kind.absent")).isEqualTo(HERE.line("no target"));
        assertThat(outcome.finding("raw.kind.absent").fix().orElseThrow()).contains("SERVICE", "TASK_DEFINITION");
    }

    @Test
    void aTaskHasNothingButItsDefinitionAndAContainerNothingButItself() {
        var outcome = Outcome.of(() -> {
            var container = Given.container().raw(TASK_DEFINITION, "Family", text("shop"));
            var task = FargateTask.sized(OneVcpu.GB_2).container(container).raw(SERVICE, "ServiceName", text("shop"));
            return Stack.of("shop", Given.cluster().service("web", task).raw(CONTAINER, "Hostname", text("shop")));
        });

        assertThat(outcome.rules()).containsExactly("raw.kind.absent", "raw.kind.absent", "raw.kind.absent");
        assertThat(outcome.json("shop")).doesNotContain("\"Family\"", "ServiceName", "Hostname");
    }

    @Test
    void aTaskRoleThatNobodyNeedsIsAbsent() {
        var outcome = Outcome.of(() -> Stack.of("shop", service().raw(TASK_ROLE, "Path", text("/shop/"))));

        assertThat(outcome.rules()).containsExactly("raw.kind.absent");
    }

    @Test
    void aPositionBeyondAListIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> Stack.of("shop", service()
                .raw(TASK_DEFINITION, "ContainerDefinitions/5/Image", text("x")))); // <- beyond

        assertThat(outcome.rules()).containsExactly("raw.path.unknown");
        assertThat(outcome.place("raw.path.unknown")).isEqualTo(HERE.line("beyond"));
        assertThat(outcome.finding("raw.path.unknown").message()).contains("1 item");
    }

    @Test
    void theFirstPositionBeyondAListAddsToIt() {
        var volume = ObjectNode.of("Name", TextNode.of("scratch"));
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", Given.task()
                .raw(TASK_DEFINITION, "Volumes", json(ListNode.of()))
                .raw(TASK_DEFINITION, "Volumes/0", json(volume)))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebTaskDefinition", "Volumes")).isEqualTo("[{\"Name\": \"scratch\"}]");
    }

    @Test
    void rawOverAWordIsANoteWithTheWord() {
        var outcome = Outcome.of(() -> Stack.of("shop", service().count(3)
                .raw(SERVICE, "DesiredCount", whole(5)))); // <- over

        var note = outcome.finding("raw.word-exists");
        assertThat(note.severity()).isEqualTo(Severity.NOTE);
        assertThat(note.fix().orElseThrow()).contains(".count(");
        assertThat(outcome.place("raw.word-exists")).isEqualTo(HERE.line("over"));
        assertThat(outcome.text("WebService", "DesiredCount")).isEqualTo("5");
    }

    @Test
    void anUnknownPropertyIsAnErrorAtItsLineWithTheNearestName() {
        Blueprint program = () -> Stack.of("shop", service()
                .raw(SERVICE, "AvailabilityZoneRebalancin", text("ENABLED"))); // <- misspelt
        var report = Stowage.check(Stowage.model(program));

        assertThat(report.findings()).hasSize(1);
        assertThat(report.hasErrors()).isTrue();
        var finding = report.findings().get(0);
        assertThat(finding.message() + finding.fix().orElse("")).contains("AvailabilityZoneRebalancing`");
        assertThat(Outcome.place(finding.at())).isEqualTo(HERE.line("misspelt"));
    }

    @Test
    void aRawExpressionDeclaresItsParameterAndImportsItsThing() {
        var outcome = Outcome.of(() -> {
            var http = Given.front().http();
            var app = service().raw(TASK_DEFINITION, "Family", Text.parameter("Family"))
                    .raw(SERVICE, "ServiceRegistries/0/RegistryArn", http.url());
            return App.of(Stack.of("shared", http), Stack.of("shop", app));
        });

        assertThat(outcome.json("shop")).contains("\"Family\": {", "shared-FrontLoadBalancer-DNSName");
    }

    private static FargateService service() {
        return Given.cluster().service("web", Given.task());
    }
}
// formatter:on
