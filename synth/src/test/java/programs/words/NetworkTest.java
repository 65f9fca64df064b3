package programs.words;

import static dev.stowage.dsl.access.Permission.consume;
import static dev.stowage.dsl.app.Locator.exported;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.app.Locator.ssm;
import static dev.stowage.dsl.network.SubnetKind.ISOLATED;
import static dev.stowage.dsl.network.SubnetKind.PUBLIC;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.access.Key;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.storage.Bucket;
import dev.stowage.dsl.storage.Repository;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.schema.expression.Text;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** How far networks reach, and what cannot start in them. */
class NetworkTest {

    private static final Vpc NETWORK = Vpc.of("main", "10.0.0.0/16");

    private static final String ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1";

    private static final String SUBNETS = "NetworkConfiguration/AwsvpcConfiguration/Subnets";

    @Test
    void isolatedSubnetsLieInAddressesThatNobodyHas() {
        var outcome = Outcome.of(() -> Stack.of("shop", NETWORK.zones(6).isolated()));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MainIsolatedSubnet1", "CidrBlock")).isEqualTo("\"10.0.96.0/21\"");
        assertThat(outcome.text("MainIsolatedSubnet4", "CidrBlock")).isEqualTo("\"10.0.120.0/21\"");
        assertThat(outcome.text("MainIsolatedSubnet5", "CidrBlock")).isEqualTo("\"10.0.224.0/21\"");
        assertThat(outcome.text("MainPublicSubnet6", "CidrBlock")).isEqualTo("\"10.0.80.0/20\"");
        assertThat(outcome.text("MainPrivateSubnet6", "CidrBlock")).isEqualTo("\"10.0.208.0/20\"");
        assertThat(outcome.text("MainIsolatedSubnet1Routes", "RouteTableId"))
                .isEqualTo("{\"Ref\": \"MainIsolatedRouteTable\"}");
    }

    @Test
    void reachesServicesOfAwsWithoutTheInternet() {
        var outcome = Outcome.of(() -> Stack.of("shop", NETWORK.endpoints("ecr", "logs")));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.ids()).contains("MainEcrApiEndpoint", "MainEcrDkrEndpoint", "MainLogsEndpoint");
        assertThat(outcome.text("MainS3Endpoint", "VpcEndpointType")).isEqualTo("\"Gateway\"");
        assertThat(outcome.text("MainS3Endpoint", "RouteTableIds"))
                .contains("MainPublicRouteTable", "MainPrivateRouteTable1", "MainPrivateRouteTable2");
        assertThat(outcome.text("MainLogsEndpoint", "ServiceName"))
                .isEqualTo("{\"Fn::Sub\": \"com.amazonaws.${AWS::Region}.logs\"}");
        assertThat(outcome.text("MainLogsEndpoint", "PrivateDnsEnabled")).isEqualTo("true");
        assertThat(outcome.text("MainEndpointIngress", "CidrIp")).contains("CidrBlock");
        assertThat(outcome.text("MainEndpointIngress", "FromPort")).isEqualTo("443");
    }

    @Test
    void recordsWhoSpeaksWithWhom() {
        var outcome = Outcome.of(() -> Stack.of("shop", NETWORK.flowLogs()));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MainFlowLog", "TrafficType")).isEqualTo("\"ALL\"");
        assertThat(outcome.text("MainFlowLogGroup", "RetentionInDays")).isEqualTo("30");
        assertThat(outcome.text("MainFlowLogRole", "AssumeRolePolicyDocument")).contains("vpc-flow-logs");
    }

    @Test
    void recordsItInABucketThatLetsItWrite() {
        var outcome = Outcome.of(
                () -> Stack.of("shop", NETWORK.flowLogs(Bucket.of("traffic").encryptedBy(Key.of("data")))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("MainFlowLog", "LogDestination"))
                .isEqualTo("{\"Fn::GetAtt\": [\"TrafficBucket\", \"Arn\"]}");
        assertThat(outcome.text("MainFlowLog", "LogDestinationType")).isEqualTo("\"s3\"");
        assertThat(outcome.text("TrafficBucketPolicy", "PolicyDocument/Statement"))
                .contains("delivery.logs.amazonaws.com", "s3:GetBucketAcl", "bucket-owner-full-control");
        assertThat(outcome.text("DataKey", "KeyPolicy/Statement/1/Principal/Service"))
                .isEqualTo("\"delivery.logs.amazonaws.com\"");
        assertThat(outcome.ids()).doesNotContain("MainFlowLogGroup", "MainFlowLogRole");
    }

    @Test
    void leavesOutWhatCostsByTheHourAndFindsWhatCannotStartThen() {
        var network = NETWORK.sharedNat().withoutNat();
        var outcome = reached(service(network, ECR).publicAddress());

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::EC2::NatGateway")).isEmpty();
        assertThat(outcome.ids())
                .contains("MainPrivateSubnet1", "MainPublicRoute")
                .doesNotContain("MainPrivateRoute1");
        assertThat(reached(service(network.sharedNat(), ECR)).resources("AWS::EC2::NatGateway"))
                .hasSize(1);
        var finding = reached(service(network, ECR)).finding("network.unreachable");
        assertThat(finding.message()).startsWith("`web` stands in private subnets of a network without NAT gateways,");
        assertThat(finding.fix()).hasValueSatisfying(fix -> assertThat(fix).contains(".publicAddress()"));
        assertThat(reached(service(network.endpointsForTasks(), ECR)).rules()).isEmpty();
    }

    @Test
    void findsATaskThatCannotStart() {
        assertThat(reached(service(NETWORK, ECR).in(PUBLIC))
                        .finding("network.unreachable")
                        .message())
                .isEqualTo(
                        "`web` stands in public subnets and has no public address, and cannot start there, because it "
                                + "reaches neither Amazon ECR nor CloudWatch Logs.");
        var isolated = NETWORK.isolated().endpoints("ecr", "logs");
        assertThat(reached(service(isolated, "nginx:1").in(ISOLATED))
                        .finding("network.unreachable")
                        .fix())
                .contains("Put it in private subnets, .in(PRIVATE).");
        assertThat(reached(service(NETWORK, ECR).in(ISOLATED)).rules()).containsOnly("network.isolated");
    }

    @Test
    void findsNothingWhereATaskCanStartOrNobodyKnows() {
        var isolated = NETWORK.isolated().endpoints("ecr", "logs");
        var existing = Vpc.existing("old", id("vpc-1")).publicSubnets("subnet-1");

        assertThat(reached(service(isolated, ECR).in(ISOLATED)).rules()).isEmpty();
        assertThat(reached(service(NETWORK, "nginx:1").publicAddress()).rules()).isEmpty();
        assertThat(reached(service(existing, "nginx:1").in(PUBLIC)).rules()).isEmpty();
        assertThat(reached(service(isolated, Text.parameter("Image")).in(ISOLATED))
                        .rules())
                .isEmpty();
    }

    @Test
    void takesSubnetsAsListsThatAreHandedIn() {
        var network = Vpc.existing("old", ssm("/vpc"))
                .privateSubnets(parameter("Private"))
                .publicSubnets(exported("public"))
                .isolatedSubnets(ssm("/isolated"));
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                named("a", network),
                named("b", network).publicAddress(),
                named("c", network).in(ISOLATED)));

        assertThat(outcome.text("AService", SUBNETS)).isEqualTo("{\"Ref\": \"Private\"}");
        assertThat(outcome.text("BService", SUBNETS))
                .isEqualTo("{\"Fn::Split\": [\",\", {\"Fn::ImportValue\": \"public\"}]}");
        assertThat(outcome.text("CService", SUBNETS)).isEqualTo("{\"Ref\": \"OldIsolatedSubnets\"}");
        assertThat(outcome.json("shop")).contains("AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>");
    }

    private static Outcome reached(FargateService service) {
        return Outcome.of(() -> Stack.of("shop", service));
    }

    private static FargateService named(String name, Vpc network) {
        return Cluster.of("shop", network)
                .service(name, FargateTask.sized(OneVcpu.GB_2).container(Container.of("web", image(ECR))));
    }

    private static FargateService service(Vpc network, String image) {
        return service(network, Text.text(image));
    }

    private static FargateService service(Vpc network, Text image) {
        var task = FargateTask.sized(OneVcpu.GB_2).container(Container.of("web", image(image)));
        return Cluster.of("shop", network).service("web", task);
    }

    @Test
    void heedsEachWordAboutANetwork() {
        var known = Vpc.existing("main", id("vpc-1"))
                .privateSubnets("subnet-1")
                .zones(3)
                .flowLogs();
        var outcome =
                Outcome.of(() -> Stack.of("shop", Cluster.of("shop", known).service("web", Given.task())));
        assertThat(outcome.rules()).containsExactly("place.existing.word", "place.existing.word");
        assertThat(outcome.model().findings().get(0).message())
                .isEqualTo("The VPC `main` exists already, and a word would change it, which only its owner can.");
        var made = Vpc.of("main", "10.0.0.0/16").privateSubnets("subnet-1");
        assertThat(Outcome.of(() -> Stack.of("shop", Cluster.of("shop", made).service("web", Given.task())))
                        .finding("place.made.word")
                        .message())
                .isEqualTo("The VPC `main` is made here, and `privateSubnets` says what one that exists has.");
    }

    @Test
    void heedsEachWordAboutALogGroup() {
        var audit = LogGroup.existing("audit", id("/acme/audit")).count("refusals", "REFUSED");
        var task = FargateTask.sized(QuarterVcpu.MB_512)
                .container(Given.container().logs(cloudWatch(audit)));
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", task)));
        assertThat(outcome.rules()).containsExactly("place.existing.word");
        assertThat(outcome.place("place.existing.word")).startsWith("NetworkTest.java:");
    }

    @Test
    void reachesWhatItsTasksUse() {
        var network = Vpc.of("main", "10.0.0.0/16").isolated().endpointsForTasks();
        var orders = MessageQueue.of("orders");
        var web = Container.of("web", Repository.existing("web", id("shop/web")).image("1"))
                .secret("DATABASE", Secret.existing("database", parameter("Database")));
        var service = Cluster.of("shop", network)
                .service("web", FargateTask.sized(QuarterVcpu.MB_512).container(web))
                .in(ISOLATED)
                .may(consume(orders))
                .shell();
        var outcome = Outcome.of(() -> Stack.of("shop", service));
        assertThat(outcome.resources("AWS::EC2::VPCEndpoint").stream()
                        .map(each -> each.logicalId())
                        .toList())
                .containsExactlyInAnyOrder(
                        "MainEcrApiEndpoint",
                        "MainEcrDkrEndpoint",
                        "MainLogsEndpoint",
                        "MainS3Endpoint",
                        "MainSecretsmanagerEndpoint",
                        "MainSqsEndpoint",
                        "MainSsmmessagesEndpoint");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }
}
