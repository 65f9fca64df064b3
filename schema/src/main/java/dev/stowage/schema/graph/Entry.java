package dev.stowage.schema.graph;

/** One resource and the stack it stands in. Equality is identity: one entry for each resource of a graph. */
final class Entry {

    private final Stack stack;
    private final Resource resource;

    Entry(Stack stack, Resource resource) {
        this.stack = stack;
        this.resource = resource;
    }

    Stack stack() {
        return stack;
    }

    Resource resource() {
        return resource;
    }

    /** The name of the condition on which the resource exists; empty where it always does. */
    String condition() {
        return resource.attributes().text("Condition").orElse("");
    }

    @Override
    public String toString() {
        return stack.template().stack() + "/" + resource.logicalId();
    }
}
