package programs.random;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.Set;
import java.util.TreeSet;

/** The names that a template refers to: of resources and parameters, and of conditions. */
final class Names {

    private final Set<String> references = new TreeSet<>();
    private final Set<String> conditions = new TreeSet<>();

    private Names() {}

    static Names in(Template template) {
        var names = new Names();
        names.walk(template.sections());
        for (var resource : template.resources()) {
            names.walk(resource.properties());
            names.stand(resource.attributes());
            resource.attributes().list("DependsOn").items().forEach(names::refer);
        }
        var outputs = template.sections().object("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            names.stand(outputs.object(outputs.key(i)));
        }
        return names;
    }

    /** Notes the condition under which a resource or output stands. */
    private void stand(ObjectNode entry) {
        entry.text("Condition").ifPresent(conditions::add);
    }

    Set<String> references() {
        return references;
    }

    Set<String> conditions() {
        return conditions;
    }

    private void walk(Node node) {
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                walk(object.value(i));
            }
        } else if (node instanceof ListNode list) {
            list.items().forEach(this::walk);
        } else if (node instanceof CallNode call) {
            call(call);
        }
    }

    private void call(CallNode call) {
        if (call.calls("Ref")) {
            refer(call.argument());
        } else if (call.calls("Fn::GetAtt") && call.argument() instanceof ListNode path) {
            refer(path.items().get(0));
        } else if (call.calls("Condition")) {
            conditions.add(((TextNode) call.argument()).value());
        } else {
            if (call.calls("Fn::If") && call.argument() instanceof ListNode choice) {
                conditions.add(((TextNode) choice.items().get(0)).value());
            }
            walk(call.argument());
        }
    }

    private void refer(Node name) {
        references.add(((TextNode) name).value());
    }
}
