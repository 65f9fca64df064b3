package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a YAML document so far, and what aliases and merges made of them. CloudFormation takes neither, a tool that
 * writes the template anew does; a few lines of aliases can stand for more values than a machine can hold.
 */
final class Anchors {

    private static final int LIMIT = 200_000;

    private final Map<String, Anchor> anchors = new HashMap<>();
    private int repeated;
    private int aliases;
    private int merges;
    private @Nullable Written firstAlias;
    private @Nullable Written firstMerge;

    /** Notes a complete node, so that none can hold itself. */
    void define(String name, Node node) {
        anchors.put(name, Anchor.of(node));
    }

    /** The node that an alias stands for. */
    Node repeat(String name, Written at, int levels) {
        var anchor = anchors.get(name);
        if (anchor == null) {
            throw BadInput.noAnchor(at, name);
        }
        repeated += anchor.size();
        if (repeated > LIMIT) {
            throw BadInput.manyAliases(at, LIMIT);
        }
        if (anchor.height() > levels) {
            throw BadInput.deepAlias(at, name);
        }
        if (aliases++ == 0) {
            firstAlias = at;
        }
        return anchor.node();
    }

    /** Notes what a merge key asks for: an object, or objects of which the first to have a key gives it. */
    void merge(Node value, Written at, List<ObjectNode> merged) {
        if (merges++ == 0) {
            firstMerge = at;
        }
        if (value instanceof ObjectNode object) {
            merged.add(object);
            return;
        }
        if (!(value instanceof ListNode list)) {
            throw BadInput.mergeOfNoObject(at);
        }
        for (var item : list.items()) {
            if (!(item instanceof ObjectNode object)) {
                throw BadInput.mergeOfNoObject(at);
            }
            merged.add(object);
        }
    }

    /** One finding for all aliases, and one for all merges. */
    void report(List<Diagnostic> findings) {
        if (firstAlias != null) {
            findings.add(TemplateProblem.aliases(aliases, firstAlias));
        }
        if (firstMerge != null) {
            findings.add(TemplateProblem.merges(merges, firstMerge));
        }
    }

    /** A node, how many nodes it is in all, and how many levels it has. */
    private record Anchor(Node node, int size, int height) {

        static Anchor of(Node node) {
            var size = 1;
            var height = 0;
            if (node instanceof ObjectNode object) {
                for (var i = 0; i < object.size(); i++) {
                    var inner = of(object.value(i));
                    size += inner.size;
                    height = Math.max(height, inner.height);
                }
            } else if (node instanceof ListNode list) {
                for (var item : list.items()) {
                    var inner = of(item);
                    size += inner.size;
                    height = Math.max(height, inner.height);
                }
            } else {
                return new Anchor(node, 1, 0);
            }
            return new Anchor(node, size, height + 1);
        }
    }
}
