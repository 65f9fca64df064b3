package dev.stowage.local.evaluate;

import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.tree.Node;
import org.jspecify.annotations.Nullable;

/** Stacks within stacks: what the outer one hands to the parameters of the inner one, and what it reads of its outputs. */
final class Nesting {

    static final String TYPE = "AWS::CloudFormation::Stack";

    private Nesting() {}

    /**
     * What the stack around this one gives to a parameter, or null.
     *
     * @param keeps whether references to resources are left
     */
    static @Nullable Node handed(StackValues inner, String parameter, boolean keeps) {
        var graph = inner.whole().graph();
        for (var outer : inner.whole().stacks()) {
            for (var resource : outer.template().resources()) {
                if (resource.type().equals(TYPE) && isMadeOf(graph, outer, resource.logicalId(), inner)) {
                    var value = resource.properties().object("Parameters").peek(parameter);
                    return value == null ? null : keeps ? outer.settle(value) : outer.ground(value);
                }
            }
        }
        return null;
    }

    /** The stack that a nested stack is made of, or null where the model does not hold it. */
    static @Nullable StackValues inner(StackValues outer, String logicalId) {
        var graph = outer.whole().graph();
        for (var stack : outer.whole().stacks()) {
            if (isMadeOf(graph, outer, logicalId, stack)) {
                return stack;
            }
        }
        return null;
    }

    private static boolean isMadeOf(ResourceGraph graph, StackValues outer, String logicalId, StackValues inner) {
        return graph.find(outer.template().stack(), logicalId)
                .flatMap(graph::inner)
                .filter(template -> template == inner.template())
                .isPresent();
    }
}
