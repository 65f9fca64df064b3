package dev.stowage.schema.resource;

import java.util.List;
import java.util.Optional;

/** What is known of one resource type: its properties, its attributes, and the objects that it defines. */
public final class ResourceType {

    private final List<Definition> definitions;
    private final List<PropertyFact> attributes;
    private final List<String> identifiers;
    private final Optional<String> tagProperty;

    ResourceType(
            List<Definition> definitions,
            List<PropertyFact> attributes,
            List<String> identifiers,
            Optional<String> tagProperty) {
        this.definitions = definitions;
        this.attributes = attributes;
        this.identifiers = identifiers;
        this.tagProperty = tagProperty;
    }

    /** Its name, such as {@code AWS::ECS::Service}. */
    public String name() {
        return properties().name();
    }

    /** The properties of the resource itself. */
    public Definition properties() {
        return definitions.get(0);
    }

    /** The objects inside, sorted by name. */
    public List<Definition> definitions() {
        return definitions.subList(1, definitions.size());
    }

    /** The object inside that goes by this name. */
    public Optional<Definition> definition(String name) {
        for (var each : definitions()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** What {@code Fn::GetAtt} can ask for, sorted by name; a name may have dots. */
    public List<PropertyFact> attributes() {
        return attributes;
    }

    /** Whether {@code Fn::GetAtt} can ask for this. */
    public boolean hasAttribute(String name) {
        for (var each : attributes) {
            if (each.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The properties or attributes that {@code Ref} answers, joined by bars where there are several; empty if unknown.
     */
    public List<String> identifiers() {
        return identifiers;
    }

    /** The property that holds the tags of the resource, where it can be tagged. */
    public Optional<String> tagProperty() {
        return tagProperty;
    }

    @Override
    public String toString() {
        return name();
    }
}
