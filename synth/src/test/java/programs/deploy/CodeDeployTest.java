package programs.deploy;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.codeDeploy;
import static dev.stowage.dsl.storage.Volume.disk;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Endpoint;
import dev.stowage.dsl.observe.Alarm;
import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.NetworkLoadBalancer;
import dev.stowage.schema.expression.Text;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Deployments by AWS CodeDeploy: what follows from one word, and what CodeDeploy refuses. */
class CodeDeployTest {

    private static final Outcome PLAIN =
            Shop.deployed(codeDeploy().preview(Shop.FRONT.http(8443).path("/*")));

    private static final String PAIR = "LoadBalancerInfo/TargetGroupPairInfoList/0";

    @Test
    void leavesTheServiceToCodeDeployAndSaysNothingThatOnlyEcsReads() {
        assertThat(PLAIN.text("WebService", "DeploymentController")).isEqualTo("{\"Type\": \"CODE_DEPLOY\"}");
        assertThat(PLAIN.resource("WebService").properties().has("DeploymentConfiguration"))
                .isFalse();
        assertThat(PLAIN.model().findings()).isEmpty();
        assertThat(Checker.check(PLAIN.model()).findings()).isEmpty();
    }

    @Test
    void namesTheTaskDefinitionByItsFamilySoThatANewRevisionIsNoUpdateOfTheService() {
        var family = "{\"Fn::Sub\": \"${AWS::StackName}-Web\"}";
        assertThat(PLAIN.text("WebService", "TaskDefinition")).isEqualTo(family);
        assertThat(PLAIN.text("WebTaskDefinition", "Family")).isEqualTo(family);
        assertThat(PLAIN.resource("WebService").attributes().toString()).contains("WebTaskDefinition");
        var said = Shop.outcome(Shop.CLUSTER
                .service("web", Shop.task().family("shop-web"))
                .behind(Shop.HTTPS.path("/*"))
                .deploy(codeDeploy()));
        assertThat(said.text("WebService", "TaskDefinition")).isEqualTo("\"shop-web\"");
    }

    @Test
    void givesCodeDeployAPairOfTargetGroupsAndTheListeners() {
        assertThat(PLAIN.text("WebDeploymentGroup", PAIR + "/TargetGroups"))
                .isEqualTo("[{\"Name\": {\"Fn::GetAtt\": [\"WebFront8080TargetGroup\", \"TargetGroupName\"]}}, "
                        + "{\"Name\": {\"Fn::GetAtt\": [\"WebFront8080AlternateTargetGroup\", \"TargetGroupName\"]}}]");
        assertThat(PLAIN.text("WebDeploymentGroup", PAIR + "/ProdTrafficRoute"))
                .isEqualTo("{\"ListenerArns\": [{\"Ref\": \"Front443Listener\"}]}");
        assertThat(PLAIN.text("WebDeploymentGroup", PAIR + "/TestTrafficRoute"))
                .isEqualTo("{\"ListenerArns\": [{\"Ref\": \"Front8443Listener\"}]}");
        assertThat(PLAIN.text("WebDeploymentGroup", "ECSServices"))
                .isEqualTo("[{\"ClusterName\": {\"Ref\": \"ShopCluster\"}, "
                        + "\"ServiceName\": {\"Fn::GetAtt\": [\"WebService\", \"Name\"]}}]");
    }

    @Test
    void leadsCallersToTheFirstGroupAndThePreviewToTheOther() {
        var live = rule(PLAIN, "WebFront443Rule");
        var next = rule(PLAIN, "WebFront8443Rule");
        assertThat(PLAIN.text(live, "Actions"))
                .isEqualTo("[{\"Type\": \"forward\", \"TargetGroupArn\": {\"Ref\": \"WebFront8080TargetGroup\"}}]");
        assertThat(PLAIN.text(next, "Actions/0/TargetGroupArn"))
                .isEqualTo("{\"Ref\": \"WebFront8080AlternateTargetGroup\"}");
        assertThat(PLAIN.resource("WebService").attributes().toString()).contains(live, next);
    }

    @Test
    void itsRoleIsThatOfCodeDeploy() {
        assertThat(PLAIN.text("WebCodeDeployRole", "AssumeRolePolicyDocument")).contains("codedeploy.amazonaws.com");
        assertThat(PLAIN.text("WebCodeDeployRole", "ManagedPolicyArns/0"))
                .isEqualTo("{\"Fn::Sub\": \"arn:${AWS::Partition}:iam::aws:policy/AWSCodeDeployRoleForECS\"}");
        assertThat(PLAIN.text("WebDeploymentGroup", "ServiceRoleArn")).contains("WebCodeDeployRole");
    }

    @Test
    void takesAConfigurationOfCodeDeploysOwnWhereThereIsOne() {
        assertThat(config(codeDeploy())).isEqualTo("\"CodeDeployDefault.ECSAllAtOnce\"");
        assertThat(config(codeDeploy().canary(10, ofMinutes(5))))
                .isEqualTo("\"CodeDeployDefault.ECSCanary10Percent5Minutes\"");
        assertThat(config(codeDeploy().canary(10, ofMinutes(15))))
                .isEqualTo("\"CodeDeployDefault.ECSCanary10Percent15Minutes\"");
        assertThat(config(codeDeploy().linear(10, ofMinutes(1))))
                .isEqualTo("\"CodeDeployDefault.ECSLinear10PercentEvery1Minutes\"");
        assertThat(config(codeDeploy().linear(10, ofMinutes(3))))
                .isEqualTo("\"CodeDeployDefault.ECSLinear10PercentEvery3Minutes\"");
    }

    @Test
    void makesAConfigurationWhereThereIsNone() {
        var canary = Shop.deployed(codeDeploy().canary(20, ofHours(1)));
        assertThat(canary.text("WebDeploymentGroup", "DeploymentConfigName"))
                .isEqualTo("{\"Ref\": \"WebDeploymentConfig\"}");
        assertThat(canary.text("WebDeploymentConfig", "TrafficRoutingConfig"))
                .isEqualTo("{\"Type\": \"TimeBasedCanary\", "
                        + "\"TimeBasedCanary\": {\"CanaryPercentage\": 20, \"CanaryInterval\": 60}}");
        assertThat(canary.text("WebDeploymentConfig", "ComputePlatform")).isEqualTo("\"ECS\"");
        assertThat(Shop.deployed(codeDeploy().linear(25, ofMinutes(2)))
                        .text("WebDeploymentConfig", "TrafficRoutingConfig/TimeBasedLinear"))
                .isEqualTo("{\"LinearPercentage\": 25, \"LinearInterval\": 2}");
    }

    @Test
    void waitsBeforeAndAfterTheShift() {
        var outcome = Shop.deployed(codeDeploy().waitForApproval(ofHours(4)).terminateAfter(ofHours(1)));
        assertThat(outcome.text("WebDeploymentGroup", "BlueGreenDeploymentConfiguration"))
                .isEqualTo("{\"DeploymentReadyOption\": {\"ActionOnTimeout\": \"STOP_DEPLOYMENT\", "
                        + "\"WaitTimeInMinutes\": 240}, \"TerminateBlueInstancesOnDeploymentSuccess\": "
                        + "{\"Action\": \"TERMINATE\", \"TerminationWaitTimeInMinutes\": 60}}");
        assertThat(PLAIN.text("WebDeploymentGroup", "BlueGreenDeploymentConfiguration"))
                .contains("CONTINUE_DEPLOYMENT", "\"TerminationWaitTimeInMinutes\": 15");
    }

    @Test
    void rollsBackWhenItFailsAndWhenAnAlarmGoesOff() {
        assertThat(PLAIN.text("WebDeploymentGroup", "AutoRollbackConfiguration"))
                .isEqualTo("{\"Enabled\": true, \"Events\": [\"DEPLOYMENT_FAILURE\"]}");
        var outcome =
                Shop.deployed(codeDeploy().rollbackOn(Alarm.existing("orders", id("orders-stuck")), errorsAbove(1)));
        assertThat(outcome.text("WebDeploymentGroup", "AlarmConfiguration"))
                .isEqualTo("{\"Alarms\": [{\"Name\": \"orders-stuck\"}, "
                        + "{\"Name\": {\"Ref\": \"WebFront8080ErrorsAlarm\"}}], \"Enabled\": true}");
        assertThat(outcome.text("WebDeploymentGroup", "AutoRollbackConfiguration/Events"))
                .contains("DEPLOYMENT_STOP_ON_ALARM");
        assertThat(outcome.text("WebFront8080ErrorsAlarm", "Metrics")).contains("WebFront8080AlternateTargetGroup");
    }

    @Test
    void showsTheCommandThatDeploys() {
        var command = Shop.outcome(Shop.service()
                        .behind(Shop.HTTPS.path("/*"))
                        .on(FARGATE_SPOT.weight(2))
                        .platform("1.4.0")
                        .deploy(codeDeploy()))
                .json("shop");
        assertThat(command)
                .contains("\"WebDeployment\"", "aws deploy create-deployment --application-name ")
                .contains("\\\\\\\"ContainerName\\\\\\\":\\\\\\\"web\\\\\\\",\\\\\\\"ContainerPort\\\\\\\":8080")
                .contains("\\\\\\\"CapacityProvider\\\\\\\":\\\\\\\"FARGATE_SPOT\\\\\\\"")
                .contains("\\\\\\\"PlatformVersion\\\\\\\":\\\\\\\"1.4.0\\\\\\\"");
    }

    @Test
    void worksBehindANetworkLoadBalancerAllAtOnceOnly() {
        var edge = NetworkLoadBalancer.internal("edge", Shop.NETWORK);
        var route = edge.tcp(25).to(tcp(8080));
        var outcome = Shop.outcome(Shop.service().behind(route).deploy(codeDeploy()));
        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebDeploymentGroup", PAIR + "/ProdTrafficRoute"))
                .isEqualTo("{\"ListenerArns\": [{\"Ref\": \"WebEdgeTcp25Listener\"}]}");
        assertThat(outcome.text("WebEdgeTcp25Listener", "DefaultActions/0/TargetGroupArn"))
                .contains("WebEdgeInternal8080TargetGroup");
        assertThat(Shop.outcome(Shop.service().behind(route).deploy(codeDeploy().canary(10, ofMinutes(5))))
                        .rules())
                .containsExactly("deployment.codedeploy.pace");
    }

    @Test
    void movesTheTrafficOfOneListenerToOnePort() {
        assertThat(Shop.outcome(Shop.service().deploy(codeDeploy())).rules())
                .containsExactly("deployment.codedeploy.without-route");
        assertThat(Shop.outcome(Shop.service()
                                .behind(Shop.HTTPS.path("/*"))
                                .behind(Shop.FRONT.http(8080).path("/*"))
                                .deploy(codeDeploy()))
                        .rules())
                .containsExactly("deployment.codedeploy.several-listeners");
        assertThat(Shop.outcome(Shop.service()
                                .behind(Shop.HTTPS.path("/*"))
                                .behind(NetworkLoadBalancer.internal("edge", Shop.NETWORK)
                                        .tcp(25))
                                .deploy(codeDeploy()))
                        .rules())
                .containsExactly("deployment.codedeploy.several-groups");
        assertThat(Shop.deployed(codeDeploy().preview(Shop.HTTPS.path("/next"))).rules())
                .containsExactly("deployment.codedeploy.preview");
    }

    @Test
    void takesNeitherServiceConnectNorDisks() {
        Endpoint orders = Shop.NETWORK.namespace("shop").endpoint("orders", tcp(8080));
        assertThat(Shop.outcome(Shop.service()
                                .behind(Shop.HTTPS.path("/*"))
                                .offers(orders)
                                .deploy(codeDeploy()))
                        .rules())
                .containsExactly("deployment.codedeploy.endpoint");
        var keeper = Container.of("web", image("shop/web:1")).port(tcp(8080)).mount(disk("data", 20), "/data");
        var service = Cluster.of("shop", Shop.NETWORK)
                .service("web", FargateTask.sized(HalfVcpu.GB_1).container(keeper));
        assertThat(Shop.outcome(service.behind(Shop.HTTPS.path("/*")).deploy(codeDeploy()))
                        .rules())
                .containsExactly("deployment.codedeploy.disk");
    }

    @Test
    void knowsItsBounds() {
        assertThat(Shop.deployed(codeDeploy().canary(100, ofMinutes(5))).rules())
                .containsExactly("deployment.codedeploy.range");
        assertThat(Shop.deployed(codeDeploy().linear(10, ofDays(3))).rules())
                .containsExactly("deployment.codedeploy.range");
        assertThat(Shop.deployed(codeDeploy().terminateAfter(ofDays(3))).rules())
                .containsExactly("deployment.codedeploy.wait");
    }

    @Test
    void cannotFollowRequestsThatGoToAnotherGroup() {
        var outcome = Shop.outcome(Shop.service()
                .behind(Shop.HTTPS.path("/*"))
                .count(from(1).to(4).onRequests(100))
                .deploy(codeDeploy()));
        assertThat(Checker.check(outcome.model()).findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("service.shift.request-scaling");
    }

    @Test
    void takesRawProperties() {
        var service = Shop.service()
                .behind(Shop.HTTPS.path("/*"))
                .deploy(codeDeploy())
                .raw(Kind.DEPLOYMENT_GROUP, "DeploymentGroupName", Text.text("web"));
        var outcome = Outcome.of(() -> Stack.of("shop", service));
        assertThat(outcome.text("WebDeploymentGroup", "DeploymentGroupName")).isEqualTo("\"web\"");
    }

    private static String config(CodeDeploy deployment) {
        return Shop.deployed(deployment).text("WebDeploymentGroup", "DeploymentConfigName");
    }

    private static String rule(Outcome outcome, String start) {
        var id = outcome.ids().ceiling(start);
        return id == null ? "" : id;
    }
}
