package dev.stowage.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AwsVpcConfiguration;
import dev.stowage.schema.resource.EcsService.NetworkConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.LambdaFunction;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.schema.resource.Shape;
import dev.stowage.schema.resource.SqsQueuePolicy;
import dev.stowage.schema.resource.Tag;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceTest {

    private static final Origin RESOURCE = new Written("stack.json", 3, 5);
    private static final Origin VALUE = new Written("stack.json", 9, 7);

    private static final EcsService SERVICE = EcsService.of()
            .cluster(Functions.ref("Cluster"))
            .taskDefinition(Functions.ref("Task"))
            .desiredCount(2)
            .launchType("FARGATE")
            .networkConfiguration(NetworkConfiguration.of()
                    .awsvpcConfiguration(
                            AwsVpcConfiguration.of().subnets("subnet-a").assignPublicIp("DISABLED")))
            .tags(Tag.of().key("team").value("blue"));

    private static final ContainerDefinition CONTAINER =
            ContainerDefinition.of().name("web").image("nginx").essential(true);

    @Test
    void findsNothingInWhatIsRight() {
        assertThat(check(EcsService.TYPE, SERVICE)).isEmpty();
        assertThat(check(EcsTaskDefinition.TYPE, EcsTaskDefinition.of().containerDefinitions(CONTAINER)))
                .isEmpty();
    }

    @Test
    void namesThePropertyThatWasMeant() {
        var finding = only(
                EcsService.TYPE,
                SERVICE.tree().with("DesiredCont", NumberNode.of(2).at(VALUE)));
        assertThat(finding.rule().value()).isEqualTo("template.property.unknown");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).isEqualTo("`DesiredCont` is no property of an `AWS::ECS::Service`.");
        assertThat(finding.fix()).contains("Write `DesiredCount`.");
        assertThat(finding.stack()).contains("shop");
        assertThat(finding.resource()).contains("Thing");
        assertThat(finding.property()).contains("DesiredCont");
        assertThat(finding.at()).isSameAs(VALUE);
    }

    @Test
    void findsPropertiesThatDoNotExistDeepDown() {
        var network = ObjectNode.of("AwsvpcConfiguration", ObjectNode.of("Subnet", TextNode.of("subnet-a")));
        var finding = only(EcsService.TYPE, SERVICE.networkConfiguration(network));
        assertThat(finding.message())
                .isEqualTo("`Subnet` is no property of `AwsVpcConfiguration` in an `AWS::ECS::Service`.");
        assertThat(finding.property()).contains("NetworkConfiguration/AwsvpcConfiguration/Subnet");
        assertThat(finding.fix()).contains("Write `Subnets`.");
    }

    @Test
    void listsTheFewNamesThatThereAre() {
        var finding = only(EcsService.TYPE, SERVICE.networkConfiguration(ObjectNode.of("Vpc", TextNode.of("vpc-1"))));
        assertThat(finding.fix()).contains("Leave it out, or write one of `AwsvpcConfiguration`.");
    }

    @Test
    void missesWhatIsRequired() {
        var task = EcsTaskDefinition.of()
                .containerDefinitions(ContainerDefinition.of().name("web"));
        var finding = only(EcsTaskDefinition.TYPE, task);
        assertThat(finding.rule().value()).isEqualTo("template.property.missing");
        assertThat(finding.message())
                .isEqualTo("`Image` is missing, and `ContainerDefinition` in an `AWS::ECS::TaskDefinition` needs it.");
        assertThat(finding.fix()).contains("Add `Image`, a string.");
        assertThat(finding.property()).contains("ContainerDefinitions/0/Image");
        assertThat(finding.at()).isSameAs(RESOURCE);
    }

    @Test
    void takesWhatHasNoValueForPresent() {
        var task = EcsTaskDefinition.of().containerDefinitions(CONTAINER.image(Functions.noValue()));
        assertThat(check(EcsTaskDefinition.TYPE, task)).isEmpty();
    }

    @Test
    void convertsScalarsAsCloudFormationDoes() {
        var tree = SERVICE.tree()
                .with("DesiredCount", TextNode.of("2"))
                .with("EnableExecuteCommand", TextNode.of("true"))
                .with("ServiceName", NumberNode.of(7))
                .with("PlatformVersion", FlagNode.of(true));
        assertThat(check(EcsService.TYPE, tree)).isEmpty();
    }

    @Test
    void refusesScalarsThatCannotBeConverted() {
        assertThat(only(EcsService.TYPE, SERVICE.desiredCount(TextNode.of("two")))
                        .message())
                .isEqualTo("`DesiredCount` of an `AWS::ECS::Service` is the string `two`, and takes a whole number.");
        assertThat(only(EcsService.TYPE, SERVICE.desiredCount(NumberNode.of("1.5")))
                        .message())
                .isEqualTo("`DesiredCount` of an `AWS::ECS::Service` is the number 1.5, and takes a whole number.");
        assertThat(only(EcsService.TYPE, SERVICE.enableExecuteCommand(NumberNode.of(1)))
                        .message())
                .isEqualTo(
                        "`EnableExecuteCommand` of an `AWS::ECS::Service` is the number 1, and takes true or false.");
        assertThat(only(EcsService.TYPE, SERVICE.cluster(NullNode.of(VALUE))).message())
                .isEqualTo("`Cluster` of an `AWS::ECS::Service` is null, and takes a string.");
    }

    @Test
    void refusesTheWrongShape() {
        var list = only(EcsService.TYPE, SERVICE.cluster(ListNode.of(TextNode.of("main"))));
        assertThat(list.rule().value()).isEqualTo("template.property.shape");
        assertThat(list.severity()).isEqualTo(Severity.ERROR);
        var single = only(EcsService.TYPE, SERVICE.loadBalancers(TextNode.of("web")));
        assertThat(single.message()).endsWith("is the string `web`, and takes a list.");
        assertThat(single.fix()).contains("Write a list with this one item.");
        var text = only(EcsService.TYPE, SERVICE.networkConfiguration(TextNode.of("open")));
        assertThat(text.message()).endsWith("is the string `open`, and takes an object.");
        var tag = only(EcsService.TYPE, SERVICE.tags(ListNode.of(TextNode.of("blue"))));
        assertThat(tag.property()).contains("Tags/0");
    }

    @Test
    void leavesFunctionsToDeployment() {
        var tree = SERVICE.tree()
                .with("DesiredCount", Functions.ref("Count"))
                .with("LoadBalancers", CallNode.of("Fn::Whatever", TextNode.of("x")))
                .with("LaunchType", TextNode.of("{{resolve:ssm:/launch:1}}"))
                .with("HealthCheckGracePeriodSeconds", TextNode.of("{{resolve:ssm:/grace:1}}"));
        assertThat(check(EcsService.TYPE, tree)).isEmpty();
    }

    @Test
    void leavesPathsOfFilesToThePackageCommand() {
        var function = LambdaFunction.of().role("arn").code(TextNode.of("./target"));
        assertThat(check(LambdaFunction.TYPE, function)).isEmpty();
        assertThat(only(LambdaFunction.TYPE, function.vpcConfig(TextNode.of("./target")))
                        .property())
                .contains("VpcConfig");
    }

    @Test
    void leavesWhatADirectiveMakesToIt() {
        var code = ObjectNode.of("ZipFile", ObjectNode.of("Rain::Embed", TextNode.of("handler.py")));
        assertThat(check(LambdaFunction.TYPE, LambdaFunction.of().role("arn").code(code)))
                .isEmpty();
    }

    @Test
    void looksIntoBothArmsOfAChoice() {
        var choice = Functions.choose("IsBig", TextNode.of("many"), Functions.noValue());
        var finding = only(EcsService.TYPE, SERVICE.desiredCount(choice));
        assertThat(finding.property()).contains("DesiredCount");
        var network = Functions.choose(
                "IsOpen", ObjectNode.of("Vpc", TextNode.of("vpc-1")), ObjectNode.of("Net", TextNode.of("net")));
        assertThat(check(EcsService.TYPE, SERVICE.networkConfiguration(network)))
                .hasSize(2);
    }

    @Test
    void onlyWarnsOfValuesThatItDoesNotKnow() {
        var finding = only(EcsService.TYPE, SERVICE.launchType("FARGTE"));
        assertThat(finding.rule().value()).isEqualTo("template.value.unusual");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.message())
                .isEqualTo("`LaunchType` of an `AWS::ECS::Service` is the string `FARGTE`, "
                        + "which is none of `EC2`, `FARGATE`, `EXTERNAL`.");
        assertThat(finding.fix()).contains("Write `FARGATE`.");
        var days = only(LogsLogGroup.TYPE, LogsLogGroup.of().retentionInDays(8));
        assertThat(days.message()).endsWith("is the number 8, which is none of the 22 values that are known.");
        assertThat(check(LogsLogGroup.TYPE, LogsLogGroup.of().retentionInDays(TextNode.of("7"))))
                .isEmpty();
    }

    @Test
    void takesAnyOfSeveralTypes() {
        var queues = ListNode.of(TextNode.of("queue"));
        var policy = SqsQueuePolicy.of().queues(queues).tree();
        assertThat(check(SqsQueuePolicy.TYPE, policy.with("PolicyDocument", TextNode.of("{}"))))
                .isEmpty();
        assertThat(check(SqsQueuePolicy.TYPE, policy.with("PolicyDocument", ObjectNode.of("Any", FlagNode.of(true)))))
                .isEmpty();
    }

    @Test
    void letsAttributesBeWrittenBack() {
        assertThat(check(EcsService.TYPE, SERVICE.tree().with("Name", TextNode.of("web"))))
                .isEmpty();
    }

    @Test
    void notesTypesThatItDoesNotKnow() {
        var finding = only("AWS::ECS::Servise", ObjectNode.empty());
        assertThat(finding.rule().value()).isEqualTo("template.type.unknown");
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.fix()).contains("If a known type is meant, write `AWS::ECS::Service`.");
    }

    @Test
    void leavesTypesOfOthersAlone() {
        var any = ObjectNode.of("Anything", TextNode.of("goes"));
        assertThat(check("Custom::Thing", any)).isEmpty();
        assertThat(check("AWS::CloudFormation::CustomResource", any)).isEmpty();
        assertThat(check("Acme::Door::Lock", any)).isEmpty();
        assertThat(check("AWS::ECS::Service::MODULE", any)).isEmpty();
        assertThat(check("AWS::CDK::Metadata", any)).isEmpty();
        assertThat(check("AWS::Serverless::Function", any)).isEmpty();
    }

    @Test
    void saysNothingWhereAMacroRewritesTheTemplate() {
        var wrong = SERVICE.tree().with("DesiredCont", NumberNode.of(2));
        assertThat(check(EcsService.TYPE, wrong, ObjectNode.of("Transform", TextNode.of("Acme"))))
                .isEmpty();
        assertThat(check(EcsService.TYPE, wrong, ObjectNode.of("Fn::Transform", ObjectNode.empty())))
                .isEmpty();
        var list = ListNode.of(TextNode.of("AWS::LanguageExtensions"), ObjectNode.of("Name", TextNode.of("Acme")));
        assertThat(check(EcsService.TYPE, wrong, ObjectNode.of("Transform", list)))
                .isEmpty();
        var aws = ObjectNode.of("Transform", ListNode.of(TextNode.of("AWS::LanguageExtensions")));
        assertThat(check(EcsService.TYPE, wrong, aws)).hasSize(1);
    }

    @Test
    void saysNothingOfAnObjectNextToAMacroOrADirective() {
        var wrong = ObjectNode.of("Subnet", TextNode.of("subnet-a"));
        for (var word : List.of("Fn::Transform", "Fn::ForEach::Each", "Rain::Embed")) {
            var network = ObjectNode.of("AwsvpcConfiguration", wrong.with(word, TextNode.of("x")));
            assertThat(check(EcsService.TYPE, SERVICE.networkConfiguration(network)))
                    .isEmpty();
            assertThat(check(EcsService.TYPE, wrong.with(word, TextNode.of("x"))))
                    .isEmpty();
        }
    }

    private static Diagnostic only(String type, Shape<?> properties) {
        return only(type, properties.tree());
    }

    private static Diagnostic only(String type, ObjectNode properties) {
        var findings = check(type, properties);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static List<Diagnostic> check(String type, Shape<?> properties) {
        return check(type, properties.tree());
    }

    private static List<Diagnostic> check(String type, ObjectNode properties) {
        return check(type, properties, ObjectNode.empty());
    }

    private static List<Diagnostic> check(String type, ObjectNode properties, ObjectNode sections) {
        var template = Template.of("shop", List.of(Resource.of("Thing", type, properties, RESOURCE)))
                .sections(sections);
        return Conformance.to(Catalogue.standard()).check(template);
    }
}
