package programs.words;

import static dev.stowage.dsl.app.Locator.arn;
import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.schedule.Schedule.every;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import org.junit.jupiter.api.Test;
import programs.Outcome;
import programs.helper.Tasks;

/** Clusters that exist, and words about where a service runs. */
class ClusterTest {

    private static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"));

    @Test
    void aClusterThatExistsIsNamedAndNotMade() {
        var cluster = Cluster.existing("shop", id("house"), NETWORK);
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                cluster.service("web", Tasks.plain())
                        .count(from(1).to(3).onCpu(60).onBacklog(MessageQueue.of("orders"), 10)),
                cluster.schedule("report", Tasks.plain(), every(ofHours(1)))));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebService", "Cluster")).isEqualTo("\"house\"");
        assertThat(outcome.text("WebScalableTarget", "ResourceId")).contains("\"house\"");
        assertThat(outcome.text("ReportSchedule", "Target/Arn")).contains("cluster/${Name}", "\"house\"");
        assertThat(outcome.resources("AWS::ECS::Cluster")).isEmpty();
    }

    @Test
    void aClusterIsFoundByItsResourceNameOrByAParameter() {
        var far = Cluster.existing("far", arn("arn:aws:ecs:eu-west-1:1:cluster/far"), NETWORK);
        var asked = Cluster.existing("asked", parameter("Cluster"), NETWORK);
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                far.schedule("a", Tasks.plain(), every(ofHours(1))),
                far.service("b", Tasks.plain()),
                asked.service("c", Tasks.plain())));

        assertThat(outcome.text("ASchedule", "Target/Arn")).isEqualTo("\"arn:aws:ecs:eu-west-1:1:cluster/far\"");
        assertThat(outcome.text("BService", "Cluster")).isEqualTo("\"far\"");
        assertThat(outcome.text("CService", "Cluster")).isEqualTo("{\"Ref\": \"Cluster\"}");
    }

    @Test
    void aServiceSaysItsPlatformAndWhetherItsZonesStayEven() {
        var cluster = Cluster.of("shop", NETWORK);
        var outcome = Outcome.of(() -> Stack.of(
                "shop",
                cluster.service("a", Tasks.plain()).platform("1.4.0").rebalanced(),
                cluster.service("b", Tasks.plain()).withoutRebalancing(),
                cluster.service("c", Tasks.plain())));

        assertThat(outcome.text("AService", "PlatformVersion")).isEqualTo("\"1.4.0\"");
        assertThat(outcome.text("AService", "AvailabilityZoneRebalancing")).isEqualTo("\"ENABLED\"");
        assertThat(outcome.text("BService", "AvailabilityZoneRebalancing")).isEqualTo("\"DISABLED\"");
        assertThat(outcome.resource("CService").properties().get("AvailabilityZoneRebalancing"))
                .isEmpty();
    }
}
