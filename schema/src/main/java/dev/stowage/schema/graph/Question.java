package dev.stowage.schema.graph;

/**
 * Something to ask of a graph, over and over until nothing it depends on is open.
 *
 * @param <A> the answer
 */
public interface Question<A> {

    /** Answers under what the graph takes for decided. */
    A ask(ResourceGraph graph);
}
