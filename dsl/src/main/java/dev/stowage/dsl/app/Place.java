package dev.stowage.dsl.app;

import java.util.Optional;

/** A thing that is made here or exists already, and that others refer to: a bucket, a queue, a key. */
public interface Place extends Root {

    /** How an existing one is found; none for one that is made here. */
    Optional<Locator> locator();
}
