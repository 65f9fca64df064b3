package programs.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** A route that a wider one, which somebody put before it, leaves no request. */
class HiddenRouteTest {

    private final HttpListener http =
            LoadBalancer.internetFacing("front", Given.network()).http();

    @Test
    void isFoundWhereSomebodyChoseTheNumbers() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                service("web").behind(http.path("/*").priority(1)),
                service("api").behind(http.path("/api/*").priority(2))));

        assertThat(Checker.check(outcome.model()).findings()).singleElement().satisfies(found -> {
            assertThat(found.rule().value()).isEqualTo("listener-rule.shadowed");
            assertThat(found.message()).contains("`api` is never asked");
            assertThat(found.at().toString()).contains("api").contains("HiddenRouteTest.java");
        });
    }

    @Test
    void isSeenWhereTheNumbersAreDerived() {
        var outcome = Outcome.of(() -> Stack.of(
                "shop", service("web").behind(http.path("/*")), service("api").behind(http.path("/api/*"))));

        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    private static FargateService service(String name) {
        return Given.cluster().service(name, Given.task());
    }
}
