package dev.stowage.synth.emit.iam;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** A policy document in the making: statements that allow actions on resources. */
final class Policy {

    private final List<Node> statements = new ArrayList<>();

    /** The document by which a service of AWS may take on a role. */
    static ObjectNode trust(String service) {
        var principal = ObjectNode.of("Service", TextNode.of(service));
        return document(List.of(ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", principal)
                .with("Action", "sts:AssumeRole")));
    }

    /** Allows these actions on these resources; on none, nothing. */
    void allow(List<String> actions, List<Node> resources) {
        if (resources.isEmpty()) {
            return;
        }
        var statement = ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Action", oneOrList(texts(actions)))
                .with("Resource", oneOrList(resources));
        statements.add(statement);
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    ObjectNode document() {
        return document(statements);
    }

    private static ObjectNode document(List<Node> statements) {
        return ObjectNode.of("Version", TextNode.of("2012-10-17")).with("Statement", ListNode.of(statements));
    }

    private static List<Node> texts(List<String> values) {
        var nodes = new ArrayList<Node>(values.size());
        for (var value : values) {
            nodes.add(TextNode.of(value));
        }
        return nodes;
    }

    private static Node oneOrList(List<Node> nodes) {
        return nodes.size() == 1 ? nodes.get(0) : ListNode.of(nodes);
    }
}
