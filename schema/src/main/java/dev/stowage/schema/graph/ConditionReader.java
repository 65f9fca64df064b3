package dev.stowage.schema.graph;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the {@code Conditions} of a template apart. What it cannot follow exactly is left out, so that nobody branches on
 * it: a mapping, two functions of one parameter, and any condition where {@code Rules} of the template bind parameters.
 */
final class ConditionReader {

    private static final Formula OPAQUE = new Formula.Opaque();

    private final Stack stack;
    private final ObjectNode section;
    private final Map<String, Formula> formulas = new HashMap<>();
    private final List<Comparison> comparisons = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();

    private ConditionReader(Stack stack) {
        this.stack = stack;
        this.section = stack.section("Conditions");
    }

    static Conditions read(Stack stack) {
        var reader = new ConditionReader(stack);
        if (!stack.section("Rules").isEmpty()) {
            return Conditions.NONE;
        }
        for (var i = 0; i < reader.section.size(); i++) {
            reader.named(reader.section.key(i));
        }
        var clear = new HashMap<String, Formula>();
        for (var each : reader.formulas.entrySet()) {
            if (!reader.isOpaque(each.getValue())) {
                clear.put(each.getKey(), each.getValue());
            }
        }
        return new Conditions(clear, reader.comparisons, reader.terms);
    }

    @CanIgnoreReturnValue
    private Formula named(String name) {
        var known = formulas.get(name);
        if (known != null) {
            return known;
        }
        var node = section.peek(name);
        if (node == null) {
            return OPAQUE;
        }
        // Stands in while its own parts are read, so that a circle ends here.
        formulas.put(name, OPAQUE);
        var formula = formula(node);
        formulas.put(name, formula);
        return formula;
    }

    private Formula formula(Node node) {
        if (!(node instanceof CallNode call)) {
            return OPAQUE;
        }
        if (call.calls("Condition") && call.argument() instanceof TextNode name) {
            return named(name.value());
        }
        if (!(call.argument() instanceof ListNode list)) {
            return OPAQUE;
        }
        return switch (call.function()) {
            case "Fn::Not" ->
                list.items().size() == 1 ? new Formula.Not(formula(list.items().get(0))) : OPAQUE;
            case "Fn::And" -> several(list, Verdict.FAILS);
            case "Fn::Or" -> several(list, Verdict.HOLDS);
            case "Fn::Equals" ->
                list.items().size() == 2
                        ? comparison(list.items().get(0), list.items().get(1))
                        : OPAQUE;
            default -> OPAQUE;
        };
    }

    private Formula several(ListNode list, Verdict settling) {
        var parts = new ArrayList<Formula>(list.items().size());
        for (var item : list.items()) {
            parts.add(formula(item));
        }
        return new Formula.Several(parts, settling);
    }

    private Formula comparison(Node left, Node right) {
        var one = constant(left);
        var other = constant(right);
        if (one != null && other != null) {
            return new Formula.Constant(one.equals(other));
        }
        var term = one == null ? term(left) : term(right);
        if (one != null || other != null) {
            var literal = one == null ? String.valueOf(other) : one;
            return term < 0 || !mayBe(term, literal) ? OPAQUE : atom(new Comparison(term, -1, literal));
        }
        var second = term(right);
        if (term == second && term >= 0) {
            return new Formula.Constant(true);
        }
        return term < 0 || second < 0 ? OPAQUE : atom(new Comparison(term, second, ""));
    }

    private boolean mayBe(int term, String literal) {
        var declaration = stack.parameter(terms.get(term).parameter());
        return declaration == null || ParameterType.surelyAccepts(declaration, literal);
    }

    private Formula atom(Comparison comparison) {
        for (var i = 0; i < comparisons.size(); i++) {
            var known = comparisons.get(i);
            if (known.term() == comparison.term()
                    && known.other() == comparison.other()
                    && known.literal().equals(comparison.literal())) {
                return new Formula.Atom(i);
            }
        }
        comparisons.add(comparison);
        return new Formula.Atom(comparisons.size() - 1);
    }

    /** The string that a side is in every deployment, or null. */
    private @Nullable String constant(Node node) {
        var literal = Outcome.known(node).text();
        if (literal != null) {
            return literal.contains("{{resolve:") ? null : literal;
        }
        if (!(node instanceof CallNode call) || !call.calls("Ref") || !(call.argument() instanceof TextNode name)) {
            return null;
        }
        return switch (name.value()) {
            case "AWS::Region" -> stack.template().region().orElse(null);
            case "AWS::AccountId" -> stack.template().account().orElse(null);
            default -> argument(name.value());
        };
    }

    private @Nullable String argument(String parameter) {
        var declaration = stack.parameter(parameter);
        var argument = stack.argument(parameter);
        return declaration != null && argument != null && ParameterType.isScalar(declaration)
                ? Outcome.known(argument).text()
                : null;
    }

    /** The position of a term; -1 for one that cannot be told apart from others. */
    private int term(Node written) {
        var node = written instanceof CallNode call ? SubText.simplified(call) : written;
        for (var i = 0; i < terms.size(); i++) {
            if (terms.get(i).node().equals(node)) {
                return i;
            }
        }
        var parameter = parameter(node);
        if (parameter.isEmpty()) {
            return -1;
        }
        var isItself = node instanceof CallNode call && call.calls("Ref");
        var allowed = ParameterType.allowed(stack.parameter(parameter));
        if (!isItself && !allowed.isEmpty()) {
            return -1;
        }
        terms.add(new Term(node, parameter, allowed));
        return terms.size() - 1;
    }

    /** The one parameter or pseudo parameter that a term is made of; empty where something else has a say. */
    private String parameter(Node node) {
        if (!(node instanceof CallNode call)) {
            return "";
        }
        if (call.calls("Ref") && call.argument() instanceof TextNode name) {
            var isKnown = name.value().startsWith("AWS::") || stack.parameter(name.value()) != null;
            return isKnown ? name.value() : "";
        }
        var isPlain = call.calls("Fn::Join") || call.calls("Fn::Select") || call.calls("Fn::Split");
        return isPlain
                        && call.argument() instanceof ListNode list
                        && list.items().size() == 2
                ? parameter(list.items().get(1))
                : "";
    }

    private boolean isOpaque(Formula formula) {
        if (formula instanceof Formula.Not not) {
            return isOpaque(not.of());
        }
        if (formula instanceof Formula.Several several) {
            for (var part : several.of()) {
                if (isOpaque(part)) {
                    return true;
                }
            }
            return false;
        }
        return formula instanceof Formula.Atom atom
                ? isShared(comparisons.get(atom.index()))
                : formula instanceof Formula.Opaque;
    }

    private boolean isShared(Comparison comparison) {
        return isShared(comparison.term()) || (comparison.isOfTerms() && isShared(comparison.other()));
    }

    /** Whether another term is made of the same parameter, so that the two are not free of each other. */
    private boolean isShared(int position) {
        var term = terms.get(position);
        for (var i = 0; i < terms.size(); i++) {
            if (i != position && terms.get(i).parameter().equals(term.parameter())) {
                return true;
            }
        }
        return false;
    }
}
