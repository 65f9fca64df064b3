package dev.stowage.local.stack;

/**
 * Which resource of which stack.
 *
 * @param stack the name of its stack
 * @param logicalId its name in the template
 */
public record ResourceKey(String stack, String logicalId) implements Comparable<ResourceKey> {

    @Override
    public int compareTo(ResourceKey other) {
        var stacks = stack.compareTo(other.stack);
        return stacks == 0 ? logicalId.compareTo(other.logicalId) : stacks;
    }

    @Override
    public String toString() {
        return stack + "/" + logicalId;
    }
}
