package programs.traffic;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.observe.Symptom.errorsAbove;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.traffic.Action.respond;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.rule.Checker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.deploy.Shop;

/** Services behind load balancers and listeners that belong to somebody else. */
class ExistingTest {

    private static final LoadBalancer HOUSE = LoadBalancer.existing(
                    "house",
                    arn("arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/house/1"),
                    Shop.NETWORK)
            .securityGroup("sg-1");

    private static final HttpsListener SHARED = HttpsListener.existing("shared", parameter("Listener"), HOUSE);

    @Test
    void addsItsRulesToTheListener() {
        var outcome =
                Shop.outcome(Shop.service().behind(SHARED.priorities(100, 199).path("/shop/*")));
        var rule =
                outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule").get(0);
        assertThat(outcome.text(rule.logicalId(), "ListenerArn")).isEqualTo("{\"Ref\": \"Listener\"}");
        assertThat(Integer.parseInt(outcome.text(rule.logicalId(), "Priority"))).isBetween(100, 199);
        assertThat(outcome.text("WebHouse8080Ingress", "SourceSecurityGroupId")).isEqualTo("\"sg-1\"");
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::LoadBalancer"))
                .isEmpty();
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::Listener")).isEmpty();
        assertThat(outcome.rules()).isEmpty();
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void asksForASecurityGroupThatIsNotSaid() {
        var house = LoadBalancer.existing("house", parameter("HouseArn"), Shop.NETWORK);
        var listener = HttpsListener.existing("shared", parameter("Listener"), house);
        var outcome = Shop.outcome(Shop.service().behind(listener.path("/*").priority(7)));
        assertThat(outcome.text("WebHouse8080Ingress", "SourceSecurityGroupId"))
                .isEqualTo("{\"Ref\": \"HouseSecurityGroup\"}");
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Parameters/HouseSecurityGroup/Type")))
                .isEqualTo("\"AWS::EC2::SecurityGroup::Id\"");
        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void wantsToKnowWhichPrioritiesAreFree() {
        var outcome = Shop.outcome(Shop.service().behind(SHARED.path("/*")));
        assertThat(outcome.finding("listener.priorities.unsaid").message())
                .isEqualTo("A route of listener `shared` wants a priority, and which ones its other rules have is not "
                        + "known.");
    }

    @Test
    void keepsTheOrderOfRoutesInANarrowRange() {
        var shared = SHARED.priorities(10, 12);
        var outcome = Shop.outcome(Shop.service()
                .behind(shared.path("/*"))
                .behind(shared.path("/a/*"))
                .behind(shared.path("/a/b")));
        assertThat(priority(outcome, "/a/b")).isEqualTo(10);
        assertThat(priority(outcome, "/a/*")).isEqualTo(11);
        assertThat(priority(outcome, "/*")).isEqualTo(12);
    }

    @Test
    void findsARangeThatIsTooNarrow() {
        var shared = SHARED.priorities(10, 10);
        var outcome = Shop.outcome(Shop.service().behind(shared.path("/a")).behind(shared.path("/b")));
        assertThat(outcome.rules()).containsExactly("listener.priorities.full");
    }

    @Test
    void findsARangeThatIsNone() {
        var outcome = Shop.outcome(
                Shop.service().behind(SHARED.priorities(200, 100).path("/a").priority(150)));
        assertThat(outcome.rules()).containsExactly("listener.priorities.range");
    }

    @Test
    void changesNothingThatBelongsToOthers() {
        var changed = SHARED.otherwise(respond(404, "No.")).priorities(1, 9);
        assertThat(Shop.outcome(Shop.service().behind(changed.path("/*"))).rules())
                .containsExactly("place.existing.word");
        var listener = HttpsListener.existing("shared", parameter("Listener"), HOUSE.idleTimeout(ofSeconds(9)));
        assertThat(Shop.outcome(Shop.service().behind(listener.priorities(1, 9).path("/*")))
                        .rules())
                .containsExactly("place.existing.word");
    }

    @Test
    void measuresRequestsByTheEndOfTheResourceName() {
        var outcome = Shop.outcome(Shop.service()
                .behind(SHARED.path("/*").priority(7))
                .count(from(1).to(9).onRequests(100))
                .deploy(rolling().rollbackOn(errorsAbove(1))));
        assertThat(outcome.text("WebHouse8080ErrorsAlarm", "Metrics/1/MetricStat/Metric/Dimensions/0/Value"))
                .isEqualTo("{\"Fn::Select\": [1, {\"Fn::Split\": [\":loadbalancer/\", "
                        + "\"arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/house/1\"]}]}");
        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    @Test
    void knowsNoAddress() {
        var outcome = Outcome.of(() -> Stack.of(
                        "shop", Shop.service().behind(SHARED.path("/*").priority(7)))
                .output("Address", SHARED.url()));
        assertThat(outcome.rules()).contains("balancer.address.unknown");
    }

    private static int priority(Outcome outcome, String path) {
        List<Integer> found = new ArrayList<>();
        for (var rule : outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule")) {
            var id = rule.logicalId();
            if (outcome.text(id, "Conditions/0/PathPatternConfig/Values/0").equals("\"" + path + "\"")) {
                found.add(Integer.parseInt(outcome.text(id, "Priority")));
            }
        }
        return found.get(0);
    }
}
