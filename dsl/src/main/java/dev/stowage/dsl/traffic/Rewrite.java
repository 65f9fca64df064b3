package dev.stowage.dsl.traffic;

import java.util.Objects;

/**
 * How a load balancer changes a part of a request before a service sees it.
 *
 * @param regex what is sought, as a regular expression
 * @param replacement what is put in its place, with {@code $1} for the first group
 */
public record Rewrite(String regex, String replacement) {

    public Rewrite {
        Objects.requireNonNull(regex, "regex");
        Objects.requireNonNull(replacement, "replacement");
    }
}
