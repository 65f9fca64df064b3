package dev.stowage.schema.graph;

import static dev.stowage.schema.graph.Draft.call;
import static dev.stowage.schema.graph.Draft.either;
import static dev.stowage.schema.graph.Draft.equal;
import static dev.stowage.schema.graph.Draft.list;
import static dev.stowage.schema.graph.Draft.object;
import static dev.stowage.schema.graph.Draft.ref;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A question is asked in exactly those ways in which the conditions it meets can turn out together. */
class BranchesTest {

    private static final List<String> PARAMETERS = List.of("P", "Q", "R");
    private static final List<String> LITERALS = List.of("a", "b", "c");

    @Test
    void asksOnceWhereNoConditionIsMet() {
        var draft = Draft.of("s").parameter("Stage").condition("Prod", equal(ref("Stage"), "prod"));

        assertThat(ways(draft, List.of())).containsExactly("");
    }

    @Test
    void knowsThatAParameterHasOneValue() {
        var draft = Draft.of("s")
                .parameter("Stage")
                .condition("Prod", equal(ref("Stage"), "prod"))
                .condition("Dev", equal("dev", call("Fn::Sub", "${Stage}")));

        assertThat(ways(draft, List.of("Prod", "Dev"))).containsExactly("00", "01", "10");
    }

    @Test
    void knowsTheAllowedValues() {
        var draft = Draft.of("s")
                .parameter("Stage", "AllowedValues", list("prod", "dev"))
                .condition("Prod", equal(ref("Stage"), "prod"))
                .condition("Dev", equal(ref("Stage"), "dev"))
                .condition("Test", equal(ref("Stage"), "test"));

        assertThat(ways(draft, List.of("Prod", "Dev", "Test"))).containsExactly("010", "100");
    }

    @Test
    void decidesWhatIsTheSameInEveryDeployment() {
        var draft = Draft.of("s").condition("Always", equal("x", "x")).condition("Never", equal("x", "y"));

        assertThat(ways(draft, List.of("Always", "Never"))).containsExactly("10");
    }

    @Test
    void doesNotBranchOnWhatItCannotFollow() {
        var draft = Draft.of("s")
                .parameter("Stage")
                .parameter("List")
                .condition("Mapped", equal(call("Fn::FindInMap", list("M", ref("Stage"), "K")), "x"))
                .condition("First", equal(call("Fn::Select", list(0, ref("List"))), "x"))
                .condition("Second", equal(call("Fn::Select", list(1, ref("List"))), "x"))
                .in("Parameters", "Long", object("Type", "String", "MinLength", 1))
                .condition("Empty", equal(ref("Long"), ""));

        assertThat(ways(draft, List.of("Mapped", "First", "Second", "Empty", "Undeclared")))
                .containsExactly("?????");
    }

    @Test
    void doesNotBranchWhereRulesBindParameters() {
        var draft = Draft.of("s")
                .parameter("Stage")
                .condition("Prod", equal(ref("Stage"), "prod"))
                .in("Rules", "R", object("Assertions", list()));

        assertThat(ways(draft, List.of("Prod"))).containsExactly("?");
    }

    @Test
    void givesUpBeyondSixtyFourWays() {
        var six = new ArrayList<String>();
        var draft = Draft.of("s");
        for (var i = 0; i < 7; i++) {
            draft.parameter("P" + i).condition("C" + i, equal(ref("P" + i), "x"));
            six.add("C" + i);
        }

        assertThat(Branches.ask(ResourceGraph.of(Draft.model(carrier(draft))), graph -> answer(graph, six)))
                .isEmpty();
        assertThat(ways(draft, six.subList(0, 6))).hasSize(64);
    }

    @Test
    void keepsConditionsOfTwoStacksApart() {
        var one = Draft.of("one").parameter("Stage").condition("Prod", equal(ref("Stage"), "prod"));
        var two = Draft.of("two").parameter("Stage").condition("Prod", equal(ref("Stage"), "prod"));
        var graph = ResourceGraph.of(Draft.model(carrier(one), carrier(two)));

        assertThat(Branches.ask(graph, asked -> {
                            var text = new StringBuilder();
                            for (var found : asked.all("T")) {
                                text.append(bit(found, "Prod"));
                            }
                            return text.toString();
                        })
                        .orElseThrow())
                .extracting(Branches.Answer::answer)
                .containsExactlyInAnyOrder("00", "01", "10", "11");
    }

    @Test
    void asksInExactlyTheWaysThatSomeDeploymentHas() {
        var random = new Random(20_261_120);
        for (var round = 0; round < 3_000; round++) {
            var draft = Draft.of("s");
            var domains = new TreeMap<String, List<String>>();
            for (var parameter : PARAMETERS) {
                var allowed = random.nextBoolean() ? LITERALS.subList(0, 1 + random.nextInt(3)) : List.<String>of();
                domains.put(parameter, allowed);
                if (allowed.isEmpty()) {
                    draft.parameter(parameter);
                } else {
                    draft.parameter(parameter, "AllowedValues", list(allowed.toArray()));
                }
            }
            var formulas = new TreeMap<String, Node>();
            for (var i = 0; i < 4; i++) {
                var formula = formula(random, 2, i);
                formulas.put("C" + i, formula);
                draft.condition("C" + i, formula);
            }
            var names = List.copyOf(formulas.keySet());

            assertThat(new TreeSet<>(ways(draft, names)))
                    .as("round %s: %s over %s", round, formulas, domains)
                    .isEqualTo(byBruteForce(formulas, domains));
        }
    }

    private static Node formula(Random random, int depth, int declared) {
        var kind = depth == 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 1 -> call("Fn::Not", list(formula(random, depth - 1, declared)));
            case 2 -> call("Fn::And", list(formula(random, depth - 1, declared), formula(random, depth - 1, declared)));
            case 3 -> call("Fn::Or", list(formula(random, depth - 1, declared), formula(random, depth - 1, declared)));
            case 4 -> declared == 0 ? side(random) : call("Condition", "C" + random.nextInt(declared));
            default -> side(random);
        };
    }

    private static CallNode side(Random random) {
        var left = ref(PARAMETERS.get(random.nextInt(3)));
        return random.nextInt(3) == 0
                ? equal(left, ref(PARAMETERS.get(random.nextInt(3))))
                : equal(LITERALS.get(random.nextInt(3)), left);
    }

    /** Tries all literals and, for parameters that take anything, three more strings that nobody mentions. */
    private static Set<String> byBruteForce(Map<String, Node> formulas, Map<String, List<String>> domains) {
        var ways = new TreeSet<String>();
        for (var p : values(domains.get("P"))) {
            for (var q : values(domains.get("Q"))) {
                for (var r : values(domains.get("R"))) {
                    var text = new StringBuilder();
                    for (var formula : formulas.values()) {
                        text.append(holds(formula, formulas, Map.of("P", p, "Q", q, "R", r)) ? '1' : '0');
                    }
                    ways.add(text.toString());
                }
            }
        }
        return ways;
    }

    private static List<String> values(List<String> allowed) {
        return allowed.isEmpty() ? List.of("a", "b", "c", "x", "y", "z") : allowed;
    }

    private static boolean holds(Node node, Map<String, Node> formulas, Map<String, String> values) {
        var call = (CallNode) node;
        if (call.calls("Condition")) {
            return holds(formulas.get(text(call.argument())), formulas, values);
        }
        var parts = ((dev.stowage.schema.tree.ListNode) call.argument()).items();
        return switch (call.function()) {
            case "Fn::Not" -> !holds(parts.get(0), formulas, values);
            case "Fn::And" -> holds(parts.get(0), formulas, values) && holds(parts.get(1), formulas, values);
            case "Fn::Or" -> holds(parts.get(0), formulas, values) || holds(parts.get(1), formulas, values);
            default -> value(parts.get(0), values).equals(value(parts.get(1), values));
        };
    }

    private static String value(Node side, Map<String, String> values) {
        return side instanceof CallNode call ? values.get(text(call.argument())) : text(side);
    }

    private static String text(Node node) {
        return ((dev.stowage.schema.tree.TextNode) node).value();
    }

    private static List<String> ways(Draft draft, List<String> names) {
        var answers = Branches.ask(ResourceGraph.of(Draft.model(carrier(draft))), graph -> answer(graph, names))
                .orElseThrow();
        var ways = new ArrayList<String>();
        for (var answer : answers) {
            ways.add(answer.answer());
        }
        assertThat(ways).doesNotHaveDuplicates();
        ways.sort(null);
        return ways;
    }

    private static String answer(ResourceGraph graph, List<String> names) {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(bit(graph.all("T").get(0), name));
        }
        return text.toString();
    }

    private static String bit(Found found, String condition) {
        var text = found.scope().resolve(either(condition, "1", "0")).text();
        return text == null ? "?" : text;
    }

    private static Draft carrier(Draft draft) {
        return draft.resource("From" + draft.hashCode(), "T");
    }
}
