package programs.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Outcome;

/** Services of one name in several clusters of one app. */
class ClustersTest {

    @Test
    void twoClustersInTwoStacksMayEachHaveAServiceOfOneName() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("dev", cluster("dev").service("web", Given.task()).count(1)),
                Stack.of("prod", cluster("prod").service("web", Given.task()).count(9))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.template("dev").resources())
                .anyMatch(each -> each.logicalId().equals("WebService"));
        assertThat(outcome.template("prod").resources())
                .anyMatch(each -> each.logicalId().equals("WebService"));
    }

    @Test
    void inOneStackTheirLogicalIdsFallTogether() {
        var outcome = Outcome.of(() -> Stack.of(
                "both",
                cluster("blue").service("web", Given.task()),
                cluster("green").service("web", Given.task())));

        assertThat(outcome.rules()).containsOnly("name.collision");
    }

    private static Cluster cluster(String name) {
        return Cluster.of(name, Given.network());
    }
}
