package programs.traffic;

import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.synth.rule.Checker;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** A service in one network behind a load balancer in another, which reaches none of its tasks. */
class TwoNetworksTest {

    private final Vpc here = Vpc.of("here", "10.0.0.0/16");
    private final Vpc there = Vpc.of("there", "10.1.0.0/16");

    @Test
    void isFoundInOneStack() {
        assertThat(rules(() -> App.of(Stack.of("shop", behind(there))))).containsExactly("target-group.vpc");
    }

    @Test
    void isFoundWhereEachNetworkIsInAStackOfItsOwn() {
        assertThat(rules(() -> App.of(Stack.of("a", here), Stack.of("b", there), Stack.of("shop", behind(there)))))
                .containsExactly("target-group.vpc");
    }

    @Test
    void isNoFaultWithOneNetworkInAnAppOfTwo() {
        assertThat(rules(() -> App.of(Stack.of("b", there), Stack.of("shop", behind(here)))))
                .isEmpty();
    }

    private Service behind(Vpc network) {
        var http = LoadBalancer.internetFacing("front", network).http();
        var task = FargateTask.sized(QuarterVcpu.MB_512)
                .container(Container.of("web", image("web:1")).port(tcp(80)));
        return Cluster.of("main", here).service("web", task).count(2).behind(http.path("/*"));
    }

    private static List<String> rules(Supplier<App> program) {
        var outcome = Outcome.of(program::get);
        return Checker.check(outcome.model()).findings().stream()
                .map(Diagnostic::rule)
                .map(rule -> rule.value())
                .filter(rule -> rule.startsWith("target-group."))
                .toList();
    }
}
