package programs.deploy;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.service.Deployment.canary;
import static dev.stowage.dsl.service.Deployment.linear;
import static dev.stowage.dsl.service.Hook.lambda;
import static dev.stowage.dsl.service.Hook.pause;
import static dev.stowage.dsl.service.Shift.Stage.POST_TEST_TRAFFIC_SHIFT;
import static dev.stowage.dsl.service.Shift.Stage.PRE_SCALE_UP;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** Deployments that ECS itself does by shifting traffic: what follows from one word. */
class ShiftTest {

    private static final String CONFIGURATION = "DeploymentConfiguration";

    private static final Outcome BLUE_GREEN = Shop.deployed(
            blueGreen().bake(ofMinutes(5)).preview(Shop.FRONT.http(8443).path("/*")));

    @Test
    void saysTheStrategyAndItsBakeTime() {
        assertThat(BLUE_GREEN.text("WebService", CONFIGURATION + "/Strategy")).isEqualTo("\"BLUE_GREEN\"");
        assertThat(BLUE_GREEN.text("WebService", CONFIGURATION + "/BakeTimeInMinutes"))
                .isEqualTo("5");
        assertThat(BLUE_GREEN.text("WebService", CONFIGURATION + "/DeploymentCircuitBreaker"))
                .isEqualTo("{\"Enable\": true, \"Rollback\": true}");
    }

    @Test
    void bakesForAQuarterOfAnHourUnlessSaid() {
        assertThat(Shop.deployed(blueGreen()).text("WebService", CONFIGURATION + "/BakeTimeInMinutes"))
                .isEqualTo("15");
    }

    @Test
    void givesTheProductionRuleTheFormThatEcsWrites() {
        var rule = "WebFront443Rule" + suffix(BLUE_GREEN, "WebFront443Rule");
        assertThat(BLUE_GREEN.text(rule, "Actions/0"))
                .isEqualTo("{\"Type\": \"forward\", \"ForwardConfig\": {\"TargetGroups\": ["
                        + "{\"TargetGroupArn\": {\"Ref\": \"WebFront8080TargetGroup\"}, \"Weight\": 100}, "
                        + "{\"TargetGroupArn\": {\"Ref\": \"WebFront8080AlternateTargetGroup\"}, \"Weight\": 0}"
                        + "]}}");
    }

    @Test
    void tellsTheServiceOfItsAlternateItsRulesAndItsRole() {
        var advanced = "LoadBalancers/0/AdvancedConfiguration/";
        assertThat(BLUE_GREEN.text("WebService", advanced + "AlternateTargetGroupArn"))
                .isEqualTo("{\"Ref\": \"WebFront8080AlternateTargetGroup\"}");
        assertThat(BLUE_GREEN.text("WebService", advanced + "ProductionListenerRule"))
                .startsWith("{\"Ref\": \"WebFront443Rule");
        assertThat(BLUE_GREEN.text("WebService", advanced + "TestListenerRule"))
                .startsWith("{\"Ref\": \"WebFront8443Rule");
        assertThat(BLUE_GREEN.text("WebService", advanced + "RoleArn"))
                .isEqualTo("{\"Fn::GetAtt\": [\"WebInfrastructureRole\", \"Arn\"]}");
        assertThat(BLUE_GREEN.text("WebInfrastructureRole", "ManagedPolicyArns/0"))
                .contains("AmazonECSInfrastructureRolePolicyForLoadBalancers");
        assertThat(BLUE_GREEN.text("WebInfrastructureRole", "AssumeRolePolicyDocument"))
                .contains("\"ecs.amazonaws.com\"");
    }

    @Test
    void makesTheAlternateLikeTheFirst() {
        assertThat(BLUE_GREEN.resource("WebFront8080AlternateTargetGroup").properties())
                .isEqualTo(BLUE_GREEN.resource("WebFront8080TargetGroup").properties());
        assertThat(BLUE_GREEN.model().findings()).isEmpty();
        assertThat(Checker.check(BLUE_GREEN.model()).findings()).isEmpty();
    }

    @Test
    void movesPartOfTheTrafficFirst() {
        assertThat(Shop.deployed(canary(0.5, ofMinutes(10))).text("WebService", CONFIGURATION + "/CanaryConfiguration"))
                .isEqualTo("{\"CanaryPercent\": 0.5, \"CanaryBakeTimeInMinutes\": 10}");
        assertThat(Shop.deployed(linear(20, ofMinutes(3))).text("WebService", CONFIGURATION + "/LinearConfiguration"))
                .isEqualTo("{\"StepPercent\": 20, \"StepBakeTimeInMinutes\": 3}");
    }

    @Test
    void asksAFunctionAndAHumanBeing() {
        var function = arn("arn:aws:lambda:eu-west-1:111122223333:function:smoke");
        var outcome = Shop.deployed(blueGreen()
                .hook(POST_TEST_TRAFFIC_SHIFT, lambda(function))
                .hook(PRE_SCALE_UP, pause().within(ofHours(4))));
        assertThat(outcome.text("WebService", CONFIGURATION + "/LifecycleHooks"))
                .isEqualTo("[{\"LifecycleStages\": [\"POST_TEST_TRAFFIC_SHIFT\"], "
                        + "\"HookTargetArn\": \"arn:aws:lambda:eu-west-1:111122223333:function:smoke\", "
                        + "\"RoleArn\": {\"Fn::GetAtt\": [\"WebHookRole\", \"Arn\"]}}, "
                        + "{\"LifecycleStages\": [\"PRE_SCALE_UP\"], \"TargetType\": \"PAUSE\", "
                        + "\"TimeoutConfiguration\": {\"Action\": \"ROLLBACK\", \"TimeoutInMinutes\": 240}}]");
        assertThat(outcome.text("WebHookRole", "Policies/0/PolicyDocument/Statement/0"))
                .isEqualTo("{\"Effect\": \"Allow\", \"Action\": \"lambda:InvokeFunction\", "
                        + "\"Resource\": \"arn:aws:lambda:eu-west-1:111122223333:function:smoke\"}");
    }

    @Test
    void goesOnWithoutAnAnswerWhereThatIsSaid() {
        var outcome = Shop.deployed(
                blueGreen().hook(PRE_SCALE_UP, lambda(parameter("Smoke")).elseContinue()));
        assertThat(outcome.text("WebService", CONFIGURATION + "/LifecycleHooks/0/TimeoutConfiguration"))
                .isEqualTo("{\"Action\": \"CONTINUE\"}");
        assertThat(outcome.text("WebService", CONFIGURATION + "/LifecycleHooks/0/HookTargetArn"))
                .isEqualTo("{\"Ref\": \"Smoke\"}");
    }

    @Test
    void runsWithoutTrafficToo() {
        var outcome = Shop.outcome(Shop.service().deploy(blueGreen()));
        assertThat(outcome.ids()).doesNotContain("WebInfrastructureRole");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void wantsOneRouteForEachPort() {
        var outcome = Shop.outcome(Shop.service()
                .behind(Shop.HTTPS.path("/a"))
                .behind(Shop.HTTPS.path("/b"))
                .deploy(blueGreen()));
        assertThat(outcome.finding("deployment.shift.several-routes").message())
                .isEqualTo("`web` shifts its traffic by one rule for each port, and 2 routes lead to port 8080.");
    }

    @Test
    void showsNewTasksAtTheBalancerThatLeadsToThem() {
        var other = LoadBalancer.internal("back", Shop.NETWORK).http();
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                Shop.service().behind(Shop.HTTPS.path("/*")).deploy(blueGreen().preview(other.path("/*")))));
        assertThat(outcome.rules()).contains("deployment.preview.elsewhere");
    }

    @Test
    void warnsOfAPreviewThatSpeaksOfTargetGroupsOfOthers() {
        var next = Shop.FRONT.http(8443).path("/*");
        assertThat(Shop.deployed(blueGreen().preview(next.probe(http("/next")))).rules())
                .containsExactly("deployment.preview.settings");
        assertThat(Shop.deployed(blueGreen().preview(next.drain(ofSeconds(5)))).rules())
                .containsExactly("deployment.preview.settings");
        assertThat(Shop.outcome(Shop.service()
                                .behind(Shop.HTTPS.path("/*").probe(http("/")).drain(ofSeconds(5)))
                                .deploy(blueGreen()
                                        .preview(next.probe(http("/")).drain(ofSeconds(5)))))
                        .rules())
                .isEmpty();
    }

    @Test
    void takesNoPartOfAMinute() {
        assertThat(Shop.deployed(blueGreen().bake(ofSeconds(90)))
                        .finding("duration.minutes")
                        .message())
                .isEqualTo("`90 s` is no whole number of minutes, and AWS counts in whole minutes here.");
    }

    private static String suffix(Outcome outcome, String start) {
        var id = outcome.ids().ceiling(start);
        return id == null ? "" : id.substring(start.length());
    }
}
