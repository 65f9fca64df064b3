package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Reference;
import dev.stowage.schema.graph.References;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.Nearest;
import dev.stowage.schema.resource.ResourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names in a template that stand for nothing in it, and attributes that a resource does not have. A template that a transform
 * may still fill up is left alone.
 */
final class DeadNames {

    private static final RuleId MISSING = RuleId.of("template.reference.missing");
    private static final RuleId ATTRIBUTE = RuleId.of("template.attribute.unknown");

    /** AWS CloudFormation User Guide, "Pseudo parameters reference". */
    private static final Set<String> PSEUDO = Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private final Template template;
    private final Map<String, Resource> resources = new HashMap<>();
    private final Set<String> parameters = new LinkedHashSet<>();
    private final List<Diagnostic> findings = new ArrayList<>();

    private DeadNames(Template template) {
        this.template = template;
        for (var resource : template.resources()) {
            resources.put(resource.logicalId(), resource);
        }
        addKeys("Parameters", parameters);
    }

    static List<Diagnostic> of(Template template) {
        var sections = template.sections();
        var names = new DeadNames(template);
        var mayGrow = sections.has("Transform")
                || sections.has("Modules")
                || !template.others().isEmpty();
        if (!mayGrow) {
            for (var reference : References.in(template)) {
                names.check(reference);
            }
        }
        return names.findings;
    }

    private void check(Reference reference) {
        switch (reference.kind()) {
            case VALUE -> {
                var name = reference.name();
                if (!isResource(name) && !parameters.contains(name) && !PSEUDO.contains(name)) {
                    var names = new LinkedHashSet<>(resources.keySet());
                    names.addAll(parameters);
                    names.addAll(PSEUDO);
                    missing(reference, "no resource or parameter", names);
                }
            }
            case ATTRIBUTE -> attribute(reference);
            case RESOURCE -> {
                if (!isResource(reference.name())) {
                    missing(reference, "no resource", resources.keySet());
                }
            }
            case CONDITION -> section(reference, "Conditions", "no condition");
            case MAPPING -> section(reference, "Mappings", "no mapping");
        }
    }

    private void section(Reference reference, String section, String what) {
        var names = new LinkedHashSet<String>();
        addKeys(section, names);
        if (!names.contains(reference.name())) {
            missing(reference, what, names);
        }
    }

    private void addKeys(String section, Set<String> names) {
        var entries = template.sections().object(section);
        for (var i = 0; i < entries.size(); i++) {
            names.add(entries.key(i));
        }
    }

    private void attribute(Reference reference) {
        var resource = resources.get(reference.name());
        if (resource == null) {
            if (!isResource(reference.name())) {
                missing(reference, "no resource", resources.keySet());
            }
            return;
        }
        var type = Catalogue.standard().type(resource.type());
        var isOpen =
                reference.attribute().startsWith("Outputs.") || resource.type().endsWith("::CustomResource");
        if (!isOpen && type.isPresent() && !type.get().attributes().isEmpty()) {
            attribute(reference, resource, type.get());
        }
    }

    private void attribute(Reference reference, Resource resource, ResourceType type) {
        var asked = reference.attribute();
        var names = new ArrayList<String>();
        for (var fact : type.attributes()) {
            // A map has an attribute for each of its keys.
            if (asked.equals(fact.name()) || asked.startsWith(fact.name() + ".")) {
                return;
            }
            names.add(fact.name());
        }
        var message = "`" + asked + "` is no attribute of an `" + resource.type() + "`, as `" + resource.logicalId()
                + "` is.";
        add(reference, ATTRIBUTE, message, Nearest.to(asked, names).orElse(""));
    }

    /** Whether a resource goes by the name, or the part of a module before the dot does. */
    private boolean isResource(String name) {
        var dot = name.indexOf('.');
        if (resources.containsKey(dot < 0 ? name : name.substring(0, dot))) {
            return true;
        }
        for (var resource : resources.values()) {
            if (resource.type().endsWith("::MODULE") && name.startsWith(resource.logicalId())) {
                return true;
            }
        }
        return false;
    }

    private void missing(Reference reference, String what, Iterable<String> names) {
        var message = "`" + reference.name() + "` is meant here, and " + what + " of the template has that name.";
        add(reference, MISSING, message, Nearest.to(reference.name(), names).orElse(""));
    }

    private void add(Reference reference, RuleId rule, String message, String nearest) {
        var finding = Diagnostic.of(rule, Severity.ERROR, reference.at(), message)
                .property(reference.property())
                .fix(nearest.isEmpty() ? "Declare it, or write a name that is declared." : "Write `" + nearest + "`.");
        var from = reference.from();
        findings.add(
                from.isPresent() ? finding.on(template.stack(), from.get().logicalId()) : finding.in(template.stack()));
    }
}
