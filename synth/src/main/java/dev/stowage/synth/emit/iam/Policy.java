package dev.stowage.synth.emit.iam;

import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A policy document in the making: statements that allow actions on resources. What is allowed twice is written once;
 * resources with the same actions share a statement; all is sorted, so that the order of words changes no policy.
 */
final class Policy {

    private final Map<String, Allowed> byResource = new TreeMap<>();

    /** The document by which a service of AWS may take on a role. */
    static ObjectNode trust(String service) {
        var principal = ObjectNode.of("Service", TextNode.of(service));
        return document(List.of(ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Principal", principal)
                .with("Action", "sts:AssumeRole")));
    }

    /** Allows these actions on these resources; on none, nothing. */
    void allow(Collection<String> actions, List<Node> resources) {
        for (var resource : resources) {
            allow(actions, resource, ObjectNode.empty());
        }
    }

    /** Allows these actions on a resource, where a condition holds. */
    void allow(Collection<String> actions, Node resource, ObjectNode condition) {
        var key = resource.toString() + " " + condition;
        var allowed = byResource.get(key);
        if (allowed == null) {
            allowed = new Allowed(resource, condition, new TreeSet<>());
            byResource.put(key, allowed);
        }
        allowed.actions.addAll(actions);
    }

    boolean isEmpty() {
        return byResource.isEmpty();
    }

    ObjectNode document() {
        var groups = new TreeMap<String, List<Allowed>>();
        for (var allowed : byResource.values()) {
            var key = String.join(",", allowed.actions) + " " + allowed.condition;
            var group = groups.get(key);
            if (group == null) {
                group = new ArrayList<>();
                groups.put(key, group);
            }
            group.add(allowed);
        }
        var statements = new ArrayList<Node>(groups.size());
        for (var group : groups.values()) {
            statements.add(statement(group));
        }
        return document(statements);
    }

    private static ObjectNode statement(List<Allowed> group) {
        var actions = new ArrayList<Node>();
        for (var action : group.get(0).actions) {
            actions.add(TextNode.of(action));
        }
        var resources = new ArrayList<Node>();
        for (var allowed : group) {
            resources.add(allowed.resource);
        }
        var statement = ObjectNode.of("Effect", TextNode.of("Allow"))
                .with("Action", oneOrList(actions))
                .with("Resource", oneOrList(resources));
        var condition = group.get(0).condition;
        return condition.equals(ObjectNode.empty()) ? statement : statement.with("Condition", condition);
    }

    private static ObjectNode document(List<Node> statements) {
        return ObjectNode.of("Version", TextNode.of("2012-10-17")).with("Statement", ListNode.of(statements));
    }

    private static Node oneOrList(List<Node> nodes) {
        return nodes.size() == 1 ? nodes.get(0) : ListNode.of(nodes);
    }

    /** What is allowed on one resource. */
    private static final class Allowed {

        private final Node resource;
        private final ObjectNode condition;
        private final TreeSet<String> actions;

        private Allowed(Node resource, ObjectNode condition, TreeSet<String> actions) {
            this.resource = resource;
            this.condition = condition;
            this.actions = actions;
        }
    }
}
