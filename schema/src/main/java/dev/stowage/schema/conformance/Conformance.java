package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A walk of all resources of a template over the facts: properties that do not exist, that are missing, that hold the
 * wrong kind of value. What only deployment tells is never a finding, and neither is what a macro is going to rewrite.
 */
public final class Conformance {

    private final Catalogue catalogue;

    private Conformance(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A walk over these facts. */
    public static Conformance to(Catalogue catalogue) {
        return new Conformance(catalogue);
    }

    /** What departs from the facts, resource by resource. */
    public List<Diagnostic> check(Template template) {
        var findings = new ArrayList<Diagnostic>();
        if (isRewritten(template)) {
            return findings;
        }
        for (var resource : template.resources()) {
            check(template.stack(), resource, findings);
        }
        return findings;
    }

    private void check(String stack, Resource resource, List<Diagnostic> findings) {
        var name = resource.type();
        if (!isOfAws(name) || Directive.stands(resource.attributes())) {
            return;
        }
        var wording = new Wording(stack, resource);
        var type = catalogue.type(name);
        if (type.isPresent()) {
            new ResourceWalk(type.get(), wording, findings).walk(resource);
        } else {
            findings.add(wording.unknownType(catalogue.suggest(name)));
        }
    }

    /**
     * Whether the facts should know the type: not one of a third party or a module, not a custom resource, which takes
     * any property, not the note that CDK leaves, and not what the serverless transform replaces.
     */
    private static boolean isOfAws(String type) {
        return (type.startsWith("AWS::") || type.startsWith("Alexa::"))
                && !type.startsWith("AWS::Serverless::")
                && !type.startsWith("AWS::CDK::")
                && !type.equals("AWS::CloudFormation::CustomResource")
                && !type.endsWith("::MODULE");
    }

    /** Whether a macro other than those of AWS may change any resource before CloudFormation looks at it. */
    static boolean isRewritten(Template template) {
        return Directive.stands(template.sections())
                || template.others().has("Fn::Transform")
                || isMacro(template.sections().peek("Transform"));
    }

    private static boolean isMacro(@Nullable Node transform) {
        if (transform instanceof ListNode list) {
            for (var each : list.items()) {
                if (isMacro(each)) {
                    return true;
                }
            }
            return false;
        }
        if (transform instanceof ObjectNode named) {
            return isMacro(named.peek("Name"));
        }
        return transform != null
                && !(transform instanceof TextNode name && name.value().startsWith("AWS::"));
    }
}
