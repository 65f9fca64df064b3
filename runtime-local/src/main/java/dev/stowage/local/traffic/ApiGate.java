package dev.stowage.local.traffic;

import dev.stowage.local.balance.Api;
import dev.stowage.local.balance.Api.Change;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;

/** What an HTTP API does with a request before it is routed on: pages of other sites, tokens, changes. */
final class ApiGate {

    private static final String REQUESTED = "access-control-request-method";

    private final Api api;
    private final IncomingRequest incoming;
    private final HttpServerRequest request;

    private ApiGate(Api api, IncomingRequest incoming, HttpServerRequest request) {
        this.api = api;
        this.incoming = incoming;
        this.request = request;
    }

    /** The request as it goes on; none where it was answered. */
    static Optional<IncomingRequest> pass(Api api, IncomingRequest incoming, HttpServerRequest request, Instant now) {
        return new ApiGate(api, incoming, request).pass(now);
    }

    private Optional<IncomingRequest> pass(Instant now) {
        if (api.cors().isPresent() && isPreflight()) {
            allow(api.cors().get(), true);
            request.response().setStatusCode(204).end();
            return Optional.empty();
        }
        api.cors().ifPresent(cors -> allow(cors, false));
        return isRefused(now) ? Optional.empty() : Optional.of(changed());
    }

    private boolean isPreflight() {
        return HttpMethod.OPTIONS.equals(request.method())
                && request.headers().contains(HttpHeaders.ORIGIN)
                && request.headers().contains(REQUESTED);
    }

    private void allow(Api.Cors cors, boolean isPreflight) {
        var origin = request.headers().get(HttpHeaders.ORIGIN);
        var allowed = origin == null ? Optional.<String>empty() : cors.allowed(origin);
        if (allowed.isEmpty()) {
            return;
        }
        var headers = request.response().headers();
        headers.set("access-control-allow-origin", allowed.get());
        if (cors.credentials()) {
            headers.set("access-control-allow-credentials", "true");
        }
        if (!cors.exposed().isEmpty()) {
            headers.set("access-control-expose-headers", String.join(",", cors.exposed()));
        }
        if (isPreflight) {
            if (!cors.methods().isEmpty()) {
                headers.set("access-control-allow-methods", String.join(",", cors.methods()));
            }
            if (!cors.headers().isEmpty()) {
                headers.set("access-control-allow-headers", String.join(",", cors.headers()));
            }
            cors.maxAge().ifPresent(age -> headers.set("access-control-max-age", String.valueOf(age.toSeconds())));
        }
    }

    private boolean isRefused(Instant now) {
        if (api.tokens().isEmpty()) {
            return false;
        }
        var wanted = api.tokens().get();
        var token = wanted.sources().stream()
                .map(this::value)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        var verdict = TokenCheck.of(token, wanted, now);
        if (verdict.status() == 200) {
            return false;
        }
        var response = request.response().setStatusCode(verdict.status());
        response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json");
        if (verdict.status() == 401) {
            response.putHeader("www-authenticate", ("Bearer " + verdict.why()).trim());
        }
        response.end("{\"message\":\"" + (verdict.status() == 401 ? "Unauthorized" : "Forbidden") + "\"}");
        return true;
    }

    private IncomingRequest changed() {
        var next = api.cors().isPresent() ? incoming.withoutOthersCors() : incoming;
        for (var change : api.changes()) {
            var value = value(change.value());
            next = switch (change.place()) {
                case "path" -> next.at(value);
                case "querystring" -> next.asking(QueryText.changed(next.query(), change, value));
                default -> next.with(new Change(change.kind(), change.place(), change.name(), value));
            };
        }
        return next;
    }

    /** A text with what its variables stand for, which are those of the request as it came. */
    private String value(String text) {
        if (text.startsWith("$") && !text.startsWith("${")) {
            return variable(text.substring(1));
        }
        var whole = new StringBuilder();
        var from = 0;
        for (var open = text.indexOf("${"); open >= 0; open = text.indexOf("${", from)) {
            var close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            whole.append(text, from, open).append(variable(text.substring(open + 2, close)));
            from = close + 1;
        }
        return whole.append(text.substring(from)).toString();
    }

    private String variable(String path) {
        var parts = path.split("\\.", 3);
        var name = parts.length > 2 ? parts[2] : "";
        return switch (parts[0] + "." + (parts.length > 1 ? parts[1] : "")) {
            case "request.header" -> String.join(",", incoming.header(name));
            case "request.querystring" -> QueryText.value(incoming.query(), name);
            case "request.path" -> name.isEmpty() ? withoutStage() : pathVariable(name);
            case "context.httpMethod" -> incoming.method();
            case "context.path" -> incoming.path();
            case "context.identity" -> name.equals("sourceIp") ? incoming.caller() : "";
            case "context.stage" -> stage().isEmpty() ? "$default" : stage().substring(1);
            case "context.domainName" -> incoming.host();
            default ->
                parts[0].equals("stageVariables") && parts.length == 2
                        ? api.variables().getOrDefault(parts[1], "")
                        : "";
        };
    }

    private String stage() {
        return api.route().map(route -> route.stage()).orElse("");
    }

    private String withoutStage() {
        var path = incoming.path();
        return path.equals(stage()) ? "/" : path.substring(stage().length());
    }

    private String pathVariable(String name) {
        return api.route()
                .map(route -> route.variables(incoming).getOrDefault(name, ""))
                .orElse("");
    }
}
