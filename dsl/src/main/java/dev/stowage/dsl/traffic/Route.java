package dev.stowage.dsl.traffic;

/** A way by which traffic reaches a service. */
public sealed interface Route permits WebRoute {

    /** What it says. */
    Routing routing();
}
