package programs.identity;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Retention.ONE_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.Certificate;
import dev.stowage.dsl.traffic.HttpsListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Logical ids come from names and from nothing else; a renamed thing keeps its own. */
// formatter:off
class NamesTest {

    private static final Marks HERE = Marks.of(NamesTest.class);

    @Test
    void aRenamedServiceReplacesNothing() {
        var before = Outcome.of(() -> shop(service("web"), Given.front()));
        var after = Outcome.of(() -> shop(service("storefront").formerly("web"), Given.front()));

        assertThat(after.rules()).isEmpty();
        assertThat(after.ids()).isEqualTo(before.ids());
        assertThat(after.differences(before)).containsExactly("WebTaskDefinition");
        assertThat(after.json("shop").replace("-prefix\": \"storefront\"", "-prefix\": \"web\"")).isEqualTo(before.json("shop"));
    }

    @Test
    void aRenamedBalancerTakesItsListenersAndRulesAlong() {
        var before = Outcome.of(() -> shop(service("web"), Given.front()));
        var after = Outcome.of(() -> shop(service("web"), LoadBalancer.internetFacing("entrance", Given.network()).formerly("front")));

        assertThat(after.rules()).isEmpty();
        assertThat(after.differences(before)).isEmpty();
    }

    @Test
    void aBalancerRenamedAfterItsListenerWasMadeTakesItAlong() {
        var outcome = Outcome.of(() -> {
            var entrance = LoadBalancer.internetFacing("entrance", Given.network());
            var http = entrance.http();
            return Stack.of("shop", entrance.formerly("front"), http);
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.ids()).contains("FrontLoadBalancer", "Front80Listener", "Front80ListenerIngress").noneMatch(id -> id.startsWith("Entrance"));
    }

    @Test
    void aRenamedNetworkAndClusterKeepAllIds() {
        var before = Outcome.of(() -> Stack.of("shop", Cluster.of("shop", Vpc.of("main", "10.0.0.0/16")).service("web", Given.task())));
        var after = Outcome.of(() -> Stack.of("shop",
                Cluster.of("store", Vpc.of("base", "10.0.0.0/16").formerly("main")).formerly("shop").service("web", Given.task())));

        assertThat(after.differences(before)).isEmpty();
    }

    @Test
    void aRenamedNetworkKeepsTheNamesOfItsParameters() {
        var before = Outcome.of(() -> Stack.of("shop", Cluster.of("shop", Vpc.existing("main", parameter("Vpc"))).service("web", Given.task())));
        var after = Outcome.of(() -> Stack.of("shop",
                Cluster.of("shop", Vpc.existing("base", parameter("Vpc")).formerly("main")).service("web", Given.task())));

        assertThat(after.differences(before)).isEmpty();
        assertThat(before.json("shop")).contains("MainPrivateSubnets");
    }

    @Test
    void theNameOfAThingIsItsIdWhereverItIsMade() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("order-worker 2", Given.task())));

        assertThat(outcome.ids()).contains("OrderWorker2Service", "OrderWorker2TaskDefinition", "OrderWorker2LogGroup");
    }

    @Test
    void twoNamesThatFallTogetherAreOneErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var one = cluster.service("order-worker", Given.task()); // <- one
            var two = cluster.service("orderWorker", Given.task()); // <- two
            return Stack.of("shop", one, two);
        });

        assertThat(outcome.rules()).containsExactly("name.collision");
        assertThat(outcome.place("name.collision")).isEqualTo(HERE.line("two"));
        assertThat(outcome.otherPlace("name.collision")).isEqualTo(HERE.line("one"));
        assertThat(outcome.finding("name.collision").message()).contains("`order-worker`", "`orderWorker`");
    }

    @Test
    void aNameOfAnotherThingIsNotFreeWhileItIsTheFormerOneOfThis() {
        var outcome = Outcome.of(() -> Stack.of("shop",
                Given.cluster().service("storefront", Given.task()).formerly("web"), Given.cluster().service("web", Given.task())));

        assertThat(outcome.rules()).containsExactly("name.collision");
    }

    @Test
    void oneNameForThingsOfDifferentKindsIsFine() {
        var outcome = Outcome.of(() -> {
            var network = Vpc.of("shop", "10.0.0.0/16");
            var http = LoadBalancer.internetFacing("shop", network).http();
            return Stack.of("shop", Cluster.of("shop", network).service("shop", Given.task()).behind(http.path("/*")));
        });

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void aServiceNamedLikeAnotherOneAndItsContainerIsFine() {
        var outcome = Outcome.of(() -> {
            var logging = FargateTask.sized(OneVcpu.GB_2).container(Given.container().logs(cloudWatch(ONE_WEEK)));
            var cluster = Given.cluster();
            return Stack.of("shop", cluster.service("order", logging), cluster.service("order-web", Given.task()));
        });

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void oneNameInTwoStacksIsTwoThings() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("one", Cluster.of("a", Given.network()).service("web", Given.task())),
                Stack.of("two", Cluster.of("b", Given.network()).service("Web", Given.task()))));

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void twoListenersOfOnePortAreTwoVersionsOfOne() {
        var outcome = Outcome.of(() -> {
            var front = Given.front();
            var https = front.https(80, Certificate.existing("shop", Locator.arn("arn:aws:acm:eu-west-1:1:certificate/1"))); // <- https
            var http = front.http(); // <- http
            return Stack.of("shop", http, https);
        });

        assertThat(outcome.rules()).containsExactly("place.copies-differ");
        assertThat(outcome.place("place.copies-differ")).isEqualTo(HERE.line("http"));
        assertThat(outcome.otherPlace("place.copies-differ")).isEqualTo(HERE.line("https"));
    }

    @Test
    void aRedirectOfPort80AndAListenerOnItAreAnError() {
        var outcome = Outcome.of(() -> {
            var front = Given.front();
            var https = front.https(Certificate.existing("shop", parameter("Certificate")))
                    .redirectHttp(); // <- redirect
            var http = front.http(); // <- plain
            return Stack.of("shop", https, http);
        });

        assertThat(outcome.rules()).containsExactly("listener.port.taken");
        assertThat(outcome.place("listener.port.taken")).isEqualTo(HERE.line("redirect"));
        assertThat(outcome.otherPlace("listener.port.taken")).isEqualTo(HERE.line("plain"));
    }

    private static FargateService service(String name) {
        return Given.cluster().service(name, Given.task()).count(from(1).to(9).onCpu(60).onRequests(100));
    }

    private static App shop(FargateService service, LoadBalancer front) {
        HttpsListener https = front.https(Certificate.existing("shop", parameter("Certificate"))).redirectHttp();
        return Stack.of("shop", service.behind(https.path("/a/*")).behind(https.path("/b/*").priority(7)));
    }
}
// formatter:on
