package dev.stowage.dsl.app;

/** A program that describes an app. A record with settings makes one program serve several environments. */
@FunctionalInterface
public interface Blueprint {

    /** Describes it: the same settings give an equal app each time. */
    App describe();
}
