package dev.stowage.dsl.traffic;

/** A way by which traffic reaches a service. */
public sealed interface Route permits NetworkRoute, WebRoute {

    /** What it says. */
    Routing routing();
}
