package dev.stowage.local.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stowage.local.balance.Api;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Looks at the tokens of callers as a JWT authorizer of API Gateway does (developer guide, "JWT authorizers"), but not at their
 * signatures: the keys of the issuer are elsewhere.
 */
final class TokenCheck {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BEARER = "bearer ";

    private TokenCheck() {}

    /**
     * What comes of it.
     *
     * @param status 200 where the caller may pass, else 401 or 403
     * @param why what is wrong with the token, for the header {@code www-authenticate}; empty where there is none
     */
    record Verdict(int status, String why) {

        private static final Verdict GOOD = new Verdict(200, "");

        private static Verdict invalid(String why) {
            return new Verdict(401, "error=\"invalid_token\" error_description=\"" + why + "\"");
        }
    }

    /** Whether that token lets its bearer pass; it may be empty. */
    static Verdict of(String written, Api.Tokens wanted, Instant now) {
        var token = written.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? written.substring(BEARER.length()).trim()
                : written;
        if (token.isEmpty()) {
            return new Verdict(401, "");
        }
        var parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? of(JSON.readTree(new String(decoded(parts[1]), StandardCharsets.UTF_8)), wanted, now)
                    : Verdict.invalid("the token is malformed");
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            return Verdict.invalid("the token is malformed");
        }
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static Verdict of(JsonNode claims, Api.Tokens wanted, Instant now) {
        if (!claims.path("iss").asText().equals(wanted.issuer())) {
            return Verdict.invalid("invalid issuer");
        }
        if (!claims.has("exp") || claims.path("exp").asLong() <= now.getEpochSecond()) {
            return Verdict.invalid("the token has expired");
        }
        if (claims.path("nbf").asLong() > now.getEpochSecond()
                || claims.path("iat").asLong() > now.getEpochSecond()) {
            return Verdict.invalid("the token is not valid yet");
        }
        var audience = texts(claims.path(claims.has("aud") ? "aud" : "client_id"));
        if (!wanted.audience().isEmpty() && audience.stream().noneMatch(wanted.audience()::contains)) {
            return Verdict.invalid("the token does not have a valid audience");
        }
        var scopes = texts(claims.path(claims.has("scope") ? "scope" : "scp"));
        return wanted.scopes().isEmpty() || scopes.stream().anyMatch(wanted.scopes()::contains)
                ? Verdict.GOOD
                : new Verdict(403, "");
    }

    /** A list of texts, or one text of several words. */
    private static List<String> texts(JsonNode claim) {
        if (claim.isTextual()) {
            return Arrays.asList(claim.asText().split(" ", -1));
        }
        var texts = new ArrayList<String>();
        claim.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
