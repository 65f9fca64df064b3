package dev.stowage.dsl.traffic;

import dev.stowage.dsl.app.Thing;

/** A listener, whatever it speaks. Its name is that of its balancer and its port: {@code front-443}. */
public sealed interface AnyListener extends Thing permits NetworkListener, WebListener {

    /** What it says. */
    Listening listening();
}
