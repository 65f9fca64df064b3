package dev.stowage.dsl.app;

import java.util.Objects;

/**
 * The id of a thing that exists.
 *
 * @param value the id, such as {@code vpc-0a1b2c3d}
 */
public record Id(String value) implements Locator {

    public Id {
        Objects.requireNonNull(value, "value");
    }
}
