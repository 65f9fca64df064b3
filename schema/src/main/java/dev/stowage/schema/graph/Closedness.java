package dev.stowage.schema.graph;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;

/** Whether a graph holds all there is, so that one may conclude from what is missing. */
final class Closedness {

    private final ResourceGraph graph;
    private final String[] types;

    Closedness(ResourceGraph graph, String... types) {
        this.graph = graph;
        this.types = types;
    }

    boolean isClosed() {
        if (!isWrittenOut()) {
            return false;
        }
        for (var stack : graph.universe().stacks()) {
            if (leadsOut(stack)) {
                return false;
            }
        }
        return true;
    }

    boolean isWrittenOut() {
        for (var stack : graph.universe().stacks()) {
            var others = stack.template().others();
            if (others.isEmpty() && stack.mayGrow()) {
                return false;
            }
            for (var i = 0; i < others.size(); i++) {
                if (!others.key(i).startsWith("Fn::ForEach") || makesOne(others.value(i))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a stack has to do with one that the model does not hold. */
    private boolean leadsOut(Stack stack) {
        if (hidesImport(stack, stack.template().sections())) {
            return true;
        }
        for (var entry : stack.entries()) {
            var isOpen = entry.resource().type().equals(NestedStacks.TYPE)
                    && graph.universe().child(entry) == null;
            if (isOpen || hidesImport(stack, entry.resource().properties())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a loop may make a resource of one of the types. */
    private boolean makesOne(Node node) {
        if (node instanceof CallNode call) {
            return makesOne(call.argument());
        }
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (makesOne(item)) {
                    return true;
                }
            }
        }
        if (!(node instanceof ObjectNode object)) {
            return false;
        }
        for (var i = 0; i < object.size(); i++) {
            var isOne = object.key(i).equals("Type") && isOne(object.value(i));
            if (isOne || makesOne(object.value(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOne(Node type) {
        if (!(type instanceof TextNode text)) {
            return type instanceof CallNode;
        }
        for (var wanted : types) {
            if (text.value().equals(wanted)
                    || text.value().contains("${")
                    || text.value().equals(NestedStacks.TYPE)) {
                return true;
            }
        }
        return false;
    }

    /** Whether something is imported from a stack that the model does not hold. */
    private boolean hidesImport(Stack stack, Node node) {
        if (node instanceof CallNode call) {
            var isHidden = call.calls("Fn::ImportValue") && !isHeld(stack, call.argument());
            return isHidden || hidesImport(stack, call.argument());
        }
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (hidesImport(stack, item)) {
                    return true;
                }
            }
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (hidesImport(stack, object.value(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isHeld(Stack stack, Node argument) {
        var resolver = new Resolver(graph);
        var name = resolver.resolve(stack, argument).text();
        return name != null && graph.universe().export(name, stack, resolver) != null;
    }
}
