package dev.stowage.schema.graph;

import static dev.stowage.schema.graph.Draft.call;
import static dev.stowage.schema.graph.Draft.either;
import static dev.stowage.schema.graph.Draft.equal;
import static dev.stowage.schema.graph.Draft.list;
import static dev.stowage.schema.graph.Draft.object;
import static dev.stowage.schema.graph.Draft.ref;
import static dev.stowage.schema.graph.Draft.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What functions become before anything is deployed. */
class ResolverTest {

    @Test
    void assumesTheDefaultOfAParameterAndSaysSo() {
        var outcome = resolve(Draft.of("s").parameter("Count", "Default", 3), ref("Count"));

        assertThat(outcome.text()).isEqualTo("3");
        assertThat(outcome.assumed()).containsExactly("Count");
    }

    @Test
    void knowsNothingOfParametersThatNobodyCanRead() {
        var draft = Draft.of("s")
                .parameter("Asked")
                .parameter("Hidden", "Default", "x", "NoEcho", "true")
                .in("Parameters", "Stored", object("Type", "AWS::SSM::Parameter::Value<String>", "Default", "/name"))
                .in("Parameters", "Vpc", object("Type", "AWS::EC2::VPC::Id", "Default", "vpc-1"));

        for (var name : List.of("Asked", "Hidden", "Stored", "Vpc", "Nobody", "AWS::StackName")) {
            assertThat(resolve(draft, ref(name))).as(name).isSameAs(Outcome.UNKNOWN);
        }
    }

    @Test
    void takesWhatTheAssemblyHandsToAParameterForSure() {
        var template = Draft.of("s").parameter("Count", "Default", 3).template().arguments(object("Count", "5"));
        var outcome = resolve(template, ref("Count"));

        assertThat(outcome.text()).isEqualTo("5");
        assertThat(outcome.assumed()).isEmpty();
    }

    @Test
    void readsListsOutOfOneString() {
        var draft = Draft.of("s").in("Parameters", "Zones", object("Type", "CommaDelimitedList", "Default", "a, b"));

        assertThat(resolve(draft, ref("Zones")).node()).isEqualTo(list("a", "b"));
        assertThat(resolve(draft, call("Fn::Select", list(1, ref("Zones")))).text())
                .isEqualTo("b");
        assertThat(resolve(draft, call("Fn::Split", list("-", "x- y"))).node()).isEqualTo(list("x", " y"));
    }

    @Test
    void joinsAndSubstitutesWhatItKnows() {
        var template =
                Draft.of("s").parameter("Name", "Default", "shop").template().environment("1234", "eu-west-1");

        assertThat(resolve(template, call("Fn::Join", list("/", list("a", ref("Name"), ref("AWS::NoValue")))))
                        .text())
                .isEqualTo("a/shop");
        assertThat(resolve(template, call("Fn::Sub", "${Name}-${AWS::Region}-${!Literally}"))
                        .text())
                .isEqualTo("shop-eu-west-1-${Literally}");
        assertThat(resolve(template, call("Fn::Sub", "${Name}-${AWS::StackId}")))
                .isSameAs(Outcome.UNKNOWN);
    }

    @Test
    void looksUpMappings() {
        var draft = Draft.of("s")
                .parameter("Size", "Default", "small")
                .in("Mappings", "Sizes", object("small", object("Cpu", "256")));

        assertThat(resolve(draft, call("Fn::FindInMap", list("Sizes", ref("Size"), "Cpu")))
                        .text())
                .isEqualTo("256");
        assertThat(resolve(draft, call("Fn::FindInMap", list("Sizes", ref("Size"), "Cpu")))
                        .assumed())
                .containsExactly("Size");
        assertThat(resolve(draft, call("Fn::FindInMap", list("Sizes", "large", "Cpu"))))
                .isSameAs(Outcome.UNKNOWN);
    }

    @Test
    void neverTakesADynamicReferenceForItsText() {
        assertThat(resolve(Draft.of("s"), text("{{resolve:ssm:/cpu}}"))).isSameAs(Outcome.UNKNOWN);
    }

    @Test
    void letsADecisionPinTheParameterItIsAbout() {
        var draft = Draft.of("s")
                .parameter("Stage", "Default", "dev")
                .condition("Prod", equal(ref("Stage"), "prod"))
                .resource("From", "T", "Stage", ref("Stage"), "Pick", either("Prod", "yes", "no"));
        var graph = ResourceGraph.of(Draft.model(draft));
        var found = graph.all("T").get(0);
        assertThat(found.scope().resolve(either("Prod", "yes", "no"))).isSameAs(Outcome.UNKNOWN);
        var prod = graph.touched().get(0);

        var under = graph.under(Assignment.OPEN.and(prod)).again(found).scope();
        assertThat(under.resolve(ref("Stage")).text()).isEqualTo("prod");
        assertThat(under.resolve(ref("Stage")).assumed()).isEmpty();
        assertThat(under.resolve(either("Prod", "yes", "no")).text()).isEqualTo("yes");
        var other = graph.under(Assignment.OPEN.and(prod.turned(false)))
                .again(found)
                .scope();
        assertThat(other.resolve(ref("Stage")).assumed()).containsExactly("Stage");
    }

    @Test
    void dropsADefaultThatADecisionRulesOut() {
        var draft = Draft.of("s")
                .parameter("Stage", "Default", "dev")
                .condition("NotDev", call("Fn::Not", list(equal(ref("Stage"), "dev"))))
                .resource("From", "T");
        var graph = ResourceGraph.of(Draft.model(draft));
        var found = graph.all("T").get(0);
        assertThat(found.scope().resolve(either("NotDev", "a", "b"))).isSameAs(Outcome.UNKNOWN);

        var under = graph.under(Assignment.OPEN.and(graph.touched().get(0)))
                .again(found)
                .scope();
        assertThat(under.resolve(ref("Stage"))).isSameAs(Outcome.UNKNOWN);
    }

    @Test
    void givesUpOnNestingWithoutEnd() {
        Node node = ref("Name");
        for (var i = 0; i < 5_000; i++) {
            node = call("Fn::Join", list("", list(node)));
        }

        assertThat(resolve(Draft.of("s").parameter("Name", "Default", "x"), node))
                .isSameAs(Outcome.UNKNOWN);
    }

    private static Outcome resolve(Draft draft, Node node) {
        return resolve(draft.template(), node);
    }

    private static Outcome resolve(Template template, Node node) {
        var withOne = template.resources(
                List.of(Resource.of("From", "T", object(), TextNode.of("").at())));
        return ResourceGraph.of(Model.of(List.of(withOne)))
                .all("T")
                .get(0)
                .scope()
                .resolve(node);
    }
}
