package dev.stowage.dsl.app;

import java.util.Optional;

/** A thing that is made here or exists already, and that others refer to: a bucket, a queue, a key. */
public interface Place extends Root {

    /** How an existing one is found; none for one that is made here. */
    Optional<Locator> locator();

    /** The place that it is a part of, and belongs with where no stack names it. */
    default Optional<Place> home() {
        return Optional.empty();
    }
}
