package dev.stowage.synth.write;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which stacks of a model come before which: those that one imports from, and those that its assembly puts before it.
 */
final class Imports {

    private final Map<Node, Integer> exporters = new HashMap<>();

    private Imports() {}

    /** For each template, which is such a document, the positions of those that come before it, ascending. */
    static List<Iterable<Integer>> of(List<Template> templates, List<ObjectNode> documents) {
        var imports = new Imports();
        for (var i = 0; i < documents.size(); i++) {
            imports.export(documents.get(i).object("Outputs"), i);
        }
        var all = new ArrayList<Iterable<Integer>>();
        for (var i = 0; i < documents.size(); i++) {
            var sources = new TreeSet<Integer>();
            imports.gather(documents.get(i), sources);
            sources.remove(i);
            follow(templates, i, sources);
            all.add(sources);
        }
        return all;
    }

    /** Of two stacks of one name, either may be meant. */
    private static void follow(List<Template> templates, int position, Set<Integer> sources) {
        var before = templates.get(position).after();
        for (var i = 0; i < position && !before.isEmpty(); i++) {
            if (before.contains(templates.get(i).stack())) {
                sources.add(i);
            }
        }
    }

    private void export(ObjectNode outputs, int position) {
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.value(i) instanceof ObjectNode output) {
                var name = output.object("Export").peek("Name");
                if (name != null) {
                    exporters.putIfAbsent(name, position);
                }
            }
        }
    }

    private void gather(Node node, Set<Integer> sources) {
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                gather(object.value(i), sources);
            }
        } else if (node instanceof ListNode list) {
            for (var item : list.items()) {
                gather(item, sources);
            }
        } else if (node instanceof CallNode call) {
            gather(call.argument(), sources);
            var source = call.calls("Fn::ImportValue") ? exporters.get(call.argument()) : null;
            if (source != null) {
                sources.add(source);
            }
        }
    }
}
