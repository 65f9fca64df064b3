package dev.stowage.schema.tree;

import dev.stowage.schema.origin.Origin;

/**
 * One node of a property tree: a literal, a list, an object, or a call of a CloudFormation function. Immutable. Two nodes
 * are equal when they say the same, wherever they were written.
 */
public sealed interface Node permits TextNode, NumberNode, FlagNode, NullNode, ListNode, ObjectNode, CallNode {

    /** Where it was written. */
    Origin at();

    /** The same node, written elsewhere; what lies below keeps its place. */
    Node at(Origin origin);
}
