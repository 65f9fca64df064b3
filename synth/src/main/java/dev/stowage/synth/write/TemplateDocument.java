package dev.stowage.synth.write;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ObjectNode;
import java.util.List;

/**
 * A template as the document that CloudFormation reads: sections in the order of AWS's own guide, resources in the order of
 * the template, entries of {@code Resources} that are no resources after them.
 */
final class TemplateDocument {

    private static final String RESOURCES = "Resources";

    private static final List<String> ORDER = List.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            RESOURCES,
            "Outputs",
            "Hooks");

    private TemplateDocument() {}

    static ObjectNode of(Template template) {
        var sections = template.sections();
        var document = ObjectNode.builder();
        for (var name : ORDER) {
            var section = sections.peek(name);
            if (section != null) {
                document.put(name, section);
            } else if (name.equals(RESOURCES) && hasResources(template)) {
                document.put(name, resources(template));
            }
        }
        for (var i = 0; i < sections.size(); i++) {
            if (!document.has(sections.key(i))) {
                document.put(sections.key(i), sections.value(i));
            }
        }
        return document.build();
    }

    /** Only a file may do without the section: one whose transform brings it. */
    private static boolean hasResources(Template template) {
        return !template.resources().isEmpty() || isWritten(template.others()) || !(template.at() instanceof Written);
    }

    private static ObjectNode resources(Template template) {
        var entries = ObjectNode.builder();
        for (var resource : template.resources()) {
            entries.put(resource.logicalId(), resource(resource));
        }
        var others = template.others();
        for (var i = 0; i < others.size(); i++) {
            entries.put(others.key(i), others.value(i));
        }
        return entries.build();
    }

    private static ObjectNode resource(Resource resource) {
        var attributes = resource.attributes();
        var entries = ObjectNode.empty().with("Type", resource.type());
        for (var i = 0; i < attributes.size(); i++) {
            entries = entries.with(attributes.key(i), attributes.value(i));
        }
        return isWritten(resource.properties()) ? entries.with("Properties", resource.properties()) : entries;
    }

    /** An empty object is written only where a file had one. */
    private static boolean isWritten(ObjectNode object) {
        return !object.isEmpty() || object.at() instanceof Written;
    }
}
