package dev.stowage.schema.graph;

import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What does not depend on how conditions turn out: all stacks of a model, resources by type, exports, and nesting. */
final class Universe {

    private final List<Stack> stacks;
    private final List<Asset> assets;
    private final Map<String, List<Entry>> byType = new HashMap<>();
    private final Map<String, List<Export>> exports = new HashMap<>();
    private final List<Export> exportsByFunction = new ArrayList<>(0);
    private final IdentityHashMap<Stack, Entry> parents = new IdentityHashMap<>();

    Universe(Model model) {
        assets = model.assets();
        stacks = new ArrayList<>(model.templates().size());
        for (var template : model.templates()) {
            var stack = new Stack(template);
            stacks.add(stack);
            for (var entry : stack.entries()) {
                add(entry);
            }
            addExports(stack);
        }
        nest();
    }

    private void add(Entry entry) {
        var type = entry.resource().type();
        var others = byType.get(type);
        if (others == null) {
            others = new ArrayList<>();
            byType.put(type, others);
        }
        others.add(entry);
    }

    private void addExports(Stack stack) {
        var outputs = stack.section("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.value(i) instanceof ObjectNode output) {
                var name = output.object("Export").peek("Name");
                var value = output.peek("Value");
                if (name != null && value != null) {
                    add(new Export(stack, name, value));
                }
            }
        }
    }

    /** Finds the stack that each nested stack is made of; a template that two of them use has no one parent. */
    private void nest() {
        var twice = new ArrayList<Stack>(0);
        for (var entry : entries(NestedStacks.TYPE)) {
            var child = child(entry);
            if (child != null && parents.put(child, entry) != null) {
                twice.add(child);
            }
        }
        for (var stack : twice) {
            parents.remove(stack);
        }
    }

    List<Stack> stacks() {
        return stacks;
    }

    /** All resources of a type, stack by stack, in the order in which they were written. */
    List<Entry> entries(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The stack that a nested stack is made of, or null where the model does not hold it. */
    @Nullable
    Stack child(Entry nested) {
        return NestedStacks.child(nested, stacks, assets);
    }

    /** The nested stack that makes this stack, or null where there is none or more than one. */
    @Nullable
    Entry parent(Stack stack) {
        return parents.get(stack);
    }

    private void add(Export export) {
        if (!(export.name instanceof TextNode name)) {
            exportsByFunction.add(export);
            return;
        }
        var others = exports.get(name.value());
        if (others == null) {
            others = new ArrayList<>(1);
            exports.put(name.value(), others);
        }
        others.add(export);
    }

    /** The one export that an import of this name can mean, or null. */
    @Nullable
    Export export(String name, Stack importer, Resolver resolver) {
        var candidates = new ArrayList<>(exports.getOrDefault(name, List.of()));
        for (var export : exportsByFunction) {
            if (resolver.isText(export.home, export.name, name)) {
                candidates.add(export);
            }
        }
        Export match = null;
        for (var candidate : candidates) {
            if (candidate.home.mayBeBeside(importer)) {
                if (match != null) {
                    return null;
                }
                match = candidate;
            }
        }
        return match;
    }

    /** An output under a name that other stacks can import. */
    static final class Export {

        private final Stack home;
        private final Node name;
        private final Node value;

        private Export(Stack home, Node name, Node value) {
            this.home = home;
            this.name = name;
            this.value = value;
        }

        Stack home() {
            return home;
        }

        Node value() {
            return value;
        }
    }
}
