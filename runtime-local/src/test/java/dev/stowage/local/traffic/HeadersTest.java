package dev.stowage.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.schema.semantics.routing.ForwardedFor;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the settings of a load balancer make of the headers of a request. */
@Behaviour("14.5")
class HeadersTest {

    private static final TargetGroup WEB = TargetGroup.http("web");
    private static final ListenerRules<Action> ALL = ListenerRules.of(List.of(), Action.Forward.to("web"));

    private static Balancer.Settings settings(
            ForwardedFor mode, boolean port, boolean keepsHost, boolean dropsInvalid) {
        return new Balancer.Settings(Duration.ofSeconds(60), Duration.ofHours(1), mode, port, keepsHost, dropsInvalid);
    }

    /** A task that answers with the headers that it got, one in a line. */
    private static Upstream mirror() {
        return Upstream.named("mirror", exchange -> {
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join("+", values)));
            var text = new StringBuilder();
            headers.forEach(
                    (name, value) -> text.append(name).append('=').append(value).append('\n'));
            Upstream.reply(exchange, 200, text.toString());
        });
    }

    private static String seen(Balancer.Settings settings, String request) {
        try (var mirror = mirror();
                var site = Site.of(WEB, settings, ALL).with(mirror)) {
            return site.raw(request).replace(":" + site.port(), ":PORT");
        }
    }

    private static String request(String... headers) {
        return "GET / HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n" + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    @Test
    void theAddressesBeforeAreKeptAsTheyCameOrTakenAway() {
        var came = request("X-Forwarded-For: 10.1.2.3");

        assertThat(seen(settings(ForwardedFor.PRESERVE, false, false, false), came))
                .contains("x-forwarded-for=10.1.2.3\n");
        assertThat(seen(settings(ForwardedFor.REMOVE, false, false, false), came))
                .doesNotContain("x-forwarded-for")
                .contains("x-forwarded-proto=http\n");
        assertThat(seen(settings(ForwardedFor.APPEND, true, false, false), came))
                .containsPattern("x-forwarded-for=10\\.1\\.2\\.3, 127\\.0\\.0\\.1:[0-9]+\n");
    }

    @Test
    void theHostIsToldWithThePortOfTheListenerOrAsItCame() {
        assertThat(seen(Balancer.Settings.STANDARD, request())).contains("host=shop.example:PORT\n");
        assertThat(seen(settings(ForwardedFor.APPEND, false, true, false), request()))
                .contains("host=shop.example\n");
        assertThat(seen(
                        Balancer.Settings.STANDARD,
                        "GET http://other.example/x HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"))
                .contains("host=other.example:PORT\n");
    }

    @Test
    void headersWithStrangeNamesAreDroppedWhereThatIsSet() {
        var came = request("X_Strange: 1", "X-Plain: 2");

        assertThat(seen(Balancer.Settings.STANDARD, came))
                .contains("x_strange=1\n")
                .contains("x-plain=2\n");
        assertThat(seen(settings(ForwardedFor.APPEND, false, false, true), came))
                .doesNotContain("x_strange")
                .contains("x-plain=2\n");
    }

    @Test
    void aTraceGoesOnWithAMarkOfTheBalancer() {
        assertThat(seen(Balancer.Settings.STANDARD, request("X-Amzn-Trace-Id: Root=1-1-2;Self=old;CalledFrom=app")))
                .containsPattern("x-amzn-trace-id=Self=1-[0-9a-f]{8}-[0-9a-f]{24};Root=1-1-2;CalledFrom=app\n");
    }

    @Test
    void headersOfOneConnectionEndAtTheBalancer() {
        assertThat(
                        seen(
                                Balancer.Settings.STANDARD,
                                "GET / HTTP/1.1\r\nHost: a\r\nConnection: close, X-Hop\r\nX-Hop: 1\r\nTE: gzip\r\nTrailer: X-Sum\r\n\r\n"))
                .doesNotContain("x-hop")
                .doesNotContain("te=")
                .doesNotContain("trailer");
    }

    @Test
    @Behaviour("14.2")
    void aCallerStaysWithItsGroupByACookie() {
        var shares = List.of(new Action.Share("web", 1), new Action.Share("other", 1));
        var sticky = new Action.Forward(shares, Optional.of(Duration.ofHours(1)), List.of());
        try (var a = Upstream.named("a");
                var b = Upstream.named("b");
                var site = Site.of(WEB, ListenerRules.of(List.of(), sticky), TargetGroup.http("other"))
                        .with(a)) {
            site.has(b.in("other"));
            var first = site.get("/");
            var cookies = first.headers().allValues("set-cookie");
            var cookie = cookies.get(0).substring(0, cookies.get(0).indexOf(';'));

            assertThat(cookies.get(0)).startsWith("AWSALBTG=");
            assertThat(cookies.get(1)).startsWith("AWSALBTGCORS=");
            for (var time = 0; time < 20; time++) {
                assertThat(site.get("/", "Cookie", cookie).body()).isEqualTo(first.body());
            }
        }
    }
}
