package dev.stowage.schema.resource;

import java.util.List;

/**
 * What is known of one property.
 *
 * @param name its name as templates write it
 * @param type what it may hold
 * @param isRequired whether it is refused to be left out, wherever its object stands
 * @param allowedValues the values that were known when the facts were taken, empty for any; AWS adds to them
 * @param replacement what a change of it does to a resource that exists
 * @param targets the properties of other resource types that it refers to
 */
public record PropertyFact(
        String name,
        PropertyType type,
        boolean isRequired,
        List<String> allowedValues,
        Replacement replacement,
        List<Target> targets) {

    /** What a changed property does to a resource that exists. */
    public enum Replacement {
        /** The resource is changed in place. */
        NEVER,
        /** It depends on the change whether the resource is made anew. */
        SOMETIMES,
        /** The resource is made anew. */
        ALWAYS
    }

    /**
     * What a property refers to.
     *
     * @param type a resource type
     * @param property a property or attribute of it, such as {@code Arn}
     */
    public record Target(String type, String property) {}
}
