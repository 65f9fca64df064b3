package dev.stowage.schema.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object that a resource type defines: the properties of the resource itself, or of an object inside it. */
public final class Definition {

    /** The object behind {@link PropertyType.Plain#TAG}. */
    public static final Definition TAG = new Definition(
            "Tag", List.of(FactLine.property("Key string required"), FactLine.property("Value string required")));

    private final String name;
    private final List<PropertyFact> properties;

    Definition(String name, List<PropertyFact> properties) {
        this.name = name;
        this.properties = properties;
    }

    /** Its name within the resource type; the name of the resource type for the resource itself. */
    public String name() {
        return name;
    }

    /** Its properties, sorted by name. */
    public List<PropertyFact> properties() {
        return properties;
    }

    /** The property of this name. */
    public Optional<PropertyFact> property(String property) {
        for (var each : properties) {
            if (each.name().equals(property)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** The name of the property that was probably meant by this one. */
    public Optional<String> suggest(String property) {
        var names = new ArrayList<String>(properties.size());
        for (var each : properties) {
            names.add(each.name());
        }
        return Nearest.to(property, names);
    }

    @Override
    public String toString() {
        return name;
    }
}
