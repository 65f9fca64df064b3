package dev.stowage.synth.index;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The properties that a program wrote with {@code raw}, past its language: worth a look in every review. */
public final class RawProperties {

    private final List<String> found = new ArrayList<>();

    private RawProperties() {}

    /** Thing and property of each, such as {@code storefront PlatformVersion}, in the order of the resources. */
    public static List<String> of(Model model) {
        var raws = new RawProperties();
        for (var template : model.templates()) {
            for (var resource : template.resources()) {
                if (hasRaw(resource.properties())) {
                    raws.walk(resource.properties(), "");
                }
            }
        }
        return raws.found;
    }

    /** Whether there is one at all: most programs have none, and putting paths together takes time. */
    private static boolean hasRaw(Node node) {
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (hasRaw(object.value(i))) {
                    return true;
                }
            }
        } else if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (hasRaw(item)) {
                    return true;
                }
            }
        } else if (node instanceof CallNode call && hasRaw(call.argument())) {
            return true;
        }
        return isRaw(node);
    }

    private static boolean isRaw(Node node) {
        return node.at() instanceof Said said && said.word().equals("raw");
    }

    private void walk(Node node, String path) {
        if (isRaw(node) && node.at() instanceof Said said) {
            found.add(said.name() + " " + path);
        } else if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                walk(object.value(i), path.isEmpty() ? object.key(i) : path + "/" + object.key(i));
            }
        } else if (node instanceof ListNode list) {
            for (var i = 0; i < list.items().size(); i++) {
                walk(list.items().get(i), path + "/" + i);
            }
        } else if (node instanceof CallNode call) {
            walk(call.argument(), path);
        }
    }
}
