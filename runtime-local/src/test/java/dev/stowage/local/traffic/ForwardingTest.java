package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.schema.semantics.routing.ListenerRules;
import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RedirectUrl;
import dev.stowage.schema.semantics.routing.RequestCondition.PathPattern;
import dev.stowage.schema.semantics.routing.TextPattern;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Requests on their way through a listener. */
class ForwardingTest {

    private static final TargetGroup WEB = TargetGroup.http("web");

    @Test
    @Behaviour({"14.2", "14.3"})
    void sendsRequestsToHealthyTasksInTurn() {
        try (var a = Upstream.named("a");
                var b = Upstream.named("b");
                var site = Site.of(WEB).with(a, b)) {
            var bodies = new TreeSet<String>();
            for (var time = 0; time < 4; time++) {
                bodies.add(site.get("/").body());
            }

            assertThat(bodies).containsExactly("a", "b");
            assertThat(site.seenOf(a)).containsExactly(TargetHealth.INITIAL, TargetHealth.HEALTHY);
        }
    }

    @Test
    @Behaviour("14.1")
    void answersByRuleRedirectOrFixedText() {
        var rules = ListenerRules.<Action>of(
                List.of(
                        rule(
                                1,
                                "/old/*",
                                new Action.Redirect(
                                        new RedirectUrl("HTTPS", "#{host}", "443", "/new/#{path}", "#{query}"), 301)),
                        rule(2, "/web/*", Action.Forward.to("web"))),
                new Action.Respond(404, "text/plain", "nothing here"));
        try (var a = Upstream.named("a");
                var site = Site.of(WEB, rules).with(a)) {
            var redirect = site.get("/old/page?x=1");
            var fixed = site.get("/");

            assertThat(site.get("/web/").body()).isEqualTo("a");
            assertThat(redirect.statusCode()).isEqualTo(301);
            assertThat(redirect.headers().firstValue("location")).hasValue("https://127.0.0.1/new/old/page?x=1");
            assertThat(fixed.statusCode()).isEqualTo(404);
            assertThat(fixed.body()).isEqualTo("nothing here");
            assertThat(fixed.headers().firstValue("server")).hasValue("awselb/2.0");
        }
    }

    private static Rule<Action> rule(int number, String path, Action action) {
        return new Rule<>(number, List.of(new PathPattern(List.of(TextPattern.wildcard(path)))), action);
    }

    @Test
    @Behaviour("14.5")
    void tellsTheTargetWhereARequestCameFrom() {
        try (var a = Upstream.named("a", ForwardingTest::showHeaders);
                var site = Site.of(WEB).with(a)) {
            var body = site.get("/x?y=z", "X-Forwarded-For", "10.1.2.3", "Keep-Alive", "1", "X-Mine", "1")
                    .body();

            assertThat(body)
                    .contains("target=/x?y=z\n")
                    .contains("x-forwarded-for=10.1.2.3, 127.0.0.1\n")
                    .contains("x-forwarded-proto=http\n")
                    .contains("x-forwarded-port=" + site.port() + "\n")
                    .contains("host=127.0.0.1:" + site.port() + "\n")
                    .contains("x-mine=1\n")
                    .containsPattern("x-amzn-trace-id=Root=1-[0-9a-f]{8}-[0-9a-f]{24}\n")
                    .doesNotContain("keep-alive");
        }
    }

    private static void showHeaders(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        var text = new StringBuilder("target=" + exchange.getRequestURI() + "\n");
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(
                        value -> text.append(name.toLowerCase(java.util.Locale.ROOT) + "=" + value + "\n")));
        Upstream.reply(exchange, 200, text.toString());
    }

    @Test
    @Behaviour("14.5")
    void streamsLargeBodiesBothWays() {
        var large = "0123456789abcdef".repeat(300_000);
        try (var echo = Upstream.named("echo", ForwardingTest::echo);
                var site = Site.of(WEB).with(echo)) {
            var sized = HttpRequest.newBuilder(site.uri("/"))
                    .POST(BodyPublishers.ofString(large))
                    .build();
            var chunked = HttpRequest.newBuilder(site.uri("/"))
                    .POST(BodyPublishers.ofInputStream(
                            () -> new java.io.ByteArrayInputStream(large.getBytes(StandardCharsets.US_ASCII))))
                    .build();

            assertThat(site.send(sized).body()).isEqualTo(large);
            assertThat(site.send(chunked).body()).isEqualTo(large);
        }
    }

    private static void echo(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getRequestBody().transferTo(exchange.getResponseBody());
        exchange.close();
    }

    @Test
    @Behaviour({"14.4", "5.4"})
    void letsRequestsInFlightEndBeforeATaskIsUnused() throws ExecutionException, InterruptedException {
        var entered = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var slow = Upstream.named("slow", exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/slow")) {
                        entered.countDown();
                        await(mayEnd);
                    }
                    Upstream.reply(exchange, 200, "slow");
                });
                var other = Upstream.named("other");
                var site = Site.of(WEB).with(slow)) {
            var inFlight = new FutureTask<>(() -> site.get("/slow").body());
            new Thread(inFlight).start();
            await(entered);
            site.with(other);
            site.traffic.deregister(slow.task());
            site.awaits(slow, TargetHealth.DRAINING);

            assertThat(site.get("/").body()).isEqualTo("other");
            assertThat(site.get("/").body()).isEqualTo("other");
            assertThat(site.sees(slow, TargetHealth.UNUSED)).isFalse();
            mayEnd.countDown();
            assertThat(inFlight.get()).isEqualTo("slow");
            site.awaits(slow, TargetHealth.UNUSED);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @Behaviour("14.4")
    void cutsRequestsOffWhenTheDelayIsOver() throws ExecutionException, InterruptedException {
        var entered = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var slow = Upstream.named("slow", exchange -> {
                    if (exchange.getRequestURI().getPath().equals("/slow")) {
                        entered.countDown();
                        await(mayEnd);
                    }
                    Upstream.reply(exchange, 200, "slow");
                });
                var site =
                        Site.of(WEB.draining(java.time.Duration.ofSeconds(20))).with(slow)) {
            var inFlight = new FutureTask<>(() -> site.get("/slow").statusCode());
            new Thread(inFlight).start();
            await(entered);
            site.traffic.deregister(slow.task());

            assertThat(inFlight.get()).isEqualTo(502);
            site.awaits(slow, TargetHealth.UNUSED);
            mayEnd.countDown();
        }
    }

    @Test
    @Behaviour("13")
    void theTargetsBehindANameAreThoseThatRunNow() {
        var usual = OwnStatusTest.unasked();
        try (var a = Upstream.named("a");
                var b = Upstream.named("b");
                var site = Site.of(WEB.asked(usual))) {
            site.found(List.of(a.in("web")));
            assertThat(site.get("/").body()).isEqualTo("a");
            site.found(List.of(b.in("web")));
            assertThat(site.get("/").body()).isEqualTo("b");
            assertThat(site.get("/").body()).isEqualTo("b");
            site.found(List.of());
            assertThat(site.get("/").statusCode()).isEqualTo(503);
            assertThat(site.seenOf(a)).isEmpty();
        }
    }

    @Test
    @Behaviour("13")
    void aRequestThatCannotBeSentToWhoeverIsFoundByANameGoesToTheNext() {
        var usual = OwnStatusTest.unasked();
        var gone = Upstream.named("gone");
        gone.close();
        try (var a = Upstream.named("a");
                var site = Site.of(WEB.asked(usual))) {
            site.found(List.of(gone.in("web"), a.in("web")));

            for (var time = 0; time < 4; time++) {
                assertThat(site.get("/").body()).isEqualTo("a");
            }
        }
    }

    @Test
    @Behaviour("14.7")
    void aRedirectToAnotherListenerLeadsToWhereThatIsHere() {
        var redirect = new Action.Redirect(new RedirectUrl("HTTPS", "#{host}", "443", "/#{path}", "#{query}"), 301);
        var plain = Listener.http("shop:80", 80, ListenerRules.of(List.of(), redirect));
        var secure = Listener.http("shop:443", 443, ListenerRules.of(List.of(), Action.Forward.to("web")))
                .speaking(Listener.Protocol.HTTPS, List.of());
        try (var site = Site.of(WEB)) {
            var served = site.traffic.serve(List.of(Balancer.of("shop", List.of(plain, secure))), List.of(WEB));
            var https = served.addresses().stream()
                    .filter(each -> each.wanted() == 443)
                    .findFirst()
                    .orElseThrow();

            assertThat(site.get("/cart").headers().firstValue("location")).hasValue(https.url() + "/cart");
        }
    }
}
