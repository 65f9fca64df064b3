package programs.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static programs.Outcome.place;

import dev.stowage.dsl.app.App;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.Node;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import programs.Marks;
import programs.Outcome;
import programs.helper.Tasks;
import programs.house.House;

/** Every word keeps the line that said it, wherever Java lets the word stand. */
class LinesTest {

    private static final Marks WORDS = Marks.of(Words.class);

    private static final Outcome CHAIN = Outcome.of(Words::chain);

    @ParameterizedTest(name = "{0} {1} was said by {2}")
    @CsvSource({
        "WebTaskDefinition, Cpu, sized",
        "WebTaskDefinition, Memory, sized",
        "WebTaskDefinition, RuntimePlatform/CpuArchitecture, arm",
        "WebTaskDefinition, ContainerDefinitions/0/Name, container",
        "WebTaskDefinition, ContainerDefinitions/0/Image, container",
        "WebTaskDefinition, ContainerDefinitions/0/PortMappings/0/ContainerPort, port",
        "WebTaskDefinition, ContainerDefinitions/0/PortMappings/1/ContainerPort, second port",
        "WebTaskDefinition, ContainerDefinitions/0/Environment/0/Value, env A",
        "WebTaskDefinition, ContainerDefinitions/0/Environment/1/Value, env map",
        "WebTaskDefinition, ContainerDefinitions/0/Environment/2/Name, env map",
        "WebTaskDefinition, ContainerDefinitions/0/HealthCheck, curl",
        "WebTaskDefinition, ContainerDefinitions/0/HealthCheck/Interval, every",
        "WebTaskDefinition, ContainerDefinitions/0/HealthCheck/Retries, retries",
        "WebTaskDefinition, ContainerDefinitions/0/LogConfiguration, logs",
        "WebLogGroupWeb, RetentionInDays, logs",
        "WebService, TaskDefinition, service",
        "WebService, CapacityProviderStrategy/0/CapacityProvider, on",
        "WebService, DeploymentConfiguration/MaximumPercent, maximum",
        "WebService, DeploymentConfiguration/MinimumHealthyPercent, rolling",
        "WebService, HealthCheckGracePeriodSeconds, graceful",
        "WebService, LoadBalancers/0/ContainerPort, path",
        "WebService, Tags/0/Value, tag",
        "WebScalableTarget, MinCapacity, from",
        "WebScalableTarget, MaxCapacity, to",
        "WebCpuScalingPolicy, TargetTrackingScalingPolicyConfiguration/TargetValue, onCpu",
        "WebFront8080TargetGroup, HealthCheckPath, probe",
        "WebFront8080TargetGroup, Matcher/HttpCode, probe",
        "WebFront8080TargetGroup, Port, path",
        "WebFront8080TargetGroup, TargetGroupAttributes/0/Value, drain",
        "FrontLoadBalancer, Scheme, front",
        "Front80Listener, Port, http",
    })
    void aWordOfAChainHasItsOwnLine(String resource, String property, String mark) {
        assertThat(CHAIN.place(resource, property)).isEqualTo(WORDS.line(mark));
    }

    @ParameterizedTest(name = "{0} follows from {1}")
    @CsvSource({
        "WebService, service",
        "WebTaskDefinition, sized",
        "WebExecutionRole, service",
        "WebSecurityGroup, service",
        "WebFront8080TargetGroup, path",
        "WebFront8080Ingress, path",
        "WebScalableTarget, from",
        "WebCpuScalingPolicy, onCpu",
        "Front80Listener, http",
        "Front80ListenerIngress, http",
        "FrontLoadBalancerSecurityGroup, front",
    })
    void aDerivedResourceHasTheLineOfWhatItFollowsFrom(String resource, String mark) {
        assertThat(place(CHAIN.resource(resource).at())).isEqualTo(WORDS.line(mark));
    }

    @Test
    void aStackAndItsOutputsHaveTheirLines() {
        var template = CHAIN.template("shop");
        assertThat(place(template.at())).isEqualTo(WORDS.line("stack"));
        assertThat(place(
                        Outcome.at(template.sections(), "Outputs/Address/Value").at()))
                .isEqualTo(WORDS.line("output"));
    }

    @Test
    void aLambdaHasItsLine() {
        assertThat(placeOfCount(Words.lambda(), "AService")).isEqualTo(WORDS.line("lambda"));
    }

    @Test
    void aMethodThatAStreamRefersToHasItsLine() {
        assertThat(placeOfCount(Words.reference(), "BService")).isEqualTo(WORDS.line("referred"));
    }

    @Test
    void aWordThatAStreamRefersToHasTheLineThatRunsTheStream() {
        var address = "NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp";
        assertThat(outcome(Words.reference()).place("BService", address)).isEqualTo(WORDS.line("terminal"));
    }

    @Test
    void aHelperInAnotherPackageHasItsLineAndTheCallersBelow() {
        var count = outcome(Words.helper()).property("WebService", "DesiredCount");
        assertThat(place(count.at())).isEqualTo(Marks.of(Tasks.class).line("count"));
        assertThat(chain(count)).startsWith(Marks.of(Tasks.class).line("count"), WORDS.line("helped"));
    }

    @Test
    void aLoopHasTheLineInItsBody() {
        assertThat(placeOfCount(Words.loop(), "AService")).isEqualTo(WORDS.line("loop"));
        assertThat(placeOfCount(Words.loop(), "BService")).isEqualTo(WORDS.line("loop"));
    }

    @Test
    void aStaticFieldHasItsLine() {
        var memory = outcome(Words.field()).property("WebTaskDefinition", "ContainerDefinitions/0/Memory");
        assertThat(place(memory.at())).isEqualTo(WORDS.line("field"));
    }

    @Test
    void aHabitHasTheLineInsideIt() {
        var outcome = outcome(Words.habits());
        assertThat(outcome.place("WebService", "HealthCheckGracePeriodSeconds")).isEqualTo(WORDS.line("habit"));
        assertThat(outcome.place("WebService", "DesiredCount")).isEqualTo(WORDS.line("busy"));
    }

    @Test
    void aRecordThatSaysAWordWhenItIsMadeHasThatLineAndItsMakerBelow() {
        var count = outcome(Words.constructor()).property("WebService", "DesiredCount");
        assertThat(chain(count)).startsWith(WORDS.line("record"), WORDS.line("new"));
    }

    @Test
    void anotherThreadChangesNoLine() {
        var elsewhere =
                CompletableFuture.supplyAsync(() -> Outcome.of(Words::loop)).join();
        assertThat(elsewhere.place("BService", "DesiredCount")).isEqualTo(WORDS.line("loop"));
    }

    @Test
    void aLibraryIsPassedOverToTheLoopThatCallsIt() {
        var outcome = Outcome.of(new Forty(true));
        var findings = outcome.model().findings();
        assertThat(findings).hasSize(40);
        assertThat(findings)
                .allMatch(each -> place(each.at()).equals(Marks.of(Forty.class).line("loop")));
    }

    @Test
    void aLibraryIsPassedOverToEachOfFortyCallers() {
        var outcome = Outcome.of(new Forty(false));
        var source = Marks.of(Forty.class);
        assertThat(outcome.model().findings()).hasSize(40);
        for (var finding : outcome.model().findings()) {
            var name = ((Said) finding.at()).name();
            assertThat(place(finding.at())).isEqualTo(source.containing("\"" + name + "\""));
        }
    }

    @Test
    void aLibraryStaysInTheChainBelow() {
        var outcome = Outcome.of(new Forty(true));
        var house = Marks.of(House.class);
        var loop = Marks.of(Forty.class).line("loop");
        var count = outcome.property("S7Service", "DesiredCount");
        assertThat(place(count.at())).isEqualTo(loop);
        assertThat(chain(count)).startsWith(house.line("count"), loop);
        var traces = outcome.property("S7TaskDefinition", "ContainerDefinitions/0/Environment/0/Value");
        assertThat(place(traces.at())).isEqualTo(loop);
        assertThat(chain(traces)).startsWith(house.line("traced")).contains(loop);
    }

    private static Outcome outcome(App app) {
        return Outcome.of(() -> app);
    }

    private static String placeOfCount(App app, String service) {
        return outcome(app).place(service, "DesiredCount");
    }

    private static List<String> chain(Node node) {
        return ((Said) node.at()).site().frames().stream().map(Object::toString).toList();
    }
}
