package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Api.Change;
import dev.stowage.schema.semantics.routing.HostText;
import dev.stowage.schema.semantics.routing.RoutedRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as rules look at it. */
final class IncomingRequest implements RoutedRequest {

    private static final InetAddress NOBODY = InetAddress.getLoopbackAddress();

    private final HttpServerRequest request;
    private final String target;
    private final String host;
    private final int question;
    private final List<Change> changes;
    private final boolean hidesCors;

    /**
     * A request whose target is a path or, as proxies are asked, a whole URL; the host of that then counts for the one of the
     * header.
     */
    IncomingRequest(HttpServerRequest request) {
        this.request = request;
        var uri = request.uri();
        this.target = uri.startsWith("/") || uri.equals("*") ? uri : pathOf(uri);
        this.host = authorityOf(request);
        this.question = target.indexOf('?');
        this.changes = List.of();
        this.hidesCors = false;
    }

    private IncomingRequest(
            HttpServerRequest request, String target, String host, List<Change> changes, boolean hidesCors) {
        this.request = request;
        this.target = target;
        this.host = host;
        this.question = target.indexOf('?');
        this.changes = changes;
        this.hidesCors = hidesCors;
    }

    /** The same request, changed like that. */
    IncomingRequest rewritten(List<Action.Rewrite> rewrites) {
        var toTarget = target;
        var toHost = host;
        for (var rewrite : rewrites) {
            toTarget = rewrite.isHost() ? toTarget : rewrite.of(toTarget);
            toHost = rewrite.isHost() ? rewrite.of(toHost) : toHost;
        }
        return rewrites.isEmpty() ? this : new IncomingRequest(request, toTarget, toHost, changes, hidesCors);
    }

    /** The same request for another path. */
    IncomingRequest at(String path) {
        var rest = question < 0 ? "" : target.substring(question);
        return new IncomingRequest(
                request, (path.startsWith("/") ? path : "/" + path) + rest, host, changes, hidesCors);
    }

    /** The same request with another query. */
    IncomingRequest asking(String query) {
        return new IncomingRequest(request, query.isEmpty() ? path() : path() + "?" + query, host, changes, hidesCors);
    }

    /** The same request with a change of a header, which is made last. */
    IncomingRequest with(Change change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new IncomingRequest(request, target, host, List.copyOf(more), hidesCors);
    }

    /** The same request, of whose answer nothing is passed on that says what pages of other sites may do. */
    IncomingRequest withoutOthersCors() {
        return new IncomingRequest(request, target, host, changes, true);
    }

    /** The changes of headers that are still to be made. */
    List<Change> changes() {
        return changes;
    }

    /** Whether a target does not say what pages of other sites may do. */
    boolean hidesCors() {
        return hidesCors;
    }

    private static String pathOf(String uri) {
        var scheme = uri.indexOf("://");
        var slash = scheme < 0 ? -1 : uri.indexOf('/', scheme + 3);
        return slash < 0 ? "/" : uri.substring(slash);
    }

    /** Path and query, as a target is asked. */
    String target() {
        return target;
    }

    /** The host with its port, as it was sent; empty where none was. */
    String authority() {
        return host;
    }

    private static String authorityOf(HttpServerRequest request) {
        var uri = request.uri();
        var scheme = uri.startsWith("/") ? -1 : uri.indexOf("://");
        if (scheme >= 0) {
            var slash = uri.indexOf('/', scheme + 3);
            return slash < 0 ? uri.substring(scheme + 3) : uri.substring(scheme + 3, slash);
        }
        var header = request.getHeader(HttpHeaders.HOST);
        return header != null || request.authority() == null
                ? text(header)
                : request.authority().toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public String method() {
        return request.method().name();
    }

    @Override
    public String host() {
        return HostText.withoutPort(host);
    }

    @Override
    public String path() {
        return question < 0 ? target : target.substring(0, question);
    }

    @Override
    public String query() {
        return question < 0 ? "" : target.substring(question + 1);
    }

    @Override
    public List<String> header(String name) {
        return request.headers().getAll(name);
    }

    @Override
    public InetAddress source() {
        try {
            // Digits only: nothing is looked up.
            return InetAddress.getByName(caller());
        } catch (UnknownHostException e) {
            return NOBODY;
        }
    }

    /** The address of the caller in digits. */
    String caller() {
        var remote = request.remoteAddress();
        return remote == null ? "" : text(remote.hostAddress());
    }

    /** The port of this machine that it came to. */
    int listening() {
        return request.connection().localAddress().port();
    }

    /** The address of this machine that it came to. */
    String here() {
        return text(request.connection().localAddress().hostAddress());
    }

    int callerPort() {
        var remote = request.remoteAddress();
        return remote == null ? 0 : remote.port();
    }
}
