package programs.identity;

import static dev.stowage.dsl.cluster.Insights.ENHANCED;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.LoadBalancer;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** A word returns a copy: which one of several counts, and what becomes of those that nothing uses. */
// formatter:off
class CopiesTest {

    private static final Marks HERE = Marks.of(CopiesTest.class);

    @Test
    void aPlaceVariedAfterItWasUsedCountsAsItIsNamed() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var web = cluster.service("web", Given.task());
            return Stack.of("shop", cluster.insights(ENHANCED), web);
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("ShopCluster", "ClusterSettings/0/Value")).isEqualTo("\"enhanced\"");
        assertThat(outcome.text("WebService", "Cluster")).isEqualTo("{\"Ref\": \"ShopCluster\"}");
        assertThat(outcome.resources("AWS::ECS::Cluster")).hasSize(1);
    }

    @Test
    void aListenerThatWasVariedCountsAsItIsNamed() {
        var outcome = Outcome.of(() -> {
            var http = Given.front().http();
            var web = Given.cluster().service("web", Given.task()).behind(http.path("/*"));
            return Stack.of("shop", web, http.otherwise(dev.stowage.dsl.traffic.Action.respond(503, "Closed.")));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("Front80Listener", "DefaultActions/0/FixedResponseConfig/StatusCode")).isEqualTo("\"503\"");
    }

    @Test
    void twoCopiesThatDifferAndNoneNamedAreAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var network = Vpc.of("main", "10.0.0.0/16");
            var wide = network.zones(3); // <- wide
            var cheap = network.sharedNat(); // <- cheap
            var cluster = Cluster.of("shop", wide);
            return Stack.of("shop", cluster, LoadBalancer.internetFacing("front", cheap));
        });

        assertThat(outcome.rules()).containsExactly("place.copies-differ");
        assertThat(outcome.place("place.copies-differ")).isEqualTo(HERE.line("wide"));
        assertThat(outcome.otherPlace("place.copies-differ")).isEqualTo(HERE.line("cheap"));
    }

    @Test
    void twoCopiesThatSayTheSameAreOnePlace() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster().service("a", Given.task());
            return Stack.of("shop", cluster, Given.cluster().service("b", Given.task()));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::ECS::Cluster")).hasSize(1);
    }

    @Test
    void aCopyOfTheNetworkMakesNoOtherCluster() {
        var outcome = Outcome.of(() -> {
            var network = Vpc.of("main", "10.0.0.0/16");
            var early = Cluster.of("shop", network).service("a", Given.task());
            var late = Cluster.of("shop", network.sharedNat()).service("b", Given.task());
            return Stack.of("shop", early, late, network.sharedNat());
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::EC2::NatGateway")).hasSize(1);
    }

    @Test
    void twoBalancersThatLookAlikeAreTwo() {
        var outcome = Outcome.of(() -> {
            var network = Given.network();
            var one = LoadBalancer.internetFacing("one", network).http();
            var two = LoadBalancer.internetFacing("two", network).http();
            var web = Given.cluster().service("web", Given.task()).behind(one.path("/*")).behind(two.path("/*"));
            return Stack.of("shop", web);
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::LoadBalancer")).hasSize(2);
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::TargetGroup")).hasSize(2);
        assertThat(outcome.ids()).contains("One80Listener", "Two80Listener", "WebOne8080TargetGroup", "WebTwo8080TargetGroup");
    }

    @Test
    void oneTaskOfTwoServicesIsTwoTaskDefinitions() {
        var task = Given.task();
        var cluster = Given.cluster();
        var outcome = Outcome.of(() -> Stack.of("shop", cluster.service("a", task), cluster.service("b", task)));

        assertThat(outcome.ids()).contains("ATaskDefinition", "BTaskDefinition", "AExecutionRole", "BExecutionRole");
    }

    @Test
    void aServiceThatNoStackNamesIsAWarningAtItsLineAndNothingElse() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var web = cluster.service("web", Given.task());
            forget(cluster.service("worker", Given.task()) // <- worker
                    .count(3));
            return Stack.of("shop", web);
        });

        assertThat(outcome.rules()).containsExactly("thing.forgotten");
        assertThat(outcome.place("thing.forgotten")).isEqualTo(HERE.line("worker"));
        assertThat(outcome.finding("thing.forgotten").message()).contains("`worker`");
        assertThat(outcome.ids()).noneMatch(id -> id.startsWith("Worker"));
    }

    @Test
    void aStackThatNoAppNamesIsOneWarning() {
        var outcome = Outcome.of(() -> {
            forget(Stack.of("other", Cluster.of("other", Vpc.of("other", "10.0.0.0/16")))); // <- other
            return Stack.of("shop", Given.cluster());
        });

        assertThat(outcome.rules()).containsExactly("thing.forgotten");
        assertThat(outcome.place("thing.forgotten")).isEqualTo(HERE.line("other"));
    }

    @Test
    void aContainerThatNoTaskTakesIsAWarning() {
        var outcome = Outcome.of(() -> {
            forget(Given.container().memory(256));
            return Stack.of("shop", Given.cluster().service("web", Given.task()));
        });

        assertThat(outcome.rules()).containsExactly("thing.forgotten");
    }

    @Test
    void aWordWhoseResultIsDroppedIsAWarningAtTheWord() {
        var outcome = Outcome.of(() -> {
            var web = Given.cluster().service("web", Given.task()); // <- web
            forget(web.count(1)
                    .publicAddress()); // <- dropped
            return Stack.of("shop", web);
        });

        assertThat(outcome.rules()).containsExactly("thing.copy-unused");
        assertThat(outcome.place("thing.copy-unused")).isEqualTo(HERE.line("dropped"));
        assertThat(outcome.otherPlace("thing.copy-unused")).isEqualTo(HERE.line("web"));
        assertThat(outcome.finding("thing.copy-unused").message()).contains("`publicAddress`");
    }

    @Test
    void eachOfTwoWaysThatAThingGoesOnIsFine() {
        var outcome = Outcome.of(() -> {
            var base = Given.container().env("A", "1");
            var cluster = Given.cluster();
            return Stack.of("shop",
                    cluster.service("plain", Given.task()),
                    cluster.service("one", taskOf(base.env("B", "2"))),
                    cluster.service("two", taskOf(base)));
        });

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void whatIsMadeOutsideTheDescriptionIsNeverForgotten() {
        var outside = Given.cluster().service("worker", Given.task());
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", Given.task())));

        assertThat(outside.name()).isEqualTo("worker");
        assertThat(outcome.rules()).isEmpty();
    }

    private static dev.stowage.dsl.task.FargateTask taskOf(dev.stowage.dsl.task.Container container) {
        return dev.stowage.dsl.task.FargateTask.sized(dev.stowage.dsl.fargate.OneVcpu.GB_2).container(container);
    }

    @CanIgnoreReturnValue
    private static Object forget(Object thing) {
        return thing;
    }
}
// formatter:on
