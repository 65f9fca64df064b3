package dev.stowage.dsl.scaling;

import dev.stowage.dsl.observe.Metric;
import java.util.Objects;

/**
 * A metric that is kept at a value by more or fewer copies.
 *
 * @param metric what is measured; more copies make it fall
 * @param aim the value
 */
public record Tracked(Metric metric, double aim) {

    public Tracked {
        Objects.requireNonNull(metric, "metric");
    }
}
