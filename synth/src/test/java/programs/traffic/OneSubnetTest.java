package programs.traffic;

import static dev.stowage.dsl.app.Locator.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.synth.rule.Checker;
import org.junit.jupiter.api.Test;
import programs.Outcome;

/** An Application Load Balancer in a network of others, of which one public subnet is said. */
class OneSubnetTest {

    @Test
    void isFoundWhereTheSubnetIsSaid() {
        var outcome = Outcome.of(() -> Stack.of("shop", balancer("subnet-1")));

        assertThat(Checker.check(outcome.model()).findings()).singleElement().satisfies(found -> {
            assertThat(found.rule().value()).isEqualTo("balancer.subnets");
            assertThat(found.at().toString()).contains("publicSubnets");
            assertThat(found.fix()).hasValueSatisfying(fix -> assertThat(fix).contains("two subnets"));
        });
    }

    @Test
    void isNoFaultWithTwo() {
        var outcome = Outcome.of(() -> Stack.of("shop", balancer("subnet-1", "subnet-2")));

        assertThat(Checker.check(outcome.model()).findings()).isEmpty();
    }

    private static LoadBalancer balancer(String first, String... others) {
        return LoadBalancer.internetFacing(
                "front", Vpc.existing("main", id("vpc-1")).publicSubnets(first, others));
    }
}
