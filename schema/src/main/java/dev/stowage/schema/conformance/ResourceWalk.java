package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.semantics.TagForm;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/** The walk of one resource. */
final class ResourceWalk {

    private final ResourceType type;
    private final Wording wording;
    private final List<Diagnostic> findings;

    ResourceWalk(ResourceType type, Wording wording, List<Diagnostic> findings) {
        this.type = type;
        this.wording = wording;
        this.findings = findings;
    }

    void walk(Resource resource) {
        object(type.properties(), resource.properties(), Place.top(resource));
    }

    private void object(Definition definition, ObjectNode object, Place place) {
        if (Directive.stands(object)) {
            return;
        }
        for (var i = 0; i < object.size(); i++) {
            var below = place.down(object.key(i), object.value(i));
            var fact = definition.property(object.key(i));
            if (fact.isPresent()) {
                value(fact.get(), fact.get().type(), object.value(i), below);
            } else if (!isAttribute(below.attribute())) {
                findings.add(wording.unknownProperty(definition, below));
            }
        }
        for (var fact : definition.required()) {
            if (!object.has(fact.name())) {
                findings.add(wording.missing(definition, fact, place));
            }
        }
    }

    /** Whether the resource answers to this name, so that somebody may have written the answer back. */
    private boolean isAttribute(String name) {
        for (var attribute : type.attributes()) {
            if (attribute.name().equals(name) || attribute.name().startsWith(name + ".")) {
                return true;
            }
        }
        return false;
    }

    private void value(PropertyFact fact, PropertyType wanted, Node node, Place place) {
        if (node instanceof CallNode call) {
            arms(fact, wanted, call, place);
        } else if (isLater(wanted, node)) {
            return;
        } else if (wanted instanceof Plain plain) {
            plain(fact, plain, node, place);
        } else if (wanted instanceof ListOf list && node instanceof ListNode items) {
            items(fact, list, items, place);
        } else if (wanted instanceof MapOf map && node instanceof ObjectNode object) {
            entries(fact, map, object, place);
        } else if (wanted instanceof Nested nested && node instanceof ObjectNode object) {
            object(type.definition(nested.definition()).orElseThrow(), object, place);
        } else if (wanted instanceof AnyOf any) {
            choices(fact, any, node, place);
        } else {
            findings.add(wording.misfit(wanted, node, place));
        }
    }

    /**
     * Whether something else will stand there when CloudFormation looks: a dynamic reference, what a macro or directive
     * makes, or a path of a local file that {@code aws cloudformation package} uploads.
     */
    private boolean isLater(PropertyType wanted, Node node) {
        if (node instanceof ObjectNode object) {
            return Directive.stands(object);
        }
        return node instanceof TextNode text
                && (text.value().contains("{{resolve:") || (wanted instanceof Nested nested && isUploaded(nested)));
    }

    private boolean isUploaded(Nested nested) {
        var definition = type.definition(nested.definition()).orElseThrow();
        return definition.property("S3Bucket").isPresent()
                || definition.property("Bucket").isPresent();
    }

    /** What a function answers is unknown; but {@code Fn::If} answers one of its arms. */
    private void arms(PropertyFact fact, PropertyType wanted, CallNode call, Place place) {
        if (call.calls("Fn::If")
                && call.argument() instanceof ListNode list
                && list.items().size() == 3) {
            value(fact, wanted, list.items().get(1), place.at(list.items().get(1)));
            value(fact, wanted, list.items().get(2), place.at(list.items().get(2)));
        }
    }

    private void plain(PropertyFact fact, Plain wanted, Node node, Place place) {
        if (wanted == Plain.TAG && node instanceof ObjectNode tag) {
            object(Definition.TAG, tag, place);
            tag(tag, place);
        } else if (!Scalars.fits(wanted, node)) {
            findings.add(wording.misfit(wanted, node, place));
        } else if (!Scalars.isAmong(fact.allowedValues(), node)) {
            findings.add(wording.unusual(fact.allowedValues(), node, place));
        }
    }

    /** What a program said is read where it said it, once for all resources that have the tag. */
    private void tag(ObjectNode tag, Place place) {
        if (!(place.at() instanceof Said)
                && tag.peek("Key") instanceof TextNode key
                && tag.peek("Value") instanceof TextNode value) {
            var fault = TagForm.fault(key.value(), value.value());
            if (!fault.isEmpty()) {
                findings.add(wording.tag(fault, place.at(key)));
            }
        }
    }

    private void items(PropertyFact fact, ListOf wanted, ListNode list, Place place) {
        for (var i = 0; i < list.items().size(); i++) {
            var item = list.items().get(i);
            value(fact, wanted.element(), item, place.down(String.valueOf(i), item));
        }
    }

    private void entries(PropertyFact fact, MapOf wanted, ObjectNode map, Place place) {
        for (var i = 0; i < map.size(); i++) {
            value(fact, wanted.element(), map.value(i), place.down(map.key(i), map.value(i)));
        }
    }

    /** Where several choices would take the node, nobody knows which one was meant. */
    private void choices(PropertyFact fact, AnyOf wanted, Node node, Place place) {
        var takers = new ArrayList<PropertyType>(1);
        for (var choice : wanted.choices()) {
            if (takes(choice, node)) {
                takers.add(choice);
            }
        }
        if (takers.isEmpty()) {
            findings.add(wording.misfit(wanted, node, place));
        } else if (takers.size() == 1) {
            value(fact, takers.get(0), node, place);
        }
    }

    /** Whether the node is of the right kind, whatever is in it. */
    private static boolean takes(PropertyType type, Node node) {
        if (type instanceof Plain plain && plain != Plain.TAG) {
            return Scalars.fits(plain, node);
        }
        return type instanceof ListOf ? node instanceof ListNode : node instanceof ObjectNode;
    }
}
