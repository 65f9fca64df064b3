package dev.stowage.schema.semantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The small functions of routing: patterns, redirects, shares, and what targets are told. */
class RoutingTextTest {

    @Test
    void wildcardsAgreeWithRegularExpressions() {
        var random = new Random(11);
        for (var round = 0; round < 20_000; round++) {
            var pattern = text(random, "ab*?", 6);
            var text = text(random, "ab", 6);
            var same = Pattern.matches(pattern.replace("*", ".*").replace("?", "."), text);
            assertThat(Wildcard.matches(pattern, text, true))
                    .as(pattern + " ~ " + text)
                    .isEqualTo(same);
        }
    }

    private static String text(Random random, String letters, int most) {
        var text = new StringBuilder();
        for (var length = random.nextInt(most + 1); length > 0; length--) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    @Test
    void aHostilePatternTakesNoLongTime() {
        assertThat(Wildcard.matches("*a".repeat(50) + "b", "a".repeat(20_000), true))
                .isFalse();
    }

    @Test
    void aRedirectKeepsWhatItDoesNotSay() {
        var request = Asked.path("/a/b").asking("x=1");

        assertThat(RedirectUrl.SAME.of(request, false, 8080)).isEqualTo("http://shop.example:8080/a/b?x=1");
        assertThat(new RedirectUrl("HTTPS", "#{host}", "443", "/new/#{path}", "").of(request, false, 80))
                .isEqualTo("https://shop.example/new/a/b");
        assertThat(new RedirectUrl("HTTPS", "www.#{host}", "8443", "/#{path}", "from=#{query}").of(request, false, 80))
                .isEqualTo("https://www.shop.example:8443/a/b?from=x=1");
    }

    @Test
    void weightsDivideRequests() {
        var random = new Random(5);
        var counts = new int[3];
        for (var round = 0; round < 30_000; round++) {
            counts[Shares.pick(List.of(1, 0, 2), random.nextDouble()).getAsInt()]++;
        }

        assertThat(counts[0]).isBetween(9_500, 10_500);
        assertThat(counts[1]).isZero();
        assertThat(Shares.pick(List.of(0, 0), 0.5)).isEmpty();
        assertThat(Shares.pick(List.of(), 0.5)).isEmpty();
    }

    @Test
    void aStartingShareGrowsEvenly() {
        assertThat(Shares.whileStarting(Duration.ofSeconds(15), Duration.ofSeconds(60)))
                .isEqualTo(0.25);
        assertThat(Shares.whileStarting(Duration.ofSeconds(60), Duration.ofSeconds(60)))
                .isEqualTo(1);
        assertThat(Shares.whileStarting(Duration.ofSeconds(-1), Duration.ofSeconds(60)))
                .isZero();
        assertThat(Shares.whileStarting(Duration.ZERO, Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void codesAreMatchedOneByOneAndInRanges() {
        var matcher = StatusMatcher.parse("200-299,301").orElseThrow();

        assertThat(List.of(200, 250, 299, 301)).allMatch(matcher::accepts);
        assertThat(List.of(199, 300, 302, 500)).noneMatch(matcher::accepts);
        assertThat(List.of("", "2xx", "300-200", "200,", "2000"))
                .allMatch(text -> StatusMatcher.parse(text).isEmpty());
    }

    @Test
    void theCallerIsAppendedPreservedOrRemoved() {
        assertThat(ForwardedFor.APPEND.of("", "10.0.0.1")).isEqualTo("10.0.0.1");
        assertThat(ForwardedFor.APPEND.of("1.2.3.4", "10.0.0.1")).isEqualTo("1.2.3.4, 10.0.0.1");
        assertThat(ForwardedFor.PRESERVE.of("1.2.3.4", "10.0.0.1")).isEqualTo("1.2.3.4");
        assertThat(ForwardedFor.REMOVE.of("1.2.3.4", "10.0.0.1")).isEmpty();
        assertThat(ForwardedFor.isTooLong("a" + ",a".repeat(29))).isFalse();
        assertThat(ForwardedFor.isTooLong("a" + ",a".repeat(30))).isTrue();
    }

    @Test
    void aTraceKeepsItsRootAndGetsAMark() {
        assertThat(TraceHeader.of("", "1-2-3")).isEqualTo("Root=1-2-3");
        assertThat(TraceHeader.of("Root=1-a-b", "1-2-3")).isEqualTo("Self=1-2-3;Root=1-a-b");
        assertThat(TraceHeader.of("Self=1-x-y;Root=1-a-b;CalledFrom=app", "1-2-3"))
                .isEqualTo("Self=1-2-3;Root=1-a-b;CalledFrom=app");
        assertThat(TraceHeader.of("CalledFrom=app", "1-2-3")).isEqualTo("Root=1-2-3;CalledFrom=app");
        assertThat(TraceHeader.of("Root=1-a-b;X=" + "x".repeat(8000), "1-2-3")).isEqualTo("Root=1-a-b");
    }

    @Test
    void theHostGetsThePortOfAnUnusualListener() {
        assertThat(HostText.forwarded("shop.example", 8080)).isEqualTo("shop.example:8080");
        assertThat(HostText.forwarded("shop.example:81", 8080)).isEqualTo("shop.example:81");
        assertThat(HostText.forwarded("shop.example:8080", 80)).isEqualTo("shop.example");
        assertThat(HostText.forwarded("[::1]", 443)).isEqualTo("[::1]");
        assertThat(HostText.withoutPort("[::1]:80")).isEqualTo("[::1]");
    }
}
