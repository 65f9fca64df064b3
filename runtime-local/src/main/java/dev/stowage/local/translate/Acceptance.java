package dev.stowage.local.translate;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.rule.Checker;
import java.util.ArrayList;
import java.util.List;

/**
 * Weighs what is otherwise on this machine against what the program accepts, on the app, a stack or a thing. An error cannot be
 * accepted: something that the run needs is missing.
 */
public final class Acceptance {

    private final Model model;

    private Acceptance(Model model) {
        this.model = model;
    }

    /** The findings, accepted ones as accepted: they stay in the report and count no more. */
    public static List<Diagnostic> weigh(List<Diagnostic> findings, Model model) {
        var acceptance = new Acceptance(model);
        var weighed = new ArrayList<Diagnostic>(findings.size());
        for (var finding : findings) {
            weighed.add(finding.severity() == Severity.ERROR ? finding : acceptance.weighed(finding));
        }
        return weighed;
    }

    /** A finding names its place alone: it is about whatever was written there, which may be several resources of a thing. */
    private Diagnostic weighed(Diagnostic finding) {
        var weighed = Checker.accepted(model, finding);
        for (var template : model.templates()) {
            for (var resource : template.resources()) {
                if (weighed.allowance().isEmpty() && isIn(resource, finding.at())) {
                    weighed = Checker.accepted(model, finding.on(template.stack(), resource.logicalId()));
                }
            }
        }
        return weighed;
    }

    private static boolean isIn(Resource resource, Origin place) {
        return place != Origin.NOWHERE && (resource.at() == place || isIn(resource.properties(), place));
    }

    private static boolean isIn(Node node, Origin place) {
        if (node.at() == place) {
            return true;
        }
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (isIn(object.value(i), place)) {
                    return true;
                }
            }
        }
        return node instanceof ListNode list && list.items().stream().anyMatch(item -> isIn(item, place));
    }
}
