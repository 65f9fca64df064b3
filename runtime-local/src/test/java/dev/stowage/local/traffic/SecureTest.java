package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.Listener.Protocol;
import dev.stowage.local.balance.Proxy;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.StatusMatcher;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemTrustOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Listeners in TLS, HTTP/2 and gRPC. */
@Behaviour({"14.5", "14.7"})
class SecureTest {

    private static final TargetGroup WEB = TargetGroup.http("web");

    private static Served serve(Traffic traffic, TargetGroup group, Protocol protocol, String... names) {
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(group.name()));
        var listener = Listener.http("shop:443", 443, rules).speaking(protocol, List.of(names));
        var served = traffic.serve(List.of(Balancer.of("shop", List.of(listener))), List.of(group));
        assertThat(served.refusals()).isEmpty();
        return served;
    }

    private static Traffic traffic(Path folder) {
        return Traffic.open(TrafficSettings.STANDARD.scaled(new TimeScale(100)).keptIn(folder), () -> {});
    }

    private static SSLContext trusting(Path folder) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "ca",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(Files.readAllBytes(LocalAuthority.trust(folder)))));
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    @Test
    void answersInTlsWithBothVersionsToWhoeverTrustsTheAuthority(@TempDir Path folder)
            throws GeneralSecurityException, IOException, InterruptedException {
        try (var task = Upstream.named(
                        "a",
                        exchange -> Upstream.reply(
                                exchange, 200, exchange.getRequestHeaders().getFirst("X-Forwarded-Proto")));
                var traffic = traffic(folder)) {
            var served = serve(traffic, WEB, Protocol.HTTPS);
            traffic.register(task.task(), List.of(task.in("web")));
            assertThat(traffic.rosters()).hasSize(1);
            var uri = URI.create(served.addresses().get(0).url() + "/");
            var client = HttpClient.newBuilder().sslContext(trusting(folder)).build();

            for (var version : HttpClient.Version.values()) {
                var answer =
                        client.send(HttpRequest.newBuilder(uri).version(version).build(), BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.version()).isEqualTo(version);
                assertThat(answer.body()).isEqualTo("https");
            }
        }
    }

    @Test
    void showsACertificateForEveryNameThatIsAskedFor(@TempDir Path folder)
            throws GeneralSecurityException, IOException {
        try (var traffic = traffic(folder)) {
            var served = serve(traffic, WEB, Protocol.HTTPS, "shop.example", "*.api.example");
            var context = trusting(folder);
            var port = served.addresses().get(0).port();

            assertThat(names(context, port, "shop.example")).contains("shop.example");
            assertThat(names(context, port, "v1.api.example")).contains("*.api.example");
            assertThat(names(context, port, "localhost")).contains("localhost").contains("127.0.0.1");
        }
    }

    private static String names(SSLContext context, int port, String asked) throws IOException {
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(asked)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getPeerCertificates()[0].toString();
        }
    }

    @Test
    void endsTheTlsOfBytesAndPassesThemOn(@TempDir Path folder)
            throws GeneralSecurityException, IOException, InterruptedException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var traffic = traffic(folder)) {
            var echo = new Thread(() -> echo(server));
            echo.start();
            var group = WEB.speaking(TargetGroup.Protocol.TCP).asked(OwnStatusTest.unasked());
            var port = serve(traffic, group, Protocol.TLS).addresses().get(0).port();
            var task = new TaskId("bytes");
            traffic.register(task, List.of(new Target(task, "web", "127.0.0.1", server.getLocalPort())));
            assertThat(traffic.rosters()).hasSize(1);
            try (var socket = trusting(folder).getSocketFactory().createSocket("127.0.0.1", port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));

                assertThat(socket.getInputStream().readNBytes(5))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("hello");
            }
            echo.join(10_000);
            assertThat(echo.isAlive()).isFalse();
        }
    }

    private static void echo(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void callsTargetsByHttp2AndRefusesWhoDoesNotSpeakIt(@TempDir Path folder)
            throws GeneralSecurityException, IOException, InterruptedException, TimeoutException {
        var vertx = Vertx.vertx();
        try (var traffic = traffic(folder)) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> request.response().end(request.version() + " " + request.authority()))
                    .listen(0, "127.0.0.1")
                    .await(10, TimeUnit.SECONDS);
            var group = WEB.speaking(TargetGroup.Protocol.HTTP2).asked(OwnStatusTest.unasked());
            var address = serve(traffic, group, Protocol.HTTPS).addresses().get(0);
            var task = new TaskId("h2");
            traffic.register(task, List.of(new Target(task, "web", "127.0.0.1", server.actualPort())));
            assertThat(traffic.rosters()).hasSize(1);
            var client = HttpClient.newBuilder().sslContext(trusting(folder)).build();
            var uri = URI.create(address.url() + "/");
            var second = HttpRequest.newBuilder(uri)
                    .version(HttpClient.Version.HTTP_2)
                    .build();
            var first = HttpRequest.newBuilder(uri)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build();

            assertThat(client.send(second, BodyHandlers.ofString()).body())
                    .isEqualTo("HTTP_2 127.0.0.1:" + address.port());
            assertThat(client.send(first, BodyHandlers.ofString()).statusCode()).isEqualTo(464);
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    @Behaviour("13")
    void serviceConnectTakesHttp2WithoutTls(@TempDir Path folder) throws TimeoutException {
        var vertx = Vertx.vertx();
        try (var traffic = traffic(folder)) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> request.response().end("by " + request.version()))
                    .listen(0, "127.0.0.1")
                    .await(10, TimeUnit.SECONDS);
            var group = WEB.speaking(TargetGroup.Protocol.HTTP2)
                    .asked(OwnStatusTest.unasked())
                    .behind(Proxy.OF_REQUESTS);
            var port = serve(traffic, group, Protocol.HTTP2).addresses().get(0).port();
            var task = new TaskId("h2");
            traffic.members("web", List.of(new Target(task, "web", "127.0.0.1", server.actualPort())));
            assertThat(traffic.rosters()).hasSize(1);
            var client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setHttp2ClearTextUpgrade(false));
            var body = client.request(HttpMethod.GET, port, "127.0.0.1", "/")
                    .compose(request -> request.send().compose(response -> response.body()))
                    .await(10, TimeUnit.SECONDS);

            assertThat(body.toString()).isEqualTo("by HTTP_2");
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void passesCallsOfGrpcWithTheirTrailers(@TempDir Path folder) throws TimeoutException, IOException {
        var vertx = Vertx.vertx();
        try (var traffic = traffic(folder)) {
            var server = vertx.createHttpServer()
                    .requestHandler(request -> request.bodyHandler(body -> {
                        var isWell = "trailers".equals(request.getHeader("te"));
                        request.response()
                                .putHeader("content-type", "application/grpc")
                                .putTrailer("grpc-status", isWell ? "0" : "13")
                                .end(body);
                    }))
                    .listen(0, "127.0.0.1")
                    .await(10, TimeUnit.SECONDS);
            var usual = HealthCheck.STANDARD;
            var check = new HealthCheck(
                    HealthCheck.Way.GRPC,
                    "/AWS.ALB/healthcheck",
                    OptionalInt.empty(),
                    usual.interval(),
                    usual.timeout(),
                    5,
                    2,
                    StatusMatcher.parse("0").orElseThrow());
            var group = WEB.speaking(TargetGroup.Protocol.GRPC).asked(check);
            var served = serve(traffic, group, Protocol.HTTPS);
            var task = new TaskId("grpc");
            traffic.register(task, List.of(new Target(task, "web", "127.0.0.1", server.actualPort())));
            assertThat(traffic.rosters()).hasSize(1);
            var client = vertx.createHttpClient(new HttpClientOptions()
                    .setProtocolVersion(HttpVersion.HTTP_2)
                    .setUseAlpn(true)
                    .setSsl(true)
                    .setTrustOptions(new PemTrustOptions()
                            .addCertPath(LocalAuthority.trust(folder).toString())));
            var port = served.addresses().get(0).port();
            var trailers = client.request(HttpMethod.POST, port, "127.0.0.1", "/shop.Cart/Add")
                    .compose(request -> request.putHeader("content-type", "application/grpc")
                            .putHeader("te", "trailers")
                            .send(Buffer.buffer("hello"))
                            .compose(response -> response.body().map(body -> {
                                assertThat(body.toString()).isEqualTo("hello");
                                return response.trailers();
                            })))
                    .await(10, TimeUnit.SECONDS);
            var refused = client.request(HttpMethod.GET, port, "127.0.0.1", "/")
                    .compose(request -> request.send().map(response -> response.statusCode()))
                    .await(10, TimeUnit.SECONDS);

            assertThat(trailers.get("grpc-status")).isEqualTo("0");
            assertThat(refused).isEqualTo(464);
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }
}
