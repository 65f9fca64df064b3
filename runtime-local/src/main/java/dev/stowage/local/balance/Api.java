package dev.stowage.local.balance;

import dev.stowage.schema.semantics.routing.RequestCondition.ApiRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP API does with a request of a route before it is sent on, and with its answer.
 *
 * @param route the route; none for what no route takes
 * @param cors what pages of other sites may do, where the API says so
 * @param tokens which token a caller has to have; none where any caller may pass
 * @param changes what is changed in the request
 * @param variables the variables of the stage
 */
public record Api(
        Optional<ApiRoute> route,
        Optional<Cors> cors,
        Optional<Tokens> tokens,
        List<Change> changes,
        Map<String, String> variables) {

    /** A part that cannot be changed from outside. */
    public Api {
        changes = List.copyOf(changes);
        variables = Map.copyOf(variables);
    }

    /**
     * What pages of other sites may do.
     *
     * @param credentials whether they may send cookies
     * @param origins which sites; {@code *} for all, {@code https://*} for all of a scheme
     * @param methods by which methods
     * @param headers with which headers
     * @param exposed which headers of an answer they may see
     * @param maxAge how long they may remember this
     */
    public record Cors(
            boolean credentials,
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            Optional<Duration> maxAge) {

        /** What an answer says of the sites that may see it; none for a site that may not. */
        public Optional<String> allowed(String origin) {
            for (var one : origins) {
                if (one.equals("*")) {
                    return Optional.of(credentials ? origin : "*");
                }
                var isAlike = one.endsWith("://*") && origin.startsWith(one.substring(0, one.length() - 1));
                if (isAlike || one.equalsIgnoreCase(origin)) {
                    return Optional.of(origin);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * Which tokens (JWT) let a caller pass.
     *
     * @param sources where they stand in a request, such as {@code $request.header.Authorization}
     * @param issuer who must have issued them
     * @param audience for whom: one of these; any where there is none
     * @param scopes what they must allow: one of these; anything where there is none
     */
    public record Tokens(List<String> sources, String issuer, List<String> audience, List<String> scopes) {}

    /**
     * A change of a request (parameter mapping).
     *
     * @param kind what is done
     * @param place with what: {@code header}, {@code querystring} or {@code path}
     * @param name the name of the header or parameter; empty for the path
     * @param value what is put there; <code>$request.header.x</code> and the like stand for parts of the request
     */
    public record Change(Kind kind, String place, String name, String value) {

        /** What is done. */
        public enum Kind {
            /** Adds one more. */
            APPEND,
            /** Puts it in the place of what is there. */
            OVERWRITE,
            /** Takes it away. */
            REMOVE
        }
    }
}
