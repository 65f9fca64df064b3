package dev.stowage.schema.resource;

import java.util.List;

/** What a property may hold: a scalar, free JSON, a list, a map, a nested object, or one of several of these. */
public sealed interface PropertyType
        permits PropertyType.Plain, PropertyType.ListOf, PropertyType.MapOf, PropertyType.Nested, PropertyType.AnyOf {

    /** Types that need nothing else to be told. */
    enum Plain implements PropertyType {
        /** Text. */
        STRING("string"),
        /** A whole number. */
        INTEGER("integer"),
        /** A number that may have a fraction. */
        NUMBER("number"),
        /** {@code true} or {@code false}. */
        BOOLEAN("boolean"),
        /** Any JSON. */
        JSON("json"),
        /** An object with the strings {@code Key} and {@code Value}. */
        TAG("tag"),
        /** A point in time, as text. */
        TIMESTAMP("date-time");

        private final String word;

        Plain(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * A list.
     *
     * @param element what each item is
     */
    record ListOf(PropertyType element) implements PropertyType {

        @Override
        public String toString() {
            return "[" + element + "]";
        }
    }

    /**
     * An object with keys of the author's choice.
     *
     * @param element what stands under each key
     */
    record MapOf(PropertyType element) implements PropertyType {

        @Override
        public String toString() {
            return "{" + element + "}";
        }
    }

    /**
     * An object that the resource type defines.
     *
     * @param definition its name among the definitions of the resource type
     */
    record Nested(String definition) implements PropertyType {

        @Override
        public String toString() {
            return "#" + definition;
        }
    }

    /**
     * One of several.
     *
     * @param choices two or more, none of them a choice itself
     */
    record AnyOf(List<PropertyType> choices) implements PropertyType {

        @Override
        public String toString() {
            var text = new StringBuilder();
            for (var choice : choices) {
                text.append(text.length() == 0 ? "" : "|").append(choice);
            }
            return text.toString();
        }
    }
}
