package programs.words;

import static dev.stowage.dsl.access.Permission.allow;
import static dev.stowage.dsl.network.SubnetKind.PRIVATE;
import static dev.stowage.dsl.task.Image.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.resource.OtherResource;
import dev.stowage.dsl.task.Container;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import dev.stowage.synth.rule.Checker;
import java.util.List;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Resources that the language has no words for, beside those that it has words for. */
class OtherResourceTest {

    private static final Vpc NETWORK = Vpc.of("main", "10.0.0.0/16").sharedNat();
    private static final Marks MARKS = Marks.of(OtherResourceTest.class);

    private static final OtherResource CACHE = OtherResource.of("sessions", "AWS::ElastiCache::ServerlessCache")
            .set("ServerlessCacheName", "sessions")
            .set("Engine", "valkey");

    @Test
    void hasThePropertiesOfItsType() {
        var callers = SecurityGroup.of("callers", NETWORK);
        var outcome = of(CACHE.set("CacheUsageLimits/DataStorage/Unit", "GB")
                .set("CacheUsageLimits/DataStorage/Maximum", Whole.parameter("Most"))
                .set("SecurityGroupIds/0", callers.id())
                .subnets("SubnetIds", NETWORK, PRIVATE)
                .set("SnapshotRetentionLimit", 3)
                .tag("team", "shop")
                .kept());

        assertThat(outcome.rules()).isEmpty();
        assertThat(findings(outcome)).isEmpty();
        assertThat(outcome.text("SessionsResource", "CacheUsageLimits/DataStorage"))
                .isEqualTo("{\"Unit\": \"GB\", \"Maximum\": {\"Ref\": \"Most\"}}");
        assertThat(outcome.text("SessionsResource", "SecurityGroupIds"))
                .isEqualTo("[{\"Fn::GetAtt\": [\"CallersSharedSecurityGroup\", \"GroupId\"]}]");
        assertThat(outcome.text("SessionsResource", "SubnetIds")).contains("MainPrivateSubnet1", "MainPrivateSubnet2");
        assertThat(outcome.text("SessionsResource", "SnapshotRetentionLimit")).isEqualTo("3");
        assertThat(outcome.text("SessionsResource", "Tags")).contains("team");
        assertThat(outcome.json("shop")).contains("\"DeletionPolicy\": \"Retain\"");
    }

    @Test
    void isReferredToLikeAnythingElse() {
        var task = Given.task().container(Given.container().with(OtherResourceTest::told));
        var service = Given.cluster().service("web", task).may(allow("elasticache:Connect", CACHE));
        var outcome = Outcome.of(() -> App.of(Stack.of("base", CACHE), Stack.of("shop", service)));

        assertThat(outcome.stacks()).containsExactly("base", "shop");
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/1/Environment/0/Value"))
                .contains("Fn::ImportValue");
        assertThat(outcome.text("WebTaskRole", "Policies/0/PolicyDocument/Statement/0"))
                .contains("elasticache:Connect", "Fn::ImportValue");
    }

    @Test
    void isNamedInPermissionsByWhateverItsTypeTells() {
        assertThat(permitted(CACHE)).contains("[\"SessionsResource\", \"ARN\"]");
        assertThat(permitted(OtherResource.of("clicks", "AWS::Kinesis::Stream")))
                .contains("[\"ClicksResource\", \"Arn\"]");
        assertThat(permitted(OtherResource.of("steps", "AWS::StepFunctions::StateMachine")))
                .contains("StepsResource");
        var group = OtherResource.of("group", "AWS::Route53::HealthCheck");
        var service = Given.cluster().service("web", Given.task()).may(allow("route53:GetHealthCheck", group));
        assertThat(of(service).rules()).containsExactly("resource.arn");
    }

    private static String permitted(OtherResource resource) {
        var outcome = of(Given.cluster().service("web", Given.task()).may(allow("a:Use", resource)));
        assertThat(outcome.rules()).isEmpty();
        return outcome.text("WebTaskRole", "Policies/0/PolicyDocument/Statement/0/Resource");
    }

    private static Container told(Container container) {
        return Container.of("told", image("shop/told:1"))
                .env("CACHE", CACHE.attribute("Endpoint.Address"))
                .env("NAME", CACHE.ref());
    }

    @Test
    void isCheckedAtTheLineThatSaysTheProperty() {
        var wrong = of(CACHE.set("Engin", "valkey") // <- typo
                .set("SnapshotRetentionLimit", "often"));
        var findings = findings(wrong);

        assertThat(findings).extracting(found -> found.rule().value()).contains("template.property.unknown");
        assertThat(findings)
                .filteredOn(found -> found.rule().value().equals("template.property.unknown"))
                .singleElement()
                .satisfies(found -> assertThat(Outcome.place(found.at())).isEqualTo(MARKS.line("typo")));
        assertThat(findings(of(OtherResource.of("a", "AWS::ElastiCache::ServerlesCache"))))
                .extracting(found -> found.rule().value())
                .containsExactly("template.type.unknown");
    }

    @Test
    void saysYesAndNoAndWhatIsKnownOnlyAtDeployment() {
        var outcome = of(OtherResource.of("stream", "AWS::Kinesis::Stream")
                .set("StreamEncryption/EncryptionType", "KMS")
                .set("StreamEncryption/KeyId", Text.parameter("Key"))
                .set("DesiredShardLevelMetrics/0", "ALL"));
        assertThat(findings(outcome)).isEmpty();
        assertThat(outcome.text("StreamResource", "DesiredShardLevelMetrics")).isEqualTo("[\"ALL\"]");
        assertThat(of(CACHE.set("Flag", true)).text("SessionsResource", "Flag")).isEqualTo("true");
    }

    private static Outcome of(Root thing) {
        return Outcome.of(() -> Stack.of("shop", thing));
    }

    private static List<Diagnostic> findings(Outcome outcome) {
        return Checker.check(outcome.model()).findings();
    }
}
