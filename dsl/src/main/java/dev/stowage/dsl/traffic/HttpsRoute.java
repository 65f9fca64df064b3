package dev.stowage.dsl.traffic;

import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A route of an HTTPS listener. */
@ValueStyle
@Value.Immutable
public sealed interface HttpsRoute extends WebRoute<HttpsRoute> permits ImmutableHttpsRoute {

    @Override
    Routing routing();

    @Override
    default HttpsRoute saying(Routing routing) {
        return ImmutableHttpsRoute.of(routing);
    }
}
