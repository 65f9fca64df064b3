package programs.slice;

import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Match.host;
import static dev.stowage.dsl.traffic.Match.path;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.HttpRoute;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.tree.NumberNode;
import java.util.HashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Which requests lead to which service, and in what order they are asked for. */
// formatter:off
class RoutesTest {

    private static final Marks HERE = Marks.of(RoutesTest.class);

    private final HttpListener http = LoadBalancer.internetFacing("front", Given.network()).http();

    @Test
    void twoRoutesWithTheSameConditionsAreAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var one = http.when(path("/a", "/b"), host("shop.example")); // <- one
            var two = http.when(host("shop.example"), path("/b", "/a")); // <- two
            return Stack.of("shop", service("one").behind(one), service("two").behind(two));
        });

        assertThat(outcome.rules()).containsExactly("route.conditions.same");
        assertThat(outcome.place("route.conditions.same")).isEqualTo(HERE.line("two"));
        assertThat(outcome.otherPlace("route.conditions.same")).isEqualTo(HERE.line("one"));
    }

    @Test
    void twoRoutesWithOnePriorityAreAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var one = http.path("/a").priority(7); // <- seven
            var two = http.path("/b").priority(7); // <- seven again
            return Stack.of("shop", service("one").behind(one), service("two").behind(two));
        });

        assertThat(outcome.rules()).containsExactly("route.priority.taken");
        assertThat(outcome.place("route.priority.taken")).isEqualTo(HERE.line("seven again"));
        assertThat(outcome.otherPlace("route.priority.taken")).isEqualTo(HERE.line("seven"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 50_001})
    void aPriorityOutsideTheRangeIsAnError(int number) {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web").behind(http.path("/a")
                .priority(number)))); // <- outside

        assertThat(outcome.rules()).containsExactly("route.priority.range");
        assertThat(outcome.place("route.priority.range")).isEqualTo(HERE.line("outside"));
    }

    @Test
    void servicesThatStandInForEachOtherMayHaveOneRoute() {
        var outcome = Outcome.of(() -> {
            var large = Text.parameter("Kind").is("large");
            return Stack.of("shop",
                    service("one").behind(http.path("/a")).behind(http.path("/b").priority(7)).onlyIf(large),
                    service("two").behind(http.path("/a")).behind(http.path("/b").priority(7)).onlyIf(large.not()));
        });

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void aNumberThatTheUserGivesIsKeptAndOthersMakeRoom() {
        var free = priority(http.path("/a/*"));
        var outcome = Outcome.of(() -> Stack.of("shop",
                service("one").behind(http.path("/a/*")), service("two").behind(http.path("/z/*").priority(free))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("TwoFront80Rule" + free, "Priority")).isEqualTo(String.valueOf(free));
        var rules = outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule");
        assertThat(rules).extracting(rule -> rule.properties().get("Priority").orElseThrow()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} is asked before {1}")
    @CsvSource({
        "/api/*, /*",
        "/api, /ap*",
        "/api/v1/*, /api/*",
        "/api/v1, /api/*",
        "/a, /*",
        "/shop/*, /?",
        "/a/rather/long/path/of/some/sixty/characters/as/they/do/occur/in/programs/and/more/*,"
                + " /a/rather/long/path/of/some/sixty/characters/as/they/do/occur/in/programs/*",
        "/a/rather/long/path/of/some/sixty/characters/as/they/do/occur/in/programs/and/x*,"
                + " /a/rather/long/path/of/some/sixty/characters/as/they/do/occur/in/programs/and/*",
    })
    void aMoreSpecificPathComesFirst(String first, String second) {
        assertThat(priority(http.path(first))).isLessThan(priority(http.path(second)));
    }

    @Test
    void moreConditionsComeFirst() {
        assertThat(priority(http.when(path("/*"), host("*")))).isLessThan(priority(http.path("/a/very/exact/path")));
    }

    @Test
    void aMoreSpecificPathOfALongHostComesFirst() {
        var name = host("checkout-service.internal.shop.example.com");
        var orders = http.when(name, path("/api/v1/orders/*"));
        assertThat(priority(http.when(name, path("/api/v1/orders/items/*")))).isLessThan(priority(orders));
        assertThat(priority(orders)).isLessThan(priority(http.when(name, path("/api/*"))));
    }

    @Test
    void routesOfOneBandTakeOneNumberEachAndStayInTheirBand() {
        var outcome = Outcome.of(() -> {
            var service = service("web");
            for (var i = 0; i < 90; i++) {
                service = service.behind(http.path("/" + (char) ('0' + i % 10) + (char) ('a' + i / 10) + "/*"));
            }
            return Stack.of("shop", service.behind(http.path("/*")).behind(http.path("/abc/*")));
        });

        var numbers = outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule").stream()
                .map(rule -> Integer.parseInt(Outcome.text(rule.properties().get("Priority").orElseThrow()))).toList();
        assertThat(numbers).hasSize(92).doesNotHaveDuplicates();
        assertThat(numbers).allMatch(number -> number >= 1 && number <= 50_000);
        var least = outcomePriority(outcome, "/*");
        var most = outcomePriority(outcome, "/abc/*");
        assertThat(numbers).filteredOn(number -> number != least && number != most).allMatch(number -> most < number && number < least);
    }

    @Test
    void ofTwoRoutesWhoseHashesFallTogetherTheLaterOneTakesTheNextNumber() {
        var byNumber = new HashMap<Integer, String>();
        var path = "/1000/*";
        for (var i = 1_001; byNumber.putIfAbsent(priority(http.path(path)), path) == null; i++) {
            path = "/" + i + "/*";
        }
        var later = path;
        var alone = priority(http.path(later));
        var earlier = byNumber.get(alone);
        var outcome = Outcome.of(() -> Stack.of("shop", service("one").behind(http.path(later)).behind(http.path(earlier))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcomePriority(outcome, earlier)).isEqualTo(alone);
        assertThat(outcomePriority(outcome, later)).isNotEqualTo(alone);
    }

    @Test
    void theSameConditionsHaveTheSameNumberWhateverTheirOrderAndStack() {
        assertThat(priority(http.when(path("/a", "/b"), host("x")))).isEqualTo(priority(http.when(host("x"), path("/b", "/a"))));
    }

    @Test
    void routesToOnePortThatSayDifferentThingsAreAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var one = http.path("/a").drain(ofSeconds(5)); // <- five
            var two = http.path("/b").drain(ofSeconds(9)); // <- nine
            return Stack.of("shop", service("web").behind(one).behind(two));
        });

        assertThat(outcome.rules()).containsExactly("route.settings.differ");
        assertThat(outcome.place("route.settings.differ")).isEqualTo(HERE.line("nine"));
        assertThat(outcome.otherPlace("route.settings.differ")).isEqualTo(HERE.line("five"));
    }

    @Test
    void routesToOnePortWithTwoProbesAreAnError() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web")
                .behind(http.path("/a").probe(http("/one"))).behind(http.path("/b")).behind(http.path("/c").probe(http("/two")))));

        assertThat(outcome.rules()).containsExactly("route.settings.differ");
    }

    @Test
    void aRouteWithoutAProbeSharesThatOfAnother() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web").behind(http.path("/a")).behind(http.path("/b").probe(http("/ready")))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebFront8080TargetGroup", "HealthCheckPath")).isEqualTo("\"/ready\"");
        assertThat(outcome.resources("AWS::ElasticLoadBalancingV2::TargetGroup")).hasSize(1);
    }

    @Test
    void routesToTwoPortsHaveTargetGroupsOfTheirOwn() {
        var outcome = Outcome.of(() -> {
            var task = FargateTask.sized(OneVcpu.GB_2).container(Given.container().port(tcp(9090)));
            var web = Given.cluster().service("web", task)
                    .behind(http.path("/*").drain(ofSeconds(5))).behind(http.path("/admin/*").to(tcp(9090)).drain(ofSeconds(9)));
            return Stack.of("shop", web);
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.ids()).contains("WebFront8080TargetGroup", "WebFront9090TargetGroup", "WebFront9090Ingress");
        assertThat(outcome.text("WebService", "LoadBalancers/1/ContainerPort")).isEqualTo("9090");
    }

    @Test
    void aRouteToAPortThatNoContainerHasIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> {
            var route = http.path("/*")
                    .to(tcp(9999)); // <- absent
            return Stack.of("shop", service("web").behind(route));
        });

        assertThat(outcome.rules()).containsExactly("route.port.absent");
        assertThat(outcome.place("route.port.absent")).isEqualTo(HERE.line("absent"));
    }

    @Test
    void aRouteToATaskWithoutPortsIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> {
            var task = FargateTask.sized(OneVcpu.GB_2).container(dev.stowage.dsl.task.Container.of("web", dev.stowage.dsl.task.Image.image("x:1")));
            return Stack.of("shop", Given.cluster().service("web", task).behind(
                    http.path("/*"))); // <- portless
        });

        assertThat(outcome.rules()).containsExactly("route.task.without-port");
        assertThat(outcome.place("route.task.without-port")).isEqualTo(HERE.line("portless"));
    }

    @Test
    void scalingByRequestsWithoutARouteIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web").count(from(1).to(3)
                .onRequests(100)))); // <- requests

        assertThat(outcome.rules()).containsExactly("scaling.requests.without-route");
        assertThat(outcome.place("scaling.requests.without-route")).isEqualTo(HERE.line("requests"));
    }

    @Test
    void aPartOfASecondIsAnErrorAtTheWord() {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web")
                .behind(http.path("/*"))
                .graceful(ofMillis(1_500)))); // <- millis

        assertThat(outcome.rules()).containsExactly("duration.seconds");
        assertThat(outcome.place("duration.seconds")).isEqualTo(HERE.line("millis"));
    }

    private static FargateService service(String name) {
        return Given.cluster().service(name, Given.task());
    }

    private static int priority(HttpRoute route) {
        var outcome = Outcome.of(() -> Stack.of("shop", service("web").behind(route)));
        var rule = outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule").get(0);
        return Integer.parseInt(((NumberNode) rule.properties().get("Priority").orElseThrow()).digits());
    }

    private static int outcomePriority(Outcome outcome, String path) {
        for (var rule : outcome.resources("AWS::ElasticLoadBalancingV2::ListenerRule")) {
            if (Outcome.text(rule.properties()).contains("\"" + path + "\"")) {
                return Integer.parseInt(Outcome.text(rule.properties().get("Priority").orElseThrow()));
            }
        }
        throw new AssertionError(path);
    }
}
// formatter:on
