package dev.stowage.schema.graph;

import dev.stowage.schema.origin.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One name in a template that has to stand for something in the same template. */
public final class Reference {

    /** What has to go by the name. */
    public enum Kind {
        /** A resource or a parameter: {@code Ref}. */
        VALUE,
        /** A resource of which an attribute is asked: {@code Fn::GetAtt}. */
        ATTRIBUTE,
        /** A resource that is waited for: {@code DependsOn}. */
        RESOURCE,
        /** A condition. */
        CONDITION,
        /** A mapping: {@code Fn::FindInMap}. */
        MAPPING
    }

    private final Kind kind;
    private final String name;
    private final String attribute;
    private final boolean isAlways;
    private final @Nullable Resource from;
    private final String property;
    private final Origin at;

    Reference(
            Kind kind,
            String name,
            String attribute,
            boolean isAlways,
            @Nullable Resource from,
            String property,
            Origin at) {
        this.kind = kind;
        this.name = name;
        this.attribute = attribute;
        this.isAlways = isAlways;
        this.from = from;
        this.property = property;
        this.at = at;
    }

    /** What has to go by the name. */
    public Kind kind() {
        return kind;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The attribute that is asked; empty where none is. */
    public String attribute() {
        return attribute;
    }

    /** Whether no {@code Fn::If} around it can leave it out. */
    public boolean isAlways() {
        return isAlways;
    }

    /** The resource that refers; empty for an output or a condition. */
    public Optional<Resource> from() {
        return Optional.ofNullable(from);
    }

    /** The property or section in which the name stands, as a path with slashes. */
    public String property() {
        return property;
    }

    /** The deepest place that is known. */
    public Origin at() {
        return at;
    }
}
