package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Api;
import dev.stowage.local.balance.Api.Change;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition.ApiRoute;
import dev.stowage.schema.semantics.routing.RouteKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What HTTP APIs do with requests before they are routed on. */
class ApiTest {

    private static final TargetGroup WEB = TargetGroup.http("web");
    private static final String SHOP = "https://shop.example";
    private static final Api.Cors CORS = new Api.Cors(
            true,
            List.of(SHOP),
            List.of("GET", "POST"),
            List.of("x-a"),
            List.of("x-b"),
            Optional.of(Duration.ofMinutes(1)));
    private static final Api.Tokens TOKENS = new Api.Tokens(
            List.of("$request.header.Authorization"), "https://id.example", List.of("shop"), List.of("read", "write"));

    private static Site site(
            String stage, String key, Optional<Api.Cors> cors, Optional<Api.Tokens> tokens, Change... changes) {
        var route = new ApiRoute(stage, RouteKey.of(key));
        var api = new Api(Optional.of(route), cors, tokens, List.of(changes), Map.of("color", "blue"));
        var action = new Action.ThroughApi(api, Action.Forward.to("web"));
        var none = new Api(Optional.empty(), cors, Optional.empty(), List.of(), Map.of());
        var rest = new Action.ThroughApi(none, new Action.Respond(404, "application/json", "{}"));
        return Site.of(WEB, ListenerRules.of(List.of(new Rule<>(1, List.of(route), action)), rest));
    }

    /** Answers with the request line and the headers that it got. */
    private static Upstream mirror() {
        return Upstream.named("mirror", exchange -> {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join("+", values)));
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "https://other.example");
            exchange.getResponseHeaders().add("Access-Control-Allow-Methods", "PUT");
            reply(exchange, exchange.getRequestURI() + " " + headers);
        });
    }

    private static void reply(com.sun.net.httpserver.HttpExchange exchange, String text) throws IOException {
        Upstream.reply(exchange, 200, text);
    }

    @Test
    void aPreflightIsAnsweredByTheApi() {
        try (var mirror = mirror();
                var site = site("", "GET /items", Optional.of(CORS), Optional.of(TOKENS))
                        .with(mirror)) {
            var answer = site.send(HttpRequest.newBuilder(site.uri("/items"))
                    .method("OPTIONS", BodyPublishers.noBody())
                    .headers("Origin", SHOP, "Access-Control-Request-Method", "GET")
                    .build());

            assertThat(answer.statusCode()).isEqualTo(204);
            assertThat(header(answer, "access-control-allow-origin")).isEqualTo(SHOP);
            assertThat(header(answer, "access-control-allow-credentials")).isEqualTo("true");
            assertThat(header(answer, "access-control-allow-methods")).isEqualTo("GET,POST");
            assertThat(header(answer, "access-control-allow-headers")).isEqualTo("x-a");
            assertThat(header(answer, "access-control-max-age")).isEqualTo("60");
        }
    }

    @Test
    void theApiSaysWhichSitesMaySeeAnAnswerAndNotTheTarget() {
        try (var mirror = mirror();
                var site = site("", "ANY /items", Optional.of(CORS), Optional.empty())
                        .with(mirror)) {
            var known = site.get("/items", "Origin", SHOP);
            var other = site.get("/items", "Origin", "https://other.example");

            assertThat(known.headers().allValues("access-control-allow-origin")).containsExactly(SHOP);
            assertThat(header(known, "access-control-expose-headers")).isEqualTo("x-b");
            assertThat(known.headers().allValues("access-control-allow-methods"))
                    .isEmpty();
            assertThat(other.statusCode()).isEqualTo(200);
            assertThat(other.headers().allValues("access-control-allow-origin")).isEmpty();
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void whoeverHasNoGoodTokenIsRefused() {
        var good = Instant.now().plusSeconds(600).getEpochSecond();
        try (var mirror = mirror();
                var site = site("", "ANY /items", Optional.empty(), Optional.of(TOKENS))
                        .with(mirror)) {
            var none = site.get("/items");
            assertThat(none.statusCode()).isEqualTo(401);
            assertThat(none.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
            assertThat(header(none, "www-authenticate")).isEqualTo("Bearer");

            assertThat(why(site, "nonsense")).contains("malformed");
            assertThat(why(site, token("https://id.example", "shop", "read", 1)))
                    .contains("expired");
            assertThat(why(site, token("https://evil.example", "shop", "read", good)))
                    .contains("issuer");
            assertThat(why(site, token("https://id.example", "other", "read", good)))
                    .contains("audience");
            assertThat(called(site, token("https://id.example", "shop", "admin", good))
                            .statusCode())
                    .isEqualTo(403);
            assertThat(called(site, token("https://id.example", "shop", "x read", good))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private static String why(Site site, String token) {
        var answer = called(site, token);
        assertThat(answer.statusCode()).isEqualTo(401);
        return header(answer, "www-authenticate");
    }

    private static HttpResponse<String> called(Site site, String token) {
        return site.get("/items", "Authorization", "Bearer " + token);
    }

    private static String token(String issuer, String audience, String scope, long end) {
        var claims = "{\"iss\":\"" + issuer + "\",\"aud\":[\"" + audience + "\"],\"scope\":\"" + scope + "\",\"exp\":"
                + end + "}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }

    @Test
    void theTargetSeesTheStageInThePathAndTheChangesOfTheRoute() {
        try (var mirror = mirror();
                var site = site("/dev", "GET /items/{id}", Optional.empty(), Optional.empty())
                        .with(mirror)) {
            assertThat(site.get("/dev/items/7?x=1").body()).startsWith("/dev/items/7?x=1 ");
            assertThat(site.get("/items/7").statusCode()).isEqualTo(404);
            assertThat(site.get("/developers/items/7").statusCode()).isEqualTo(404);
        }
        try (var mirror = mirror();
                var site = site(
                                "/dev",
                                "GET /items/{id}",
                                Optional.empty(),
                                Optional.empty(),
                                new Change(Change.Kind.OVERWRITE, "path", "", "/v2/${request.path.id}"),
                                new Change(Change.Kind.APPEND, "header", "x-id", "$request.path.id"),
                                new Change(Change.Kind.OVERWRITE, "header", "x-color", "$stageVariables.color"),
                                new Change(Change.Kind.REMOVE, "header", "x-secret", ""),
                                new Change(Change.Kind.OVERWRITE, "querystring", "q", "$request.querystring.x"),
                                new Change(Change.Kind.REMOVE, "querystring", "x", ""))
                        .with(mirror)) {
            var body = site.get("/dev/items/7?x=1&y=2", "x-secret", "s", "x-id", "a", "x-color", "red")
                    .body();

            assertThat(body)
                    .startsWith("/v2/7?y=2&q=1 ")
                    .contains("x-id=a+7")
                    .contains("x-color=blue")
                    .doesNotContain("x-secret");
        }
    }
}
