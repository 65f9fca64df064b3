package dev.stowage.local.evaluate;

import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of one stack: its parameters, its conditions, and what its expressions become. */
final class StackValues {

    private final Evaluation whole;
    private final Template template;
    private final Home home;
    private final ParameterValues parameters;
    private final ConditionValues conditions;
    private final Map<String, Resource> resources = new HashMap<>();

    StackValues(Evaluation whole, Template template, Home home) {
        this.whole = whole;
        this.template = template;
        this.home = home;
        this.parameters = new ParameterValues(this);
        this.conditions = new ConditionValues(this);
        for (var resource : template.resources()) {
            resources.put(resource.logicalId(), resource);
        }
    }

    Evaluation whole() {
        return whole;
    }

    Template template() {
        return template;
    }

    Home home() {
        return home;
    }

    ParameterValues parameters() {
        return parameters;
    }

    boolean holds(String condition) {
        return conditions.holds(condition);
    }

    boolean holds(Node condition) {
        return conditions.holds(condition);
    }

    boolean exists(Resource resource) {
        return resource.attributes().text("Condition").map(this::holds).orElse(true);
    }

    /** Whether the template has a resource of this name, whether it exists or not. */
    boolean has(String logicalId) {
        return resources.containsKey(logicalId);
    }

    /** The resource of this name, where it exists. */
    @Nullable
    Grounded resource(String logicalId) {
        return whole.resource(new ResourceKey(template.stack(), logicalId));
    }

    /** What an expression becomes, all of it a literal; null where it takes its property away. */
    @Nullable
    Node ground(Node node) {
        return new Evaluator(this, false).value(node);
    }

    /** What an expression becomes with references to resources left; null where it takes its property away. */
    @Nullable
    Node settle(Node node) {
        return new Evaluator(this, true).value(node);
    }

    /** The text that an expression becomes; empty where it becomes none. */
    String text(Node node) {
        return Literals.text(ground(node));
    }

    /** What this stack exports under that name, or null. */
    @Nullable
    Node export(String name) {
        var outputs = template.sections().object("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.value(i) instanceof ObjectNode output && isThere(output)) {
                var exported = output.object("Export").peek("Name");
                var value = output.peek("Value");
                if (exported != null && value != null && text(exported).equals(name)) {
                    return ground(value);
                }
            }
        }
        return null;
    }

    /** What this stack puts out under that name, or null. */
    @Nullable
    Node output(String name) {
        var output = template.sections().object("Outputs").object(name);
        var value = output.peek("Value");
        return value == null || !isThere(output) ? null : ground(value);
    }

    private boolean isThere(ObjectNode output) {
        return output.text("Condition").map(this::holds).orElse(true);
    }

    /** The template with everything worked out but references between resources. */
    Template settled() {
        var kept = new ArrayList<Resource>();
        for (var resource : template.resources()) {
            if (exists(resource)) {
                kept.add(settled(resource));
            }
        }
        var sections = template.sections();
        var outputs = settle(sections.object("Outputs")) instanceof ObjectNode object ? object : ObjectNode.empty();
        return template.resources(kept)
                .sections(sections.without("Conditions").with("Outputs", outputs))
                .environment(home.account(), home.region());
    }

    private Resource settled(Resource resource) {
        var properties = settle(resource.properties()) instanceof ObjectNode object ? object : ObjectNode.empty();
        return resource.properties(properties).attributes(resource.attributes().without("Condition"));
    }
}
