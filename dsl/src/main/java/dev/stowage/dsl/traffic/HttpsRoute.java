package dev.stowage.dsl.traffic;

import dev.stowage.schema.value.ValueStyle;
import org.immutables.value.Value;

/** A route of an HTTPS listener. */
@ValueStyle
@Value.Immutable
public sealed interface HttpsRoute extends WebRoute<HttpsRoute> permits ImmutableHttpsRoute {

    /** Lets only callers through who have logged in. Not for a service whose deployments shift traffic. */
    default HttpsRoute login(Login login) {
        return saying(ImmutableRouting.copyOf(routing())
                .withLogin(login)
                .withLines(routing().lines().and("login")));
    }

    /** Lets only requests through that carry such a token. Not for a service whose deployments shift traffic. */
    default HttpsRoute jwt(Jwt token) {
        return saying(ImmutableRouting.copyOf(routing())
                .withJwt(token)
                .withLines(routing().lines().and("jwt")));
    }

    @Override
    Routing routing();

    @Override
    default HttpsRoute saying(Routing routing) {
        return ImmutableHttpsRoute.of(routing);
    }
}
