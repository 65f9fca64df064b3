package dev.stowage.local.traffic;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A listener of an Application Load Balancer: takes requests and sends each where the rules say. On the loop. */
final class HttpFront implements Front {

    /** A request line or a single header may be this long. */
    private static final int LONGEST_LINE = 16 * 1024;

    /** All headers together may be this long. */
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Vertx vertx;
    private final Registry registry;
    private final Lines lines;
    private final InstantSource time;
    private final Optional<PemKeyCertOptions> certificates;
    private final Neighbours around;

    /** The connections that are to end behind their next answer. */
    private final Set<HttpConnection> old = new HashSet<>();

    private Balancer balancer;
    private Listener listener;
    private Heads heads;

    HttpFront(
            Vertx vertx,
            Registry registry,
            Lines lines,
            InstantSource time,
            Optional<PemKeyCertOptions> certificates,
            Neighbours around,
            Balancer balancer,
            Listener listener) {
        this.vertx = vertx;
        this.registry = registry;
        this.lines = lines;
        this.time = time;
        this.certificates = certificates;
        this.around = around;
        this.balancer = balancer;
        this.listener = listener;
        this.heads = heads(balancer, listener);
    }

    private static Heads heads(Balancer balancer, Listener listener) {
        return new Heads(balancer.settings(), listener.protocol().isSecure());
    }

    @Override
    public void become(Balancer nextBalancer, Listener next) {
        balancer = nextBalancer;
        listener = next;
        heads = heads(nextBalancer, next);
    }

    @Override
    public Future<Opened> listen(String host, int port) {
        var options = new HttpServerOptions()
                .setMaxInitialLineLength(LONGEST_LINE)
                .setMaxHeaderSize(LONGEST_HEAD)
                .setMaxChunkSize(64 * 1024)
                // Everything is on one thread, and WebSockets are passed on as they are.
                .setStrictThreadMode(true)
                .setPerFrameWebSocketCompressionSupported(false)
                .setPerMessageWebSocketCompressionSupported(false)
                .setHttp2ClearTextEnabled(listener.protocol() == Listener.Protocol.HTTP2)
                .setIdleTimeout((int) balancer.settings().idle().toSeconds() + 2);
        certificates.ifPresent(pem ->
                options.setSsl(true).setUseAlpn(true).setKeyCertOptions(pem).setSslHandshakeTimeout(10));
        var server = vertx.createHttpServer(options)
                .connectionHandler(this::welcome)
                .requestHandler(this::take)
                .invalidRequestHandler(HttpFront::refuse);
        return server.listen(port, host).map(HttpFront::opened);
    }

    private static Opened opened(HttpServer server) {
        return new Opened(server.actualPort(), server::close);
    }

    /** A caller that stays for long is asked to come anew. */
    private void welcome(HttpConnection caller) {
        Wire.watch(caller);
        var end = vertx.setTimer(balancer.settings().keepAlive().toMillis(), timer -> old.add(caller));
        caller.closeHandler(closed -> {
            vertx.cancelTimer(end);
            old.remove(caller);
        });
    }

    /** What cannot be read as a request. */
    private static void refuse(HttpServerRequest request) {
        var cause = request.decoderResult().cause();
        var status = cause instanceof TooLongHttpLineException ? 414 : cause instanceof Wire.UnknownVersion ? 505 : 400;
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        OwnAnswer.status(request.response(), status);
        request.connection().close();
    }

    /** Whether its connection is to end behind it, which Vert.x sees where nothing else is said of the connection. */
    private boolean isLast(HttpServerRequest request) {
        var connection = request.headers().get(HttpHeaders.CONNECTION);
        var isAsked = connection != null
                && connection.indexOf(',') >= 0
                && connection.toLowerCase(Locale.ROOT).contains("close");
        return isAsked || !old.isEmpty() && old.contains(request.connection());
    }

    private void take(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2 && isLast(request)) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            request.response().endHandler(done -> request.connection().close());
        }
        var fault = fault(request);
        if (fault != 0) {
            OwnAnswer.status(request.response(), fault);
            return;
        }
        var incoming = new IncomingRequest(request);
        carryOut(listener.rules().choose(incoming), incoming, request);
    }

    private void carryOut(Action action, IncomingRequest incoming, HttpServerRequest request) {
        if (action instanceof Action.Forward forward) {
            forward(forward, incoming, request);
        } else if (action instanceof Action.Redirect redirect) {
            var place = redirect.url().on(port -> around.port(balancer.name(), port, incoming.here()));
            var url = place.of(incoming, listener.protocol().isSecure(), incoming.listening());
            OwnAnswer.redirect(request.response(), redirect.status(), url);
        } else if (action instanceof Action.Respond respond) {
            OwnAnswer.body(request.response(), respond.status(), respond.type(), respond.body());
        } else if (action instanceof Action.ThroughApi gate) {
            ApiGate.pass(gate.api(), incoming, request, now()).ifPresent(next -> carryOut(gate.then(), next, request));
        } else if (action instanceof Action.Through through) {
            var rules = around.rules(through.listener());
            var next = rules.isEmpty() ? action : rules.get().choose(incoming);
            if (next instanceof Action.Through) {
                OwnAnswer.status(request.response(), 503);
            } else {
                carryOut(next, incoming, request);
            }
        }
    }

    /** The status by which a request is refused whatever the rules say; 0 for none. */
    private static int fault(HttpServerRequest request) {
        if (HttpMethod.TRACE.equals(request.method())) {
            return 405;
        }
        if (HttpMethod.CONNECT.equals(request.method())) {
            return 400;
        }
        var coding = request.headers().get(HttpHeaders.TRANSFER_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("chunked") && !coding.equalsIgnoreCase("identity")) {
            return 501;
        }
        if (Heads.isForwardedTooOften(request.headers())) {
            return 463;
        }
        for (var header : request.headers()) {
            if (header.getValue().length() > LONGEST_LINE) {
                return 400;
            }
        }
        return request.version() == HttpVersion.HTTP_1_1 && !request.headers().contains(HttpHeaders.HOST) ? 400 : 0;
    }

    private void forward(Action.Forward forward, IncomingRequest incoming, HttpServerRequest request) {
        var cookies = request.headers().contains(HttpHeaders.COOKIE)
                ? request.headers().getAll(HttpHeaders.COOKIE)
                : List.<String>of();
        var destination = Destination.of(forward, cookies, registry, now());
        if (destination == null) {
            OwnAnswer.status(request.response(), 503);
        } else if (isMisfit(request, destination.group().protocol())) {
            OwnAnswer.status(request.response(), 464);
        } else {
            new Exchange(this, incoming.rewritten(forward.rewrites()), request, destination).begin();
        }
    }

    /** Whether the version of the request does not go with that of the targets. */
    private static boolean isMisfit(HttpServerRequest request, TargetGroup.Protocol protocol) {
        var type = request.headers().get(HttpHeaders.CONTENT_TYPE);
        var isCall = type != null && type.startsWith("application/grpc");
        if (request.version() == HttpVersion.HTTP_2) {
            return protocol.isGrpc() ? !HttpMethod.POST.equals(request.method()) : isCall && !protocol.isHttp2();
        }
        return protocol.isHttp2();
    }

    Lines lines() {
        return lines;
    }

    Heads heads() {
        return heads;
    }

    Instant now() {
        return time.instant();
    }

    Duration idle() {
        return balancer.settings().idle();
    }
}
