package dev.stowage.schema.semantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition.HostHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.HttpHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.PathPattern;
import dev.stowage.schema.semantics.routing.RequestCondition.QueryString;
import dev.stowage.schema.semantics.routing.RequestCondition.RequestMethod;
import dev.stowage.schema.semantics.routing.RequestCondition.SourceIp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which rule of a listener takes a request. */
class ListenerRulesTest {

    private static List<TextPattern> like(String... patterns) {
        return Stream.of(patterns).map(TextPattern::wildcard).toList();
    }

    @Test
    void theLowestNumberWhoseConditionsAllHoldTakesIt() {
        var rules = ListenerRules.of(
                List.of(
                        new Rule<>(30, List.of(new PathPattern(like("/*"))), "all"),
                        new Rule<>(
                                10, List.of(new PathPattern(like("/api/*")), new HostHeader(like("*.example"))), "api"),
                        new Rule<>(20, List.of(new PathPattern(like("/api/*", "/v2/*"))), "any host")),
                "none");

        assertThat(rules.choose(Asked.path("/api/x"))).isEqualTo("api");
        assertThat(rules.choose(Asked.path("/api/x").at("other.test"))).isEqualTo("any host");
        assertThat(rules.choose(Asked.path("/v2/x"))).isEqualTo("any host");
        assertThat(rules.choose(Asked.path("/x"))).isEqualTo("all");
        assertThat(rules.choose(Asked.path("*"))).isEqualTo("none");
    }

    @Test
    void theOrderInWhichRulesAreWrittenDoesNotMatter() {
        var random = new Random(7);
        var rules = new ArrayList<Rule<Integer>>();
        for (var number = 1; number <= 20; number++) {
            rules.add(new Rule<>(number, List.of(new PathPattern(like("/" + "?".repeat(number % 5) + "*"))), number));
        }
        for (var round = 0; round < 200; round++) {
            Collections.shuffle(rules, random);
            var path = "/" + "x".repeat(random.nextInt(6));
            var first = rules.stream()
                    .filter(rule -> rule.takes(Asked.path(path)))
                    .mapToInt(Rule::priority)
                    .min()
                    .orElse(0);
            assertThat(ListenerRules.of(rules, 0).choose(Asked.path(path))).isEqualTo(first);
        }
    }

    @Test
    void capitalsCountInPathsAndMethodsOnly() {
        assertThat(new PathPattern(like("/Api/*")).holds(Asked.path("/api/x"))).isFalse();
        assertThat(new RequestMethod(List.of("GET")).holds(Asked.path("/").by("get")))
                .isFalse();
        assertThat(new HostHeader(like("SHOP.example")).holds(Asked.path("/"))).isTrue();
        assertThat(new HttpHeader("user-agent", like("*CURL*"))
                        .holds(Asked.path("/").saying("user-agent", "x", "curl/8")))
                .isTrue();
        assertThat(new QueryString(List.of(new QueryString.Pair("Version", "V?")))
                        .holds(Asked.path("/").asking("a=b&version=v1")))
                .isTrue();
    }

    @Test
    void aSubdomainPatternDoesNotMatchTheDomain() {
        var pattern = new HostHeader(like("*.example.com"));

        assertThat(pattern.holds(Asked.path("/").at("shop.example.com"))).isTrue();
        assertThat(pattern.holds(Asked.path("/").at("example.com"))).isFalse();
    }

    @Test
    void aQueryMatchesByKeyAndValueOrByAnyValue() {
        var any = new QueryString(List.of(new QueryString.Pair("", "beta")));
        var keyed = new QueryString(List.of(new QueryString.Pair("stage", "beta")));

        assertThat(any.holds(Asked.path("/").asking("x=beta"))).isTrue();
        assertThat(keyed.holds(Asked.path("/").asking("x=beta"))).isFalse();
        assertThat(keyed.holds(Asked.path("/").asking("stage=beta"))).isTrue();
        assertThat(keyed.holds(Asked.path("/"))).isFalse();
    }

    @Test
    void addressesAreComparedBitByBit() {
        assertThat(source("10.1.0.0/16")).isTrue();
        assertThat(source("10.1.2.2/31")).isTrue();
        assertThat(source("10.1.2.4/31")).isFalse();
        assertThat(source("0.0.0.0/0")).isTrue();
        assertThat(source("::/0")).isFalse();
        assertThat(AddressRange.parse("2001:db8::/32")
                        .orElseThrow()
                        .contains(AddressRange.parse("2001:db8:1::1").orElseThrow()))
                .isTrue();
        assertThat(Stream.of("10.0.0.0/33", "shop.example/8", "10.0/8", "10.0.0.0/", "")
                        .map(AddressRange::parse))
                .allMatch(java.util.Optional::isEmpty);
    }

    private static boolean source(String range) {
        return new SourceIp(List.of(AddressRange.parse(range).orElseThrow())).holds(Asked.path("/"));
    }

    @Test
    void aRegularExpressionIsFoundAnywhere() {
        assertThat(new PathPattern(List.of(TextPattern.regex("^/v[12]/"))).holds(Asked.path("/v2/x")))
                .isTrue();
        assertThat(new PathPattern(List.of(TextPattern.regex("^/v[12]/"))).holds(Asked.path("/V2/x")))
                .isFalse();
    }
}
