package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.schedule.EventPattern;
import dev.stowage.dsl.schedule.EventPattern.Condition;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;

/** Patterns of events as EventBridge writes them: objects within objects, with the values of a field in a list. */
final class Patterns {

    private final EventPattern pattern;
    private final String name;
    private final Said at;
    private final Emission out;

    private Patterns(EventPattern pattern, String name, Said at, Emission out) {
        this.pattern = pattern;
        this.name = name;
        this.at = at;
        this.out = out;
    }

    static ObjectNode of(EventPattern pattern, String name, Said at, Emission out) {
        return new Patterns(pattern, name, at, out).tree();
    }

    private ObjectNode tree() {
        var tree = ObjectNode.empty();
        for (var condition : pattern.conditions()) {
            tree = put(tree, condition.path(), condition);
        }
        return tree;
    }

    private ObjectNode put(ObjectNode tree, String path, Condition condition) {
        var dot = path.indexOf('.');
        var key = dot < 0 ? path : path.substring(0, dot);
        var before = tree.get(key).orElse(null);
        if (before != null && before instanceof ListNode == dot >= 0) {
            out.find(
                    "schedule.rule.pattern",
                    at,
                    "`" + name + "` wants a value of an event at `" + condition.path()
                            + "`, where another word of its pattern wants values above or below.",
                    "Name the fields of the event with values of their own only.");
            return tree;
        }
        if (dot >= 0) {
            var inner = before instanceof ObjectNode object ? object : ObjectNode.empty();
            return tree.with(key, put(inner, path.substring(dot + 1), condition));
        }
        var values = before instanceof ListNode list ? new ArrayList<>(list.items()) : new ArrayList<Node>();
        values.addAll(values(condition));
        return tree.with(key, ListNode.of(values));
    }

    private ArrayList<Node> values(Condition condition) {
        var values = new ArrayList<Node>(condition.values().size());
        for (var value : condition.values()) {
            var node = value.in(out);
            values.add(condition.test() == EventPattern.Test.PREFIX ? ObjectNode.of("prefix", node) : node);
        }
        if (condition.test() != EventPattern.Test.OTHER) {
            return values;
        }
        var other = new ArrayList<Node>(1);
        other.add(ObjectNode.of("anything-but", ListNode.of(values)));
        return other;
    }
}
