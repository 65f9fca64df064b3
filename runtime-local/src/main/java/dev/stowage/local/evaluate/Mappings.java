package dev.stowage.local.evaluate;

import dev.stowage.local.gap.Gap;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import org.jspecify.annotations.Nullable;

/** {@code Fn::FindInMap}. */
final class Mappings {

    private Mappings() {}

    static @Nullable Node find(StackValues stack, Evaluator evaluator, CallNode call) {
        if (!(call.argument() instanceof ListNode list) || list.items().size() < 3) {
            return missing(stack, call, "");
        }
        var mapping = Literals.text(evaluator.value(list.items().get(0)));
        var first = Literals.text(evaluator.value(list.items().get(1)));
        var second = Literals.text(evaluator.value(list.items().get(2)));
        var found = stack.template()
                .sections()
                .object("Mappings")
                .object(mapping)
                .object(first)
                .peek(second);
        if (found != null) {
            return evaluator.value(found);
        }
        if (list.items().size() > 3
                && list.items().get(3) instanceof ObjectNode options
                && options.has("DefaultValue")) {
            var standard = options.peek("DefaultValue");
            return standard == null ? null : evaluator.value(standard);
        }
        return missing(stack, call, mapping + "/" + first + "/" + second);
    }

    private static Node missing(StackValues stack, CallNode call, String path) {
        stack.whole()
                .found(Gap.VALUE.at(
                        call.at(),
                        "Stack `" + stack.template().stack() + "` has no mapping `" + path
                                + "`, which is needed here."));
        return TextNode.of("");
    }
}
