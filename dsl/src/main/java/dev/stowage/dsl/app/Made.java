package dev.stowage.dsl.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An id that a thing of the app has, where one that exists could stand, too: that of a hosted zone, for a name in it. */
public final class Made implements Locator {

    private final Thing thing;
    private final String attribute;

    private Made(Thing thing, String attribute) {
        this.thing = Objects.requireNonNull(thing, "thing");
        this.attribute = attribute;
    }

    /** What this attribute of a thing answers. */
    public static Made of(Thing thing, String attribute) {
        return new Made(thing, attribute);
    }

    /** Whose id it is. */
    public Thing thing() {
        return thing;
    }

    /** Which of its attributes. */
    public String attribute() {
        return attribute;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Made that && that.thing.key().equals(thing.key()) && that.attribute.equals(attribute);
    }

    @Override
    public int hashCode() {
        return thing.key().hashCode();
    }

    @Override
    public String toString() {
        return attribute + " of " + thing.key();
    }
}
