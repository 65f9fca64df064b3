package dev.stowage.dsl.gateway;

import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** Who issues the JSON web tokens that requests of an API carry, and for whom. */
@ValueStyle
@Value.Immutable
public sealed interface JwtAuthorizer permits ImmutableJwtAuthorizer {

    /**
     * Tokens of this issuer.
     *
     * @param name what it is called in API Gateway; one name for each authorizer of an API
     * @param issuer its URL, below which its configuration is found, such as {@code https://login.example}
     * @param audience for whom a token is meant: what its claim {@code aud} or {@code client_id} says
     * @param others more of them
     */
    static JwtAuthorizer of(String name, String issuer, String audience, String... others) {
        var audiences = new ArrayList<String>(others.length + 1);
        audiences.add(audience);
        audiences.addAll(List.of(others));
        return ImmutableJwtAuthorizer.of(name, issuer).withAudiences(audiences);
    }

    /** What it is called. */
    String name();

    /** Who issues tokens. */
    String issuer();

    /** For whom tokens are meant: any of these. */
    List<String> audiences();
}
