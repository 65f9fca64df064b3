package dev.stowage.local.evaluate;

import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NullNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** Works out the functions of one expression. */
final class Evaluator {

    /** More than any template nests, and few enough for the call stack. */
    private static final int DEPTH = 150;

    private final StackValues stack;
    private final boolean keeps;
    private int depth;

    /**
     * For one expression.
     *
     * @param keeps whether references to resources are left as they are
     */
    Evaluator(StackValues stack, boolean keeps) {
        this.stack = stack;
        this.keeps = keeps;
    }

    /** What the node becomes; null where it takes its property away. */
    @Nullable
    Node value(Node node) {
        if (++depth > DEPTH) {
            return TextNode.of("");
        }
        var value = step(node);
        depth--;
        return value;
    }

    private @Nullable Node step(Node node) {
        if (node instanceof CallNode call) {
            var value = call(call);
            return value == null ? null : value.at(call.at());
        }
        if (node instanceof ListNode list) {
            return items(list);
        }
        if (node instanceof ObjectNode object) {
            return entries(object);
        }
        return node instanceof TextNode text && !keeps
                ? DynamicReference.resolved(text, stack.whole().secrets())
                : node;
    }

    private Node items(ListNode list) {
        var items = new ArrayList<Node>(list.items().size());
        for (var item : list.items()) {
            var value = value(item);
            if (value != null) {
                items.add(value);
            }
        }
        return ListNode.of(items).at(list.at());
    }

    private Node entries(ObjectNode object) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < object.size(); i++) {
            var value = object.value(i) instanceof NullNode ? null : value(object.value(i));
            if (value != null) {
                entries.put(object.key(i), value);
            }
        }
        return entries.build().at(object.at());
    }

    private @Nullable Node call(CallNode call) {
        return switch (call.function()) {
            case "Ref" -> call.argument() instanceof TextNode name ? ref(name.value(), call) : unknown(call);
            case "Fn::GetAtt" -> attribute(call);
            case "Fn::If" -> choice(call);
            case "Fn::Sub" -> sub(call);
            case "Fn::FindInMap" -> Mappings.find(stack, this, call);
            case "Condition", "Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals" ->
                TextNode.of(String.valueOf(stack.holds((Node) call)));
            default -> computed(call);
        };
    }

    private @Nullable Node ref(String name, CallNode call) {
        var pseudo = Pseudo.value(name, stack);
        if (pseudo != null || name.equals("AWS::NoValue")) {
            return pseudo;
        }
        if (stack.parameters().has(name)) {
            return keeps && stack.parameters().isReference(name)
                    ? call
                    : stack.parameters().value(name, call);
        }
        if (keeps) {
            return call;
        }
        var resource = stack.resource(name);
        return resource == null ? gone(name, call) : Attributes.ref(resource);
    }

    private @Nullable Node attribute(CallNode call) {
        var asked = Functions.attribute(keeps ? call : flat(call));
        if (keeps) {
            return call;
        }
        if (asked.isEmpty()) {
            return unknown(call);
        }
        var resource = stack.resource(asked.get().logicalId());
        return resource == null
                ? gone(asked.get().logicalId(), call)
                : Attributes.value(resource, asked.get().attribute(), call);
    }

    /** The name of an attribute may be an expression. */
    private CallNode flat(CallNode call) {
        var argument = value(call.argument());
        return argument == null ? call : CallNode.of(call.function(), argument).at(call.at());
    }

    private @Nullable Node choice(CallNode call) {
        if (call.argument() instanceof ListNode list
                && list.items().size() == 3
                && list.items().get(0) instanceof TextNode condition) {
            return value(list.items().get(stack.holds(condition.value()) ? 1 : 2));
        }
        return unknown(call);
    }

    private @Nullable Node sub(CallNode call) {
        var parts = Substitution.parts(call.argument());
        if (parts.isEmpty()) {
            return call.argument() instanceof TextNode ? call.argument() : unknown(call);
        }
        var values = new ArrayList<Node>();
        for (var part : parts) {
            var value = value(part);
            if (value != null) {
                values.add(value);
            }
        }
        if (values.size() == 1) {
            return values.get(0);
        }
        var joined = ListNode.of(values);
        return Literals.isLiteral(joined)
                ? Computation.of("Fn::Join", ListNode.of(TextNode.of(""), joined), stack)
                : Functions.join("", joined);
    }

    /** A function of its argument alone. */
    private @Nullable Node computed(CallNode call) {
        var argument = value(call.argument());
        if (argument == null) {
            return unknown(call);
        }
        if (keeps && !Literals.isLiteral(argument)) {
            return CallNode.of(call.function(), argument);
        }
        if (call.calls("Fn::ImportValue")) {
            return imported(call, argument);
        }
        var result = Computation.of(call.function(), argument, stack);
        return result == null ? unknown(call) : result;
    }

    private Node imported(CallNode call, Node argument) {
        var name = Literals.text(argument);
        var said = stack.whole().settings().local().values().get(name);
        if (said != null) {
            return TextNode.of(said);
        }
        if (keeps) {
            return CallNode.of(call.function(), argument);
        }
        var export = stack.whole().export(name);
        if (export != null) {
            return export;
        }
        stack.whole()
                .found(Gap.VALUE
                        .at(call.at(), "No stack here exports `" + name + "`, which is needed here.")
                        .as(Severity.WARNING)
                        .fix("Give it a value under `values:` of local.yaml: `" + name + ": VALUE`."));
        return TextNode.of(name);
    }

    /** What refers to a resource that a condition takes away, or that is not there. */
    private Node gone(String name, CallNode call) {
        if (!keeps) {
            var why = stack.has(name) ? "a condition takes it away" : "nothing in the stack has that name";
            stack.whole()
                    .found(Gap.VALUE.at(
                            call.at(),
                            "`" + name + "` of stack `" + stack.template().stack() + "` is needed here, and " + why
                                    + "."));
        }
        return TextNode.of(name);
    }

    private Node unknown(CallNode call) {
        if (!keeps) {
            stack.whole()
                    .found(Gap.TEMPLATE.at(
                            call.at(), "`" + call.function() + "` is not worked out in a local run; it stands empty."));
            return TextNode.of("");
        }
        return call;
    }
}
