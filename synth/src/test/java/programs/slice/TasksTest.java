package programs.slice;

import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.HealthCheck.shell;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Readiness.HEALTHY;
import static dev.stowage.dsl.task.Retention.FOR_EVER;
import static dev.stowage.dsl.task.Retention.ONE_WEEK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import java.util.Map;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Tasks and the containers in them. */
// formatter:off
class TasksTest {

    private static final Marks HERE = Marks.of(TasksTest.class);

    @Test
    void aWindowsTaskSaysItsSystem() {
        var outcome = of(FargateTask.windows(TwoVcpu.GB_4).container(Given.container()));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebTaskDefinition", "RuntimePlatform/OperatingSystemFamily")).contains("WINDOWS_SERVER_");
        assertThat(outcome.text("WebTaskDefinition", "Cpu")).isEqualTo("\"2048\"");
        assertThat(outcome.text("WebTaskDefinition", "Memory")).isEqualTo("\"4096\"");
    }

    @Test
    void theLastWordAboutAVariableCounts() {
        var outcome = of(Given.container().env("A", "1").env(Map.of("B", "1", "A", "2")).env("B", "3"));

        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Environment"))
                .isEqualTo("[{\"Name\": \"A\", \"Value\": \"2\"}, {\"Name\": \"B\", \"Value\": \"3\"}]");
    }

    @Test
    void variablesOutOfAMapStandInTheOrderOfTheirNames() {
        var outcome = of(Given.container().env(Map.of("C", "3", "A", "1", "B", "2", "D", "4")));

        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Environment").replaceAll("[^A-D]", "")).isEqualTo("ABCD");
    }

    @Test
    void containersThatSayNothingOfLogsShareOneGroupForAMonth() {
        var outcome = of(FargateTask.sized(OneVcpu.GB_2).container(Given.container())
                .container(Container.of("kept", image("x:1")).logs(cloudWatch(ONE_WEEK)))
                .container(Container.of("other", image("x:1")))
                .container(Container.of("always", image("x:1")).logs(cloudWatch(FOR_EVER))));

        assertThat(outcome.resources("AWS::Logs::LogGroup")).hasSize(3);
        assertThat(outcome.text("WebLogGroup", "RetentionInDays")).isEqualTo("30");
        assertThat(outcome.text("WebLogGroupKept", "RetentionInDays")).isEqualTo("7");
        assertThat(outcome.resource("WebLogGroupAlways").properties().has("RetentionInDays")).isFalse();
    }

    @Test
    void aContainerWaitsForAnother() {
        var store = Container.of("store", image("redis:7")).healthy(shell("redis-cli ping")).sidecar();
        var outcome = of(FargateTask.sized(OneVcpu.GB_2).container(Given.container().after(store, HEALTHY)).container(store));

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/DependsOn"))
                .isEqualTo("[{\"ContainerName\": \"store\", \"Condition\": \"HEALTHY\"}]");
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/1/Essential")).isEqualTo("false");
    }

    @Test
    void askingWithCurlWithoutAPortIsAnErrorAtItsLine() {
        var outcome = of(Container.of("web", image("x:1")).healthy(
                curl("/health"))); // <- curl

        assertThat(outcome.rules()).containsExactly("container.health-check.without-port");
        assertThat(outcome.place("container.health-check.without-port")).isEqualTo(HERE.line("curl"));
    }

    private static Outcome of(Container container) {
        return of(FargateTask.sized(OneVcpu.GB_2).container(container));
    }

    private static Outcome of(FargateTask task) {
        return Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", task)));
    }
}
// formatter:on
