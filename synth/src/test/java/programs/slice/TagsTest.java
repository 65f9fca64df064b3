package programs.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.traffic.LoadBalancer;
import dev.stowage.schema.expression.Text;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** Tags and outputs of stacks. */
// formatter:off
class TagsTest {

    private static final Marks HERE = Marks.of(TagsTest.class);

    @Test
    void theNearestWordAboutATagCounts() {
        var outcome = Outcome.of(() -> {
            var web = Given.cluster().service("web", Given.task()).tag("a", "thing first").tag("a", "thing");
            return App.of(Stack.of("shop", web, Given.front()).tag("a", "stack").tag("b", "stack"))
                    .tag("a", "app").tag("b", "app").tag("c", "app");
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("WebService", "Tags")).isEqualTo(tags("thing", "stack", "app"));
        assertThat(outcome.text("WebTaskDefinition", "Tags")).isEqualTo(tags("thing", "stack", "app"));
        assertThat(outcome.text("FrontLoadBalancer", "Tags")).isEqualTo(tags("stack", "stack", "app"));
    }

    @Test
    void aTagOfAStackThatIsTheAppIsWrittenOnce() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster()).tag("team", "shop"));

        assertThat(outcome.text("ShopCluster", "Tags")).isEqualTo("[{\"Key\": \"team\", \"Value\": \"shop\"}]");
    }

    @Test
    void aTagHasTheLineOfItsWord() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster())
                .tag("team", "shop")); // <- tag

        assertThat(outcome.place("ShopCluster", "Tags/0/Value")).isEqualTo(HERE.line("tag"));
    }

    @Test
    void aResourceThatTakesNoTagsHasNone() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.front().http()).tag("team", "shop"));

        assertThat(outcome.resource("Front80ListenerIngress").properties().has("Tags")).isFalse();
    }

    @Test
    void tasksCarryTheTagsOfTheirService() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster().service("web", Given.task())));

        assertThat(outcome.text("WebService", "PropagateTags")).isEqualTo("\"SERVICE\"");
    }

    @Test
    void anOutputShowsAValue() {
        var outcome = Outcome.of(() -> {
            var http = Given.front().http(8080);
            return Stack.of("shop", http).output("Address", http.url("/home")).output("Plain", Text.text("x"));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(output(outcome, "shop", "Address")).isEqualTo("{\"Value\": {\"Fn::Join\": [\"\", [\"http://\","
                + " {\"Fn::GetAtt\": [\"FrontLoadBalancer\", \"DNSName\"]}, \":8080/home\"]]}}");
        assertThat(output(outcome, "shop", "Plain")).isEqualTo("{\"Value\": \"x\"}");
    }

    @Test
    void anOutputOfAnotherStacksThingIsImported() {
        var outcome = Outcome.of(() -> {
            var http = Given.front().http();
            return App.of(Stack.of("shop", Given.cluster()).output("Address", http.url()), Stack.of("shared", http));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("shared", "shop");
        assertThat(output(outcome, "shop", "Address")).contains("shared-FrontLoadBalancer-DNSName");
    }

    @Test
    void anOutputAndAnExportStandUnderTheConditionOfWhatTheyShow() {
        var outcome = Outcome.of(() -> {
            var large = Text.parameter("Kind").is("large");
            var http = LoadBalancer.internetFacing("front", Given.network()).onlyIf(large).http();
            return App.of(
                    Stack.of("shared", http).output("Address", http.url()),
                    Stack.of("shop", Given.cluster().service("web", Given.task()).behind(http.path("/*"))));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(output(outcome, "shared", "Address")).contains("\"Condition\": \"KindIsLarge\"");
        assertThat(output(outcome, "shared", "ExportFront80ListenerRef")).contains("\"Condition\": \"KindIsLarge\"");
        assertThat(outcome.json("shop")).doesNotContain("KindIsLarge");
    }

    @Test
    void twoOutputsOfOneNameAreAnError() {
        var outcome = Outcome.of(() -> Stack.of("shop", Given.cluster())
                .output("Address", Text.text("a"))
                .output("Address", Text.text("b")));

        assertThat(outcome.rules()).containsExactly("name.collision");
    }

    private static String output(Outcome outcome, String stack, String name) {
        return Outcome.text(Outcome.at(outcome.template(stack).sections(), "Outputs/" + name));
    }

    private static String tags(String a, String b, String c) {
        return "[{\"Key\": \"a\", \"Value\": \"%s\"}, {\"Key\": \"b\", \"Value\": \"%s\"}, {\"Key\": \"c\", \"Value\": \"%s\"}]".formatted(a, b, c);
    }
}
// formatter:on
