package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;

/** Rules about the policies of a role: {@code role.policy}. */
final class RolePolicies implements Family {

    static final Rule SIZE = Rule.of("role.policy.size", Severity.ERROR);

    private static final int MOST = 10_240;

    @Override
    public String judges() {
        return IamRole.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(SIZE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var size = 0;
        if (subject.resource().properties().peek("Policies") instanceof ListNode policies) {
            for (var policy : policies.items()) {
                var document = policy instanceof ObjectNode object ? object.peek("PolicyDocument") : null;
                size += document == null ? 0 : least(document);
            }
        }
        if (size > MOST) {
            var message = "`" + subject.name() + "` has policies of at least " + size
                    + " characters, and the inline policies of a role hold " + MOST + ".";
            findings.add(findings.fault("Policies", message)
                    .fix("Allow a whole family of resources at once, or move statements to a managed policy."));
        }
    }

    /** The characters that a document has at least, without blanks: what only deployment tells counts as nothing. */
    private static int least(Node node) {
        if (node instanceof TextNode text) {
            return text.value().length() + 2;
        }
        if (node instanceof FlagNode) {
            return 4;
        }
        var size = 0;
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                size += least(item) + 1;
            }
            return Math.max(2, size + 1);
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                size += object.key(i).length() + 4 + least(object.value(i));
            }
            return Math.max(2, size + 1);
        }
        return 0;
    }
}
