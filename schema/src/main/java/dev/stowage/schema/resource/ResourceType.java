package dev.stowage.schema.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is known of one resource type: its properties, its attributes, and the objects that it defines. */
public final class ResourceType {

    private final FactBlock block;
    private final Definition properties;
    private final Map<String, Optional<Definition>> asked = new ConcurrentHashMap<>();

    ResourceType(FactBlock block) {
        this.block = block;
        this.properties = block.properties();
    }

    /** Its name, such as {@code AWS::ECS::Service}. */
    public String name() {
        return properties.name();
    }

    /** The properties of the resource itself. */
    public Definition properties() {
        return properties;
    }

    /** The objects inside, sorted by name. */
    public List<Definition> definitions() {
        return block.definitions();
    }

    /** The object inside that goes by this name. */
    public Optional<Definition> definition(String name) {
        var known = asked.get(name);
        if (known == null) {
            known = block.definition(name);
            asked.put(name, known);
        }
        return known;
    }

    /** What {@code Fn::GetAtt} can ask for, sorted by name; a name may have dots. */
    public List<PropertyFact> attributes() {
        return block.attributes();
    }

    /** Whether {@code Fn::GetAtt} can ask for this. */
    public boolean hasAttribute(String name) {
        for (var each : attributes()) {
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
        return block.identifiers();
    }

    /** The property that holds the tags of the resource, where it can be tagged. */
    public Optional<String> tagProperty() {
        return block.tagProperty();
    }

    @Override
    public String toString() {
        return name();
    }
}
