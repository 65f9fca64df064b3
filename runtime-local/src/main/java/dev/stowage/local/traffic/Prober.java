package dev.stowage.local.traffic;

import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Judgement.Answer;
import dev.stowage.local.balance.Target;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks targets whether they are well, each time over a connection of its own. */
final class Prober {

    /** The head of a message of gRPC with nothing in it: not compressed, length 0. */
    private static final byte[] NOTHING = new byte[5];

    private final Vertx vertx;
    private final Map<HealthCheck.Way, HttpClientAgent> clients = new EnumMap<>(HealthCheck.Way.class);
    private final NetClient connector;

    Prober(Vertx vertx) {
        this.vertx = vertx;
        this.connector = vertx.createNetClient(new NetClientOptions().setConnectTimeout(Lines.CONNECT_MILLIS));
    }

    /** What the target says; never fails. */
    Future<Answer> ask(Target target, HealthCheck check) {
        var port = check.port().orElse(target.port());
        var asked = check.way() == HealthCheck.Way.TCP
                ? connector
                        .connect(port, target.host())
                        .compose(NetSocket::close)
                        .map(Answer.GOOD)
                : request(target.host(), port, check);
        return within(asked, check)
                .otherwise(error -> error instanceof TimeoutException ? Answer.TIMEOUT : Answer.FAILED);
    }

    private static Future<Answer> within(Future<Answer> answer, HealthCheck check) {
        return answer.timeout(check.timeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Future<Answer> request(String host, int port, HealthCheck check) {
        var isCall = isCall(check.way());
        var options = new RequestOptions()
                .setMethod(isCall ? HttpMethod.POST : HttpMethod.GET)
                .setHost(host)
                .setPort(port)
                .setURI(check.path())
                .setConnectTimeout(check.timeout().toMillis())
                .putHeader("User-Agent", "ELB-HealthChecker/2.0")
                .putHeader("Host", host + ":" + port);
        if (isCall) {
            options.putHeader("content-type", "application/grpc").putHeader("te", "trailers");
        } else {
            options.putHeader("Connection", "close");
        }
        return clients.computeIfAbsent(check.way(), this::client)
                .request(options)
                .compose(request -> {
                    // An answer that comes too late finds nobody who waits for it.
                    var late = vertx.setTimer(check.timeout().toMillis(), timer -> request.reset());
                    return answer(request, check).onComplete(done -> vertx.cancelTimer(late));
                });
    }

    private static Future<Answer> answer(HttpClientRequest request, HealthCheck check) {
        if (isCall(check.way())) {
            return request.send(Buffer.buffer(NOTHING))
                    .compose(response -> response.end().map(done -> code(response)))
                    .map(code -> judged(code, check));
        }
        return request.send().map(response -> {
            var status = response.statusCode();
            // Only the status counts; a body without end must not keep the connection.
            response.exceptionHandler(closed -> {});
            request.connection().close();
            return judged(status, check);
        });
    }

    private static boolean isCall(HealthCheck.Way way) {
        return way == HealthCheck.Way.GRPC || way == HealthCheck.Way.GRPC_TLS;
    }

    private static Answer judged(int code, HealthCheck check) {
        return check.matcher().accepts(code) ? Answer.GOOD : Answer.mismatch(code);
    }

    /** The code of a call, which comes before or behind the message; 2 stands for none at all. */
    private static int code(HttpClientResponse response) {
        var trailing = response.trailers().get("grpc-status");
        var text = trailing == null ? response.getHeader("grpc-status") : trailing;
        try {
            return text == null ? 2 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 2;
        }
    }

    private HttpClientAgent client(HealthCheck.Way way) {
        var options = new HttpClientOptions().setKeepAlive(false);
        if (way == HealthCheck.Way.HTTPS || way == HealthCheck.Way.GRPC_TLS) {
            options.setSsl(true).setTrustAll(true).setVerifyHost(false);
        }
        if (isCall(way)) {
            options.setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false)
                    .setUseAlpn(way == HealthCheck.Way.GRPC_TLS)
                    .setHttp2KeepAliveTimeout(1);
        }
        return vertx.createHttpClient(options);
    }
}
