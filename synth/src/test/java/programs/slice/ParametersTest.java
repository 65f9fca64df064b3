package programs.slice;

import static dev.stowage.dsl.app.Locator.parameter;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.schema.expression.Condition.choose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.FargateSize;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.fargate.TwoVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** What is known only at deployment: parameters, conditions, choices. */
// formatter:off
class ParametersTest {

    private static final Marks HERE = Marks.of(ParametersTest.class);

    @Test
    void aParameterIsDeclaredOnceForAllWhoNameIt() {
        var outcome = Outcome.of(() -> {
            var tag = Text.parameter("Tag").orElse("latest");
            var one = Given.container().env("TAG", tag);
            var again = Text.parameter("Tag").orElse("latest");
            return Stack.of("shop", Given.cluster().service("web", FargateTask.sized(OneVcpu.GB_2).container(one.env("AGAIN", again))));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Parameters/Tag")))
                .isEqualTo("{\"Type\": \"String\", \"Default\": \"latest\"}");
    }

    @Test
    void aParameterDeclaredInTwoWaysIsAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var tag = Text.parameter("Tag").orElse("latest"); // <- first
            var other = Text.parameter("Tag"); // <- second
            return Stack.of("shop", Given.cluster().service("web",
                    FargateTask.sized(OneVcpu.GB_2).container(Given.container().env("A", tag).env("B", other))));
        });

        assertThat(outcome.rules()).containsExactly("parameter.differs");
        assertThat(outcome.place("parameter.differs")).isEqualTo(HERE.line("second"));
        assertThat(outcome.otherPlace("parameter.differs")).isEqualTo(HERE.line("first"));
    }

    @Test
    void aParameterOfTwoTypesIsAnError() {
        var outcome = Outcome.of(() -> Stack.of("shop", Cluster.of("shop", Vpc.existing("main", parameter("Id")))
                .service("web", Given.task()).count(Whole.parameter("Id"))));

        assertThat(outcome.rules()).containsExactly("parameter.differs");
    }

    @Test
    void twoStacksDeclareAParameterEachInTheirWay() {
        var outcome = Outcome.of(() -> dev.stowage.dsl.app.App.of(
                Stack.of("one", Cluster.of("a", Given.network()).service("a", Given.task()).count(Whole.parameter("Copies").orElse(1))),
                Stack.of("two", Cluster.of("b", Given.network()).service("b", Given.task()).count(Whole.parameter("Copies").orElse(2)))));

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void aNameThatCloudFormationRefusesIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> {
            var tag = Text.parameter("image-tag"); // <- dashed
            return Stack.of("shop", Given.cluster().service("web", FargateTask.sized(OneVcpu.GB_2).container(Given.container().env("A", tag))));
        });

        assertThat(outcome.rules()).containsExactly("name.form");
        assertThat(outcome.place("name.form")).isEqualTo(HERE.line("dashed"));
    }

    @Test
    void aConditionStandsOnAllResourcesOfAService() {
        var outcome = Outcome.of(() -> {
            var large = Text.parameter("Kind").oneOf("small", "large").is("large");
            var https = Given.https();
            var extra = Given.cluster().service("extra", Given.task()).count(from(1).to(3).onCpu(60)).behind(https.path("/x")).onlyIf(large);
            return Stack.of("shop", https, extra);
        });

        assertThat(outcome.rules()).isEmpty();
        for (var id : outcome.ids()) {
            var condition = outcome.resource(id).attributes().text("Condition");
            assertThat(condition.isPresent()).as(id).isEqualTo(id.startsWith("Extra"));
        }
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Conditions/KindIsLarge")))
                .isEqualTo("{\"Fn::Equals\": [{\"Ref\": \"Kind\"}, \"large\"]}");
    }

    @Test
    void aListenerStandsUnderTheConditionOfItsBalancer() {
        var outcome = Outcome.of(() -> {
            var large = Text.parameter("Kind").is("large");
            var front = LoadBalancer.internetFacing("front", Given.network()).onlyIf(large);
            return Stack.of("shop", front, front.http());
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.resource("Front80Listener").attributes().text("Condition")).contains("KindIsLarge");
        assertThat(outcome.resource("Front80ListenerIngress").attributes().text("Condition")).contains("KindIsLarge");
    }

    @Test
    void conditionsThatWantOneNameGetTwo() {
        var outcome = Outcome.of(() -> {
            var kind = Text.parameter("Kind");
            return Stack.of("shop",
                    Given.cluster().service("a", Given.task()).onlyIf(kind.is("extra-large")),
                    Given.cluster().service("b", Given.task()).onlyIf(kind.is("extraLarge")));
        });

        assertThat(outcome.rules()).isEmpty();
        var a = outcome.resource("AService").attributes().text("Condition").orElseThrow();
        var b = outcome.resource("BService").attributes().text("Condition").orElseThrow();
        assertThat(a).isNotEqualTo(b);
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Conditions/" + a))).contains("extra-large");
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Conditions/" + b))).contains("extraLarge");
    }

    @Test
    void conditionsArePutTogether() {
        var outcome = Outcome.of(() -> {
            var kind = Text.parameter("Kind");
            return Stack.of("shop", Given.cluster().service("a", Given.task()).onlyIf(kind.is("x").and(kind.is("y").not()).or(kind.is("z"))));
        });

        var name = outcome.resource("AService").attributes().text("Condition").orElseThrow();
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Conditions/" + name))).isEqualTo(
                "{\"Fn::Or\": [{\"Condition\": \"KindIsXAndNotKindIsY\"}, {\"Condition\": \"KindIsZ\"}]}");
    }

    @Test
    void aChoiceIsAFunctionInCountEnvironmentAndRetention() {
        var outcome = Outcome.of(() -> {
            var large = Text.parameter("Kind").is("large");
            var one = Given.container().env("THREADS", choose(large, "16", "2")).logs(cloudWatch(choose(large, 90, 7)));
            return Stack.of("shop", Given.cluster().service("web", FargateTask.sized(OneVcpu.GB_2).container(one)).count(choose(large, 3, 1)),
                    Given.cluster().service("scaled", Given.task()).count(from(choose(large, 2, 1)).to(choose(large, 40, 4))));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebService", "DesiredCount")).isEqualTo("{\"Fn::If\": [\"KindIsLarge\", 3, 1]}");
        assertThat(outcome.text("WebTaskDefinition", "ContainerDefinitions/0/Environment/0/Value"))
                .isEqualTo("{\"Fn::If\": [\"KindIsLarge\", \"16\", \"2\"]}");
        var groups = outcome.resources("AWS::Logs::LogGroup");
        assertThat(groups).extracting(each -> Outcome.text(each.properties()))
                .anyMatch(text -> text.contains("{\"Fn::If\": [\"KindIsLarge\", 90, 7]}"));
        assertThat(outcome.text("ScaledScalableTarget", "MaxCapacity")).isEqualTo("{\"Fn::If\": [\"KindIsLarge\", 40, 4]}");
    }

    @Test
    void aChosenSizeIsAMappingOfLegalPairs() {
        var outcome = Outcome.of(() -> {
            var kind = Text.parameter("Kind").oneOf("small", "large").orElse("small");
            var size = FargateSize.chosenBy(kind, QuarterVcpu.MB_512, TwoVcpu.GB_4);
            return Stack.of("shop", Given.cluster().service("web", FargateTask.sized(size).container(Given.container())));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(Outcome.text(Outcome.at(outcome.template("shop").sections(), "Mappings/KindSizes"))).isEqualTo(
                "{\"small\": {\"Cpu\": \"256\", \"Memory\": \"512\"}, \"large\": {\"Cpu\": \"2048\", \"Memory\": \"4096\"}}");
        assertThat(outcome.text("WebTaskDefinition", "Cpu")).isEqualTo("{\"Fn::FindInMap\": [\"KindSizes\", {\"Ref\": \"Kind\"}, \"Cpu\"]}");
        assertThat(outcome.text("WebTaskDefinition", "Memory")).isEqualTo("{\"Fn::FindInMap\": [\"KindSizes\", {\"Ref\": \"Kind\"}, \"Memory\"]}");
    }

    @Test
    void twoTasksChooseDifferentSizesByOneParameter() {
        var outcome = Outcome.of(() -> {
            var kind = Text.parameter("Kind").oneOf("small", "large");
            var small = FargateSize.chosenBy(kind, QuarterVcpu.MB_512, HalfVcpu.GB_1);
            var large = FargateSize.chosenBy(kind, OneVcpu.GB_2, TwoVcpu.GB_4);
            var cluster = Given.cluster();
            return Stack.of("shop",
                    cluster.service("a", FargateTask.sized(small).container(Given.container())),
                    cluster.service("b", FargateTask.sized(large).container(Given.container())),
                    cluster.service("c", FargateTask.sized(large).container(Given.container())));
        });

        assertThat(outcome.rules()).isEmpty();
        var mappings = outcome.template("shop").sections().object("Mappings");
        assertThat(mappings.size()).isEqualTo(2);
        assertThat(outcome.text("BTaskDefinition", "Cpu")).isNotEqualTo(outcome.text("ATaskDefinition", "Cpu"));
        assertThat(outcome.text("CTaskDefinition", "Cpu")).isEqualTo(outcome.text("BTaskDefinition", "Cpu"));
    }

    @Test
    void aChoiceOfSizesWithoutAValueForEachIsAnError() {
        var outcome = Outcome.of(() -> {
            var kind = Text.parameter("Kind").oneOf("small", "large");
            var size = FargateSize.chosenBy(kind, QuarterVcpu.MB_512);
            return Stack.of("shop", Given.cluster().service("web",
                    FargateTask.sized(size) // <- incomplete
                            .container(Given.container())));
        });

        assertThat(outcome.rules()).containsExactly("task.size.choices");
        assertThat(outcome.place("task.size.choices")).isEqualTo(HERE.line("incomplete"));
    }
}
// formatter:on
