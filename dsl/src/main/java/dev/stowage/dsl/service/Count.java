package dev.stowage.dsl.service;

import dev.stowage.dsl.scaling.Scaling;
import dev.stowage.schema.expression.Whole;

/** How many copies a service runs. */
public sealed interface Count {

    /**
     * So many, whatever the load.
     *
     * @param copies how many
     */
    record Fixed(Whole copies) implements Count {}

    /**
     * As many as the load asks for; the template then leaves the count alone.
     *
     * @param scaling between which bounds, and by what
     */
    record Scaled(Scaling scaling) implements Count {}
}
