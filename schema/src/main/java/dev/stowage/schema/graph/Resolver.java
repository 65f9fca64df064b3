package dev.stowage.schema.graph;

import dev.stowage.schema.reading.Scope.Outcome;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a function becomes, as far as the model tells. It answers one question and gives up as unknown after a few
 * hundred steps, so that neither a cycle nor deep nesting can hold it.
 */
final class Resolver {

    /** Far more than any template needs, and few enough for the call stack. */
    private static final int STEPS = 500;

    private final ResourceGraph graph;
    private int steps;

    Resolver(ResourceGraph graph) {
        this.graph = graph;
    }

    /** What the node becomes in this stack. */
    Outcome resolve(Stack stack, Node node) {
        if (node instanceof TextNode text) {
            return text.value().contains("{{resolve:") ? Outcome.UNKNOWN : Outcome.known(node);
        }
        if (!(node instanceof CallNode call)) {
            return Outcome.known(node);
        }
        if (++steps > STEPS) {
            return Outcome.UNKNOWN;
        }
        return switch (call.function()) {
            case "Ref" -> call.argument() instanceof TextNode name ? ref(stack, name.value()) : Outcome.UNKNOWN;
            case "Fn::If" -> choice(stack, call.argument());
            case "Fn::FindInMap" -> lookUp(stack, call.argument());
            case "Fn::Join" -> join(stack, call.argument());
            case "Fn::Sub" -> sub(stack, call.argument());
            case "Fn::Select" -> select(stack, call.argument());
            case "Fn::Split" -> split(stack, call.argument());
            case "Fn::ImportValue" -> imported(stack, call.argument());
            default -> Outcome.UNKNOWN;
        };
    }

    /** Whether the node is this very string, for sure. */
    boolean isText(Stack stack, Node node, String wanted) {
        var outcome = resolve(stack, node);
        return outcome.assumed().isEmpty() && wanted.equals(outcome.text());
    }

    private Outcome ref(Stack stack, String name) {
        return switch (name) {
            case "AWS::NoValue" -> Outcome.ABSENT;
            case "AWS::Region" -> text(stack.template().region().orElse(""));
            case "AWS::AccountId" -> text(stack.template().account().orElse(""));
            default -> parameter(stack, name);
        };
    }

    private static Outcome text(String value) {
        return value.isEmpty() ? Outcome.UNKNOWN : Outcome.known(TextNode.of(value));
    }

    private Outcome parameter(Stack stack, String name) {
        var declaration = stack.parameter(name);
        if (declaration == null) {
            return Outcome.UNKNOWN;
        }
        var argument = stack.argument(name);
        if (argument != null) {
            return ParameterType.isReadable(declaration)
                    ? Outcome.known(ParameterType.value(declaration, argument))
                    : Outcome.UNKNOWN;
        }
        var parent = graph.universe().parent(stack);
        var handed = parent == null
                ? null
                : parent.resource().properties().object("Parameters").peek(name);
        if (parent != null && handed != null) {
            return resolve(parent.stack(), handed);
        }
        return graph.assignment().in(stack).isEmpty() ? standard(name, declaration) : decided(stack, name, declaration);
    }

    /** A parameter where nothing is decided: its default, which is an assumption. */
    private static Outcome standard(String name, ObjectNode declaration) {
        var standard = declaration.peek("Default");
        return standard != null && ParameterType.isReadable(declaration)
                ? Outcome.assumed(ParameterType.value(declaration, standard), List.of(name))
                : Outcome.UNKNOWN;
    }

    /** A parameter that decided conditions may pin down, or keep away from its default. */
    private Outcome decided(Stack stack, String name, ObjectNode declaration) {
        if (!ParameterType.isReadable(declaration)) {
            return Outcome.UNKNOWN;
        }
        var decisions = graph.assignment().in(stack);
        var forced = stack.conditions().forced(name, decisions);
        if (forced != null) {
            return Outcome.known(ParameterType.value(declaration, TextNode.of(forced)));
        }
        var standard = declaration.peek("Default");
        var text = standard == null ? null : Outcome.known(standard).text();
        return text != null && stack.conditions().mayBe(name, text, decisions)
                ? standard(name, declaration)
                : Outcome.UNKNOWN;
    }

    private Outcome choice(Stack stack, Node argument) {
        if (!(argument instanceof ListNode list)
                || list.items().size() != 3
                || !(list.items().get(0) instanceof TextNode condition)) {
            return Outcome.UNKNOWN;
        }
        return switch (graph.condition(stack, condition.value())) {
            case HOLDS -> resolve(stack, list.items().get(1));
            case FAILS -> resolve(stack, list.items().get(2));
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    private Outcome lookUp(Stack stack, Node argument) {
        if (!(argument instanceof ListNode list) || list.items().size() < 3) {
            return Outcome.UNKNOWN;
        }
        var keys = texts(stack, list.items().subList(0, 3));
        if (keys == null || keys.size() != 3) {
            return Outcome.UNKNOWN;
        }
        var found = stack.section("Mappings")
                .object(keys.get(0))
                .object(keys.get(1))
                .peek(keys.get(2));
        return found == null ? Outcome.UNKNOWN : resting(resolve(stack, found), keys.assumed());
    }

    private Outcome join(Stack stack, Node argument) {
        if (!(argument instanceof ListNode list)
                || list.items().size() != 2
                || !(list.items().get(0) instanceof TextNode delimiter)) {
            return Outcome.UNKNOWN;
        }
        var items = resolve(stack, list.items().get(1));
        if (!(items.node() instanceof ListNode parts)) {
            return Outcome.UNKNOWN;
        }
        var texts = texts(stack, parts.items());
        return texts == null ? Outcome.UNKNOWN : texts.joined(delimiter.value(), items.assumed());
    }

    private Outcome sub(Stack stack, Node argument) {
        var parts = SubText.parts(argument);
        var texts = parts == null ? null : texts(stack, parts);
        return texts == null ? Outcome.UNKNOWN : texts.joined("", List.of());
    }

    private Outcome select(Stack stack, Node argument) {
        if (!(argument instanceof ListNode list) || list.items().size() != 2) {
            return Outcome.UNKNOWN;
        }
        var index = resolve(stack, list.items().get(0));
        var items = resolve(stack, list.items().get(1));
        var digits = index.text();
        if (digits == null || digits.length() > 4 || !(items.node() instanceof ListNode all)) {
            return Outcome.UNKNOWN;
        }
        for (var i = 0; i < all.items().size(); i++) {
            if (digits.equals(Integer.toString(i))) {
                return resting(resting(resolve(stack, all.items().get(i)), items.assumed()), index.assumed());
            }
        }
        return Outcome.UNKNOWN;
    }

    private Outcome split(Stack stack, Node argument) {
        if (!(argument instanceof ListNode list)
                || list.items().size() != 2
                || !(list.items().get(0) instanceof TextNode delimiter)
                || delimiter.value().isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var source = resolve(stack, list.items().get(1));
        var text = source.text();
        return text == null
                ? Outcome.UNKNOWN
                : Outcome.assumed(ParameterType.list(text, delimiter.value()), source.assumed());
    }

    private Outcome imported(Stack stack, Node argument) {
        var name = resolve(stack, argument);
        var text = name.text();
        var export = text == null ? null : graph.universe().export(text, stack, this);
        if (export == null) {
            return Outcome.UNKNOWN;
        }
        return resting(resolve(export.home(), export.value()), name.assumed());
    }

    /** The strings that these nodes become, or null where one of them is not known; what is taken away is left out. */
    private @Nullable Texts texts(Stack stack, List<Node> nodes) {
        var texts = new Texts();
        for (var node : nodes) {
            var outcome = resolve(stack, node);
            var text = outcome.text();
            if (text != null) {
                texts.add(text, outcome.assumed());
            } else if (outcome != Outcome.ABSENT) {
                return null;
            }
        }
        return texts;
    }

    private static Outcome resting(Outcome outcome, List<String> assumed) {
        var node = outcome.node();
        return node == null || assumed.isEmpty()
                ? outcome
                : Outcome.assumed(node, Texts.both(assumed, outcome.assumed()));
    }
}
