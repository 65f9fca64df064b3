package dev.stowage.schema.graph;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Who names whom: for each resource, the resources in whose properties it is named, however deep and under whatever
 * condition. Whoever concludes that nobody uses a resource looks here for uses that he does not understand.
 */
public final class Mentions {

    private final ResourceGraph graph;
    private final IdentityHashMap<Entry, List<Entry>> byNamed = new IdentityHashMap<>();
    private final IdentityHashMap<Entry, Entry> shown = new IdentityHashMap<>();

    private Mentions(ResourceGraph graph) {
        this.graph = graph;
    }

    /** All mentions in a graph. */
    public static Mentions of(ResourceGraph graph) {
        var mentions = new Mentions(graph);
        for (var stack : graph.universe().stacks()) {
            for (var entry : stack.entries()) {
                mentions.read(stack, entry, entry.resource().properties());
            }
            mentions.readOutputs(stack);
        }
        return mentions;
    }

    /** The resources that name this one, each once, in the order in which they were written, under what its graph decides. */
    public List<Found> of(Found named) {
        var found = new ArrayList<Found>();
        for (var entry : byNamed.getOrDefault(named.entry(), List.of())) {
            found.add(named.beside(entry));
        }
        return found;
    }

    /** Whether an output of its stack shows the resource to whoever deploys it, or to other stacks. */
    public boolean isShown(Found named) {
        return shown.containsKey(named.entry());
    }

    private void readOutputs(Stack stack) {
        var outputs = stack.section("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            var names = new ArrayList<Entry>(1);
            gather(stack, outputs.value(i), names);
            for (var named : names) {
                shown.put(named, named);
            }
        }
    }

    private void read(Stack stack, Entry from, Node node) {
        var names = new ArrayList<Entry>();
        gather(stack, node, names);
        for (var named : names) {
            var others = byNamed.get(named);
            if (others == null) {
                others = new ArrayList<>(2);
                byNamed.put(named, others);
            }
            if (!others.contains(from)) {
                others.add(from);
            }
        }
    }

    private void gather(Stack stack, Node node, List<Entry> into) {
        if (node instanceof CallNode call) {
            gatherCall(stack, call, into);
        } else if (node instanceof ListNode list) {
            for (var item : list.items()) {
                gather(stack, item, into);
            }
        } else if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                gather(stack, object.value(i), into);
            }
        }
    }

    private void gatherCall(Stack stack, CallNode call, List<Entry> into) {
        switch (call.function()) {
            case "Ref" -> add(stack, call.argument() instanceof TextNode name ? name.value() : "", into);
            case "Fn::GetAtt" -> {
                var asked = Functions.attribute(call);
                add(stack, asked.isPresent() ? asked.get().logicalId() : "", into);
            }
            case "Fn::Sub" -> {
                var parts = SubText.parts(call.argument());
                for (var part : parts == null ? List.<Node>of() : parts) {
                    gather(stack, part, into);
                }
            }
            case "Fn::ImportValue" -> {
                if (new Follower(graph).follow(stack, call) instanceof Target.Held held) {
                    into.add(held.found().entry());
                }
            }
            default -> gather(stack, call.argument(), into);
        }
    }

    private static void add(Stack stack, String logicalId, List<Entry> into) {
        var entry = stack.entry(logicalId);
        if (entry != null) {
            into.add(entry);
        }
    }
}
