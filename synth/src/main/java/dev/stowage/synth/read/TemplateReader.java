package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Takes a template apart: its sections, its resources, and what stands among the resources without being one. */
final class TemplateReader {

    private static final String RESOURCES = "Resources";
    private static final String INCLUDE = "Fn::Transform";

    private final String stack;
    private final ObjectNode document;
    private final boolean isTransformed;
    private final List<Diagnostic> findings;
    private final List<Resource> resources = new ArrayList<>();
    private final ObjectNode.Builder others = ObjectNode.builder();

    private TemplateReader(String stack, ObjectNode document, List<Diagnostic> findings) {
        this.stack = stack;
        this.document = document;
        this.isTransformed = document.has(INCLUDE) || document.has("Transform");
        this.findings = findings;
    }

    /** The template in this text, or that of a task definition, as this stack. */
    static Template read(String stack, SourceText source, List<Diagnostic> findings) {
        var root = Document.read(source, findings);
        if (root instanceof ObjectNode document && isTemplate(document)) {
            return new TemplateReader(stack, document, findings).template();
        }
        if (root instanceof ObjectNode document && TaskDefinitionReader.isOne(document)) {
            return TaskDefinitionReader.read(stack, document);
        }
        throw BadInput.noTemplate((Written) root.at(), source.file());
    }

    private static boolean isTemplate(ObjectNode document) {
        return document.has(RESOURCES) || document.has("AWSTemplateFormatVersion") || document.has(INCLUDE);
    }

    private Template template() {
        var sections = ObjectNode.builder();
        for (var i = 0; i < document.size(); i++) {
            var name = document.key(i);
            if (!name.equals(RESOURCES)) {
                sections.put(name, section(name, document.value(i)));
            } else if (document.value(i) instanceof ObjectNode entries) {
                entries(entries);
            } else {
                sections.put(name, document.value(i));
                findings.add(
                        TemplateProblem.resourcesAreNoObject(document.value(i).at()));
            }
        }
        if (!document.has(RESOURCES) && !isTransformed) {
            findings.add(TemplateProblem.noResources(document.at()));
        }
        return Template.of(stack, resources)
                .sections(sections.build())
                .others(others.build().at(document.object(RESOURCES).at()))
                .at(document.at());
    }

    private static Node section(String name, Node section) {
        if (!(section instanceof ObjectNode entries)) {
            return section;
        }
        return switch (name) {
            case "Parameters", "Mappings", "Metadata", "Transform", INCLUDE -> section;
            case "Conditions" -> conditions(entries);
            default -> structures(entries);
        };
    }

    private static ObjectNode conditions(ObjectNode conditions) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < conditions.size(); i++) {
            entries.put(conditions.key(i), Calls.inCondition(conditions.value(i)));
        }
        return entries.build().at(conditions.at());
    }

    private static ObjectNode structures(ObjectNode section) {
        var entries = ObjectNode.builder();
        for (var i = 0; i < section.size(); i++) {
            var entry = section.value(i);
            entries.put(
                    section.key(i),
                    entry instanceof ObjectNode object ? Calls.inStructure(object) : Calls.inValue(entry));
        }
        return entries.build().at(section.at());
    }

    private void entries(ObjectNode entries) {
        for (var i = 0; i < entries.size(); i++) {
            var id = entries.key(i);
            var entry = entries.value(i);
            if (isResource(id, entry)) {
                resources.add(resource(id, (ObjectNode) entry));
            } else {
                others.put(id, Calls.inValue(entry));
            }
        }
    }

    /** A directive of a preprocessor, such as Rain's, may stand for a resource or for its type. */
    private boolean isResource(String id, Node entry) {
        if (id.startsWith("Fn::")) {
            return false;
        }
        if (!(entry instanceof ObjectNode resource)) {
            return refuse(TemplateProblem.resourceIsNoObject(stack, id, entry.at()));
        }
        if (resource.has(INCLUDE) || resource.peek("Type") instanceof ObjectNode) {
            return false;
        }
        if (!(resource.peek("Type") instanceof TextNode)) {
            return refuse(TemplateProblem.resourceWithoutType(stack, id, entry.at()));
        }
        var properties = resource.peek("Properties");
        return properties == null
                || properties instanceof ObjectNode
                || refuse(TemplateProblem.propertiesAreNoObject(stack, id, properties.at()));
    }

    /** A transform may make a resource of anything, so that nothing is wrong before it ran. */
    private boolean refuse(Diagnostic finding) {
        if (!isTransformed) {
            findings.add(finding);
        }
        return false;
    }

    private static Resource resource(String id, ObjectNode entry) {
        var attributes = entry.without("Type").without("Properties");
        return Resource.of(
                        id, entry.text("Type").orElseThrow(), Calls.inStructure(entry.object("Properties")), entry.at())
                .attributes(Calls.inStructure(attributes));
    }
}
