package dev.stowage.dsl.traffic;

/** A way by which traffic reaches a service. */
public sealed interface Route permits PortRoute, WebRoute {

    /** What it says. */
    Routing routing();
}
