package dev.stowage.dsl.traffic;

import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A route of an HTTP listener. */
@ValueStyle
@Value.Immutable
public sealed interface HttpRoute extends WebRoute<HttpRoute> permits ImmutableHttpRoute {

    @Override
    Routing routing();

    @Override
    default HttpRoute saying(Routing routing) {
        return ImmutableHttpRoute.of(routing);
    }
}
