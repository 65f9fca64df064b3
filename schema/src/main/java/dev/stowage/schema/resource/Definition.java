package dev.stowage.schema.resource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An object that a resource type defines: the properties of the resource itself, or of an object inside it. */
public final class Definition {

    /** The object behind {@link PropertyType.Plain#TAG}. */
    public static final Definition TAG = new Definition(
            "Tag", List.of(FactLine.property("Key string required"), FactLine.property("Value string required")));

    private final String name;
    private final List<PropertyFact> properties;
    private final List<PropertyFact> required;

    Definition(String name, List<PropertyFact> properties) {
        this.name = name;
        this.properties = properties;
        this.required = required(properties);
    }

    private static List<PropertyFact> required(List<PropertyFact> properties) {
        var required = new ArrayList<PropertyFact>();
        for (var each : properties) {
            if (each.isRequired()) {
                required.add(each);
            }
        }
        return Collections.unmodifiableList(required);
    }

    /** Its name within the resource type; the name of the resource type for the resource itself. */
    public String name() {
        return name;
    }

    /** Its properties, sorted by name. */
    public List<PropertyFact> properties() {
        return properties;
    }

    /** Those of them that are refused to be left out. */
    public List<PropertyFact> required() {
        return required;
    }

    /** The property of this name. */
    public Optional<PropertyFact> property(String property) {
        var low = 0;
        var high = properties.size() - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var order = properties.get(middle).name().compareTo(property);
            if (order == 0) {
                return Optional.of(properties.get(middle));
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
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
