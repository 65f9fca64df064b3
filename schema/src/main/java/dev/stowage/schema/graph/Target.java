package dev.stowage.schema.graph;

/** What a reference leads to. */
public sealed interface Target {

    /**
     * A resource of the model.
     *
     * @param found the resource
     * @param attribute what is asked of it: {@code Ref}, or the name of an attribute
     */
    record Held(Found found, String attribute) implements Target {

        /** Whether it is a resource of this type. */
        public boolean is(String type) {
            return found.is(type);
        }
    }

    /**
     * A name that nothing in its template has.
     *
     * @param logicalId the name
     */
    record Missing(String logicalId) implements Target {}

    /**
     * Something that no stack of the model makes, known by its name or ARN.
     *
     * @param text the name or ARN
     */
    record Outside(String text) implements Target {}

    /** Nothing is referred to. */
    record Absent() implements Target {

        /** The one there is. */
        public static final Absent INSTANCE = new Absent();
    }

    /** Only deployment tells. */
    record Unknown() implements Target {

        /** The one there is. */
        public static final Unknown INSTANCE = new Unknown();
    }
}
