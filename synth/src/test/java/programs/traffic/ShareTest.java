package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.service.Deployment.blueGreen;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Action.forward;
import static dev.stowage.dsl.traffic.Action.redirect;
import static dev.stowage.dsl.traffic.Action.respond;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.path;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.SecurityGroup;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** Target groups of others, shared routes, and what a listener answers by itself. */
class ShareTest {

    private static final String OLD_ARN =
            "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/old/0123456789abcdef";

    private static final TargetGroup OLD = TargetGroup.existing("old", arn(OLD_ARN));

    private static final TargetGroup HANDED = TargetGroup.existing("handed", parameter("HandedGroup"));

    @Test
    void registersTasksInATargetGroupOfOthers() {
        var outcome =
                Shop.outcome(Shop.service().registersIn(OLD.calledBy(SecurityGroup.existing("house", id("sg-7")))));
        assertThat(outcome.text("WebService", "LoadBalancers"))
                .isEqualTo("[{\"ContainerName\": \"web\", \"ContainerPort\": 8080, \"TargetGroupArn\": \"" + OLD_ARN
                        + "\"}]");
        assertThat(outcome.text("WebOld8080Ingress", "SourceSecurityGroupId")).isEqualTo("\"sg-7\"");
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::TargetGroup"))
                .isEmpty();
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void asksForTheGroupOfALoadBalancerThatIsNotSaid() {
        var outcome = Shop.outcome(Shop.service().registersIn(HANDED, tcp(8080)));
        assertThat(outcome.text("WebHanded8080Ingress", "SourceSecurityGroupId"))
                .isEqualTo("{\"Ref\": \"HandedSecurityGroup\"}");
        assertThat(outcome.text("WebService", "LoadBalancers/0/TargetGroupArn"))
                .isEqualTo("{\"Ref\": \"HandedGroup\"}");
    }

    @Test
    void registersOnlyWhereATaskListens() {
        assertThat(Shop.outcome(Shop.service().registersIn(OLD, tcp(9999))).rules())
                .containsExactly("route.port.absent");
    }

    @Test
    void shiftsNothingInATargetGroupOfOthers() {
        var service = Shop.service().behind(Shop.HTTPS.path("/*")).registersIn(OLD);
        assertThat(Shop.outcome(service.deploy(blueGreen())).rules()).containsExactly("deployment.shift.registration");
    }

    @Test
    void sharesARouteByWeights() {
        var outcome = Shop.outcome(Shop.service()
                .behind(Shop.HTTPS.path("/*").share(90, OLD.weight(10)).stickyShare(ofHours(1))));
        assertThat(outcome.text(rule(outcome), "Actions"))
                .isEqualTo("[{\"Type\": \"forward\", \"ForwardConfig\": {\"TargetGroups\": "
                        + "[{\"TargetGroupArn\": {\"Ref\": \"WebFront8080TargetGroup\"}, \"Weight\": 90}, "
                        + "{\"TargetGroupArn\": \"" + OLD_ARN + "\", \"Weight\": 10}], "
                        + "\"TargetGroupStickinessConfig\": {\"Enabled\": true, \"DurationSeconds\": 3600}}}]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void findsWeightsAndTimesThatCannotBe() {
        var route = Shop.HTTPS.path("/*").share(1000, OLD.weight(10)).stickyShare(ofHours(24 * 8));
        assertThat(Shop.outcome(Shop.service().behind(route)).rules())
                .containsExactly("listener.share.weight", "listener.share.stay");
        var many = Shop.HTTPS
                .path("/*")
                .share(1, OLD.weight(1), OLD.weight(1), OLD.weight(1), OLD.weight(1), OLD.weight(1));
        assertThat(Shop.outcome(Shop.service().behind(many)).rules()).containsExactly("listener.share.groups");
        var alone = Shop.HTTPS.path("/*").stickyShare(ofHours(1));
        assertThat(Shop.outcome(Shop.service().behind(alone)).rules()).containsExactly("route.share.alone");
    }

    @Test
    void sharesNothingThatIsShifted() {
        var route = Shop.HTTPS.path("/*").share(90, OLD.weight(10));
        assertThat(Shop.outcome(Shop.service().behind(route).deploy(blueGreen()))
                        .rules())
                .containsExactly("deployment.shift.share");
    }

    @Test
    void answersByItself() {
        var https = Shop.HTTPS
                .answer(respond(403, "<p>No.</p>").html(), path("/admin/*"))
                .answer(redirect("https://new.example/").permanently(), host("old.example"))
                .answer(forward(OLD.weight(2), HANDED.weight(1)).sticky(ofHours(2)), path("/legacy/*"))
                .otherwise(forward(OLD));
        var outcome = behind(https);
        assertThat(action(outcome, "/admin/*"))
                .isEqualTo("{\"Type\": \"fixed-response\", \"FixedResponseConfig\": {\"ContentType\": \"text/html\", "
                        + "\"StatusCode\": \"403\", \"MessageBody\": \"<p>No.</p>\"}}");
        assertThat(action(outcome, "old.example")).contains("\"HTTP_301\"");
        assertThat(action(outcome, "/legacy/*")).contains("\"Weight\": 2", "{\"Ref\": \"HandedGroup\"}", "7200");
        assertThat(outcome.text("Front443Listener", "DefaultActions"))
                .isEqualTo("[{\"Type\": \"forward\", \"TargetGroupArn\": \"" + OLD_ARN + "\"}]");
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void putsAnswersAmongRoutesByHowSpecificTheyAre() {
        var outcome = behind(Shop.HTTPS.answer(respond(403, "No."), path("/admin/*")));
        assertThat(priority(outcome, "/admin/*")).isLessThan(priority(outcome, "/*"));
    }

    @Test
    void tellsOfAnAnswerThatTakesTheRequestsOfARoute() {
        var outcome = behind(Shop.HTTPS.answer(respond(403, "No."), path("/*")));
        assertThat(outcome.finding("route.conditions.same").message())
                .isEqualTo(
                        "Two routes of listener `front-443` answer the same requests: one of service `web` and one of "
                                + "the listener itself.");
    }

    @Test
    void answersNothingAtAListenerOfOthers() {
        var shared = HttpsListener.existing(
                        "shared",
                        parameter("Listener"),
                        LoadBalancer.existing("house", parameter("House"), Shop.NETWORK))
                .answer(respond(403, "No."), path("/admin/*"))
                .priorities(1, 9);
        assertThat(behind(shared).rules()).contains("place.existing.word");
    }

    private static Outcome behind(HttpsListener https) {
        return Outcome.of(() -> Stack.of("shop", https, Shop.service().behind(https.path("/*"))));
    }

    private static String action(Outcome outcome, String value) {
        return outcome.text(ruleFor(outcome, value), "Actions/0");
    }

    private static int priority(Outcome outcome, String value) {
        return Integer.parseInt(outcome.text(ruleFor(outcome, value), "Priority"));
    }

    private static String ruleFor(Outcome outcome, String value) {
        return outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule").stream()
                .filter(each -> Outcome.text(Outcome.at(each.properties(), "Conditions"))
                        .contains("\"" + value + "\""))
                .findFirst()
                .orElseThrow()
                .logicalId();
    }

    private static String rule(Outcome outcome) {
        return outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule")
                .get(0)
                .logicalId();
    }
}
