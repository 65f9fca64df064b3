package dev.stowage.local.evaluate;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of CloudFormation whose result follows from their arguments alone. */
final class Computation {

    private Computation() {}

    /** What the function makes of a literal argument; null where it makes nothing of it. */
    static @Nullable Node of(String function, Node argument, StackValues stack) {
        var items = argument instanceof ListNode list ? list.items() : List.of(argument);
        return switch (function) {
            case "Fn::Join" -> join(items);
            case "Fn::Select" -> select(items);
            case "Fn::Split" -> split(items);
            case "Fn::Base64" ->
                TextNode.of(Base64.getEncoder()
                        .encodeToString(Literals.text(argument).getBytes(StandardCharsets.UTF_8)));
            case "Fn::GetAZs" -> zones(argument, stack);
            case "Fn::Cidr" -> Cidr.of(items);
            case "Fn::Length" ->
                argument instanceof ListNode list ? NumberNode.of(list.items().size()) : null;
            case "Fn::ToJsonString" -> TextNode.of(JsonWriter.line(argument));
            default -> null;
        };
    }

    private static @Nullable Node join(List<Node> items) {
        if (items.size() != 2) {
            return null;
        }
        var delimiter = Literals.text(items.get(0));
        return Literals.texts(items.get(1))
                .map(texts -> TextNode.of(String.join(delimiter, texts)))
                .orElse(null);
    }

    private static @Nullable Node select(List<Node> items) {
        if (items.size() != 2 || !(items.get(1) instanceof ListNode list)) {
            return null;
        }
        var digits = Literals.text(items.get(0));
        for (var i = 0; i < list.items().size(); i++) {
            if (digits.equals(Integer.toString(i))) {
                return list.items().get(i);
            }
        }
        return null;
    }

    private static @Nullable Node split(List<Node> items) {
        var delimiter = items.size() == 2 ? Literals.text(items.get(0)) : "";
        if (delimiter.isEmpty()) {
            return null;
        }
        var parts = new ArrayList<String>();
        var text = Literals.text(items.get(1));
        for (var at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter)) {
            parts.add(text.substring(0, at));
            text = text.substring(at + delimiter.length());
        }
        parts.add(text);
        return Literals.list(parts);
    }

    private static Node zones(Node argument, StackValues stack) {
        var region = Literals.text(argument);
        var name = region.isEmpty() ? stack.home().region() : region;
        return Literals.list(List.of(name + "a", name + "b", name + "c"));
    }
}
