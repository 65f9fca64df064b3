package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetGroup.Stickiness;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TaskId;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the connections of callers and targets: WebSockets, trailers, cookies, connections that are closed. */
class ConnectionsTest {

    private static final TargetGroup WEB = TargetGroup.http("web");
    private static final TaskId TASK = new TaskId("task");

    private Vertx vertx;

    @BeforeEach
    void open() {
        vertx = Vertx.vertx();
    }

    @AfterEach
    void close() throws TimeoutException {
        vertx.close().await(10, TimeUnit.SECONDS);
    }

    private static Target at(HttpServer server) {
        return new Target(TASK, "web", "127.0.0.1", server.actualPort());
    }

    @Test
    @Behaviour("14.5")
    void becomesATunnelForAWebSocket() throws TimeoutException, InterruptedException {
        var server = vertx.createHttpServer()
                .webSocketHandler(socket -> socket.textMessageHandler(text -> socket.writeTextMessage("re: " + text)))
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        try (var site = Site.of(WEB)) {
            site.has(at(server));
            var heard = new LinkedBlockingQueue<String>();
            var socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(URI.create("ws://127.0.0.1:" + site.port() + "/chat"), new Ear(heard))
                    .join();
            socket.sendText("hello", true).join();

            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("re: hello");
            site.traffic.deregister(TASK);
            socket.sendText("again", true).join();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("re: again");
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
            assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo("closed");
        }
    }

    /** Notes what a WebSocket says. */
    private record Ear(BlockingQueue<String> heard) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            heard.add("closed");
            return WebSocket.Listener.super.onClose(socket, code, reason);
        }
    }

    @Test
    @Behaviour("14.5")
    void passesTrailersOn() throws TimeoutException {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    request.response().setChunked(true).putHeader("Trailer", "X-Sum");
                    request.response().write("body");
                    request.response().putTrailer("X-Sum", "42").end();
                })
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        try (var site = Site.of(WEB)) {
            site.has(at(server));

            assertThat(site.raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .containsIgnoringCase("x-sum: 42\r\n")
                    .containsIgnoringCase("trailer: X-Sum");
        }
    }

    @Test
    @Behaviour("14.6")
    void losesNoRequestToATargetThatClosesItsIdleConnections() throws Exception {
        var closed = new Semaphore(0);
        var options = new HttpServerOptions().setIdleTimeout(50).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        var server = vertx.createHttpServer(options)
                .connectionHandler(connection -> connection.closeHandler(gone -> closed.release()))
                .requestHandler(request -> request.response().end("ok"))
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        try (var site = Site.of(WEB.asked(OwnStatusTest.unasked()))) {
            site.has(at(server));
            for (var i = 0; i < 10; i++) {
                assertThat(site.get("/").statusCode()).isEqualTo(200);
                assertThat(closed.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    @Behaviour("14.2")
    void keepsACallerAtItsTargetByACookie() {
        var sticky = WEB.sticky(new Stickiness.Balancer(Duration.ofHours(1)));
        try (var a = Upstream.named("a");
                var b = Upstream.named("b");
                var site = Site.of(sticky).with(a, b)) {
            var first = site.get("/");
            var cookies = first.headers().allValues("set-cookie");
            var cookie = cookies.get(0).substring(0, cookies.get(0).indexOf(';'));

            assertThat(cookies).hasSize(2);
            assertThat(cookies.get(0)).startsWith("AWSALB=").contains("Path=/").contains("Expires=");
            assertThat(cookies.get(1)).startsWith("AWSALBCORS=").endsWith("; SameSite=None; Secure");
            for (var time = 0; time < 5; time++) {
                assertThat(site.get("/", "Cookie", "other=1; " + cookie).body()).isEqualTo(first.body());
            }
            var leaving = first.body().equals("a") ? a : b;
            site.traffic.deregister(leaving.task());
            site.awaits(leaving, TargetHealth.UNUSED);
            assertThat(site.get("/", "Cookie", cookie).body()).isNotEqualTo(first.body());
            assertThat(site.get("/", "Cookie", "AWSALB=nonsense").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Behaviour("14.2")
    void keepsACallerAsLongAsTheApplicationDoes() {
        var sticky = WEB.sticky(new Stickiness.Application("SESSION", Duration.ofHours(1)));
        try (var a = Upstream.named("a", ConnectionsTest::session);
                var b = Upstream.named("b", ConnectionsTest::session);
                var site = Site.of(sticky).with(a, b)) {
            var first = site.get("/");
            var cookies = first.headers().allValues("set-cookie");
            var ours = cookies.stream()
                    .filter(each -> each.startsWith("AWSALBAPP-0="))
                    .findFirst()
                    .orElseThrow();
            var cookie = ours.substring(0, ours.indexOf(';'));

            for (var time = 0; time < 5; time++) {
                assertThat(site.get("/", "Cookie", "SESSION=1; " + cookie).body())
                        .isEqualTo(first.body());
            }
        }
    }

    private static void session(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Set-Cookie", "SESSION=1");
        Upstream.reply(exchange, 200, String.valueOf(exchange.getLocalAddress().getPort()));
    }

    @Test
    @Behaviour("14.5")
    void letsATargetSayWhetherItWantsTheBody() throws TimeoutException, IOException {
        var server = vertx.createHttpServer()
                .requestHandler(request -> {
                    request.response().writeContinue();
                    request.bodyHandler(body -> request.response().end("got " + body.length()));
                })
                .listen(0, "127.0.0.1")
                .await(10, TimeUnit.SECONDS);
        try (var site = Site.of(WEB.asked(OwnStatusTest.unasked()));
                var socket = new Socket("127.0.0.1", site.port())) {
            site.has(at(server));
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nExpect: 100-continue\r\n"
                                    + "Content-Length: 5\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            var go = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
            assertThat(new String(go, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 Continue");
            socket.getOutputStream().write("12345".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 200 OK")
                    .endsWith("got 5");
        }
    }
}
