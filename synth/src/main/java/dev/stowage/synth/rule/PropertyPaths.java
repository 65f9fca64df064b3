package dev.stowage.synth.rule;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where the properties of a resource say something along a path in which a star stands for every item of a list. */
final class PropertyPaths {

    private final List<String> found = new ArrayList<>();

    private PropertyPaths() {}

    /** The paths without stars at which something certainly stands: no function that may take it away, no false, no empty list. */
    static List<String> written(ObjectNode properties, String path) {
        var paths = new PropertyPaths();
        paths.walk(properties, path, "");
        return paths.found;
    }

    private void walk(Node node, String rest, String way) {
        if (rest.isEmpty()) {
            if (isSomething(node)) {
                found.add(way);
            }
            return;
        }
        var slash = rest.indexOf('/');
        var step = slash < 0 ? rest : rest.substring(0, slash);
        var further = slash < 0 ? "" : rest.substring(slash + 1);
        var front = way.isEmpty() ? "" : way + "/";
        if (node instanceof ListNode list && step.equals("*")) {
            for (var i = 0; i < list.items().size(); i++) {
                walk(list.items().get(i), further, front + i);
            }
        } else if (node instanceof ObjectNode object && object.has(step)) {
            walk(object.get(step).orElseThrow(), further, front + step);
        }
    }

    private static boolean isSomething(Node node) {
        if (node instanceof CallNode call) {
            return call.calls("Fn::GetAtt") || call.calls("Fn::Join") || call.calls("Fn::Sub");
        }
        return !(node instanceof FlagNode flag && !flag.value())
                && !(node instanceof ListNode list && list.items().isEmpty());
    }
}
