package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The statuses that a load balancer answers by itself. */
@Behaviour("14.6")
class OwnStatusTest {

    private static final TargetGroup WEB = TargetGroup.http("web");

    @Test
    void is503WithoutATarget() {
        try (var site = Site.of(WEB)) {
            var answer = site.get("/");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("server")).hasValue("awselb/2.0");
        }
    }

    @Test
    void is503WhereNoGroupHasWeight() {
        var nowhere = new Action.Forward(List.of(new Action.Share("web", 0)), java.util.Optional.empty(), List.of());
        try (var a = Upstream.named("a");
                var site = Site.of(WEB, ListenerRules.of(List.of(), nowhere)).with(a)) {
            assertThat(site.get("/").statusCode()).isEqualTo(503);
        }
    }

    @Test
    @Behaviour({"14.3", "9.9"})
    void aTargetGroupTellsTheCodesForWhichItFindsATaskUnhealthy() {
        try (var sick = Upstream.named("sick", exchange -> Upstream.reply(exchange, 500, ""));
                var site = Site.of(WEB)) {
            site.traffic.register(sick.task(), List.of(sick.in("web")));
            site.awaits(sick, TargetHealth.UNHEALTHY);

            assertThat(site.traffic.everything())
                    .contains(new TargetSeen(
                            sick.task(),
                            TargetHealth.UNHEALTHY,
                            Optional.of(new TargetComplaint(
                                    "web", sick.port(), "Health checks failed with these codes: [500]"))));
        }
    }

    @Test
    @Behaviour({"14.6", "14.2"})
    void is502WhereNobodyListensAndUnhealthyTargetsAreTriedAllTheSame() {
        try (var site = Site.of(WEB)) {
            var gone = Upstream.named("gone");
            gone.close();
            site.traffic.register(gone.task(), List.of(gone.in("web")));
            site.awaits(gone, TargetHealth.UNHEALTHY);

            assertThat(site.get("/").statusCode()).isEqualTo(502);
        }
    }

    @Test
    void is502WhereTheTargetHangsUpInsteadOfAnswering() throws IOException {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var site = Site.of(WEB.asked(unasked()))) {
            var hangsUp = new Thread(() -> hangUp(server));
            hangsUp.start();
            site.has(new Target(new TaskId("x"), "web", "127.0.0.1", server.getLocalPort()));

            assertThat(site.get("/").statusCode()).isEqualTo(502);
        }
    }

    private static void hangUp(ServerSocket server) {
        try (var socket = server.accept()) {
            assertThat(socket.getInputStream().read()).isNotNegative();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A check that is never made. */
    static HealthCheck unasked() {
        var usual = HealthCheck.STANDARD;
        return new dev.stowage.local.balance.HealthCheck(
                HealthCheck.Way.NONE, "", usual.port(), usual.interval(), usual.timeout(), 5, 2, usual.matcher());
    }

    @Test
    void is504WhereNoAnswerComesBeforeTheIdleTimeout() {
        var settings = new Balancer.Settings(
                Duration.ofSeconds(1), Duration.ofHours(1), ForwardedFor.APPEND, false, false, false);
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to("web"));
        var silent = new java.util.concurrent.CountDownLatch(1);
        try (var a = Upstream.named("a", exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/silent")) {
                        try {
                            silent.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                    Upstream.reply(exchange, 200, "a");
                });
                var site = Site.of(WEB, settings, rules).with(a)) {
            assertThat(site.get("/silent").statusCode()).isEqualTo(504);
            silent.countDown();
        }
    }

    @Test
    void is400ForWhatIsNoRequestOrTooLong() {
        var long16 = "x".repeat(16 * 1024 + 1);
        try (var a = Upstream.named("a");
                var site = Site.of(WEB).with(a)) {
            assertThat(status(site.raw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")))
                    .isEqualTo(400);
            assertThat(status(site.raw("nonsense\r\n\r\n"))).isEqualTo(400);
            assertThat(status(site.raw("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: " + long16 + "\r\n\r\n")))
                    .isEqualTo(400);
            assertThat(status(site.raw(("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                            + ("X: " + "y".repeat(15_000) + "\r\n").repeat(5) + "\r\n"))))
                    .isEqualTo(400);
        }
    }

    @Test
    void refusesTraceLongChainsAndStrangeCodings() {
        try (var a = Upstream.named("a");
                var site = Site.of(WEB).with(a)) {
            var chain = "10.0.0.1" + ", 10.0.0.1".repeat(30);
            assertThat(status(site.raw("TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")))
                    .isEqualTo(405);
            assertThat(site.get("/", "X-Forwarded-For", chain).statusCode()).isEqualTo(463);
            assertThat(
                            status(
                                    site.raw(
                                            "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n")))
                    .isEqualTo(501);
        }
    }

    private static int status(String answer) {
        var bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(bytes.length).as(answer).isGreaterThan(12);
        return Integer.parseInt(answer.substring(9, 12));
    }
}
