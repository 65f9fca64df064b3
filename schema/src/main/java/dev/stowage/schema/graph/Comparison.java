package dev.stowage.schema.graph;

/**
 * One {@code Fn::Equals}: whether a term is a certain string, or whether two terms are the same.
 *
 * @param term the position of the term
 * @param other the position of the other term; -1 where it is compared with a string
 * @param literal the string; empty where it is compared with a term
 */
record Comparison(int term, int other, String literal) {

    boolean isOfTerms() {
        return other >= 0;
    }
}
