package dev.stowage.dsl.app;

import java.util.Objects;

/**
 * The Amazon resource name of a thing that exists.
 *
 * @param value the name, such as {@code arn:aws:acm:eu-west-1:111122223333:certificate/1}
 */
public record Arn(String value) implements Locator {

    public Arn {
        Objects.requireNonNull(value, "value");
    }
}
