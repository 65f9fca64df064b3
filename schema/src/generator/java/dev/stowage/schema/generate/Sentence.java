package dev.stowage.schema.generate;

import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import java.util.stream.Collectors;

/** What the documentation of a generated method says: the facts about its property, in one sentence. */
final class Sentence {

    private static final int MANY = 12;

    private Sentence() {}

    static String about(PropertyFact property) {
        var text = new StringBuilder("{@code " + property.name() + "}: " + words(property.type()));
        if (property.isRequired()) {
            text.append(", required");
        }
        var allowed = property.allowedValues();
        if (!allowed.isEmpty() && allowed.size() <= MANY) {
            text.append(", one of ").append(String.join(", ", allowed));
        } else if (!allowed.isEmpty()) {
            text.append(", one of ").append(allowed.size()).append(" values");
        }
        return text.append(change(property)).append('.').toString();
    }

    private static String change(PropertyFact property) {
        return switch (property.replacement()) {
            case NEVER -> "";
            case SOMETIMES -> "; a change may replace the resource";
            case ALWAYS -> "; a change replaces the resource";
        };
    }

    private static String words(PropertyType type) {
        if (type instanceof ListOf list) {
            return "list of " + words(list.element());
        }
        if (type instanceof MapOf map) {
            return "map of " + words(map.element());
        }
        if (type instanceof Nested nested) {
            return nested.definition();
        }
        return type instanceof AnyOf any
                ? any.choices().stream().map(Sentence::words).collect(Collectors.joining(" or "))
                : type.toString();
    }
}
