package dev.stowage.schema.semantics.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.semantics.routing.ListenerRules.Rule;
import dev.stowage.schema.semantics.routing.RequestCondition.HostHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.HttpHeader;
import dev.stowage.schema.semantics.routing.RequestCondition.PathPattern;
import dev.stowage.schema.semantics.routing.RequestCondition.QueryString;
import dev.stowage.schema.semantics.routing.RequestCondition.RequestMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random rules, routes and requests, against routers that are as plain as can be. */
class RoutingPropertiesTest {

    private static final int ROUNDS = 20_000;

    private final Random random = new Random(20_261_120);

    private String any(String... all) {
        return all[random.nextInt(all.length)];
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        return Stream.generate(one).limit(1 + random.nextInt(most)).toList();
    }

    private String word(String letters, int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(place -> String.valueOf(letters.charAt(random.nextInt(letters.length()))))
                .collect(Collectors.joining());
    }

    /** The wildcards of a pattern as a regular expression. */
    private static boolean isLike(String pattern, String text, boolean caseSensitive) {
        var expression = pattern.chars()
                .mapToObj(each -> each == '*' ? ".*" : each == '?' ? "." : Pattern.quote(String.valueOf((char) each)))
                .collect(Collectors.joining());
        return Pattern.compile(expression, Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE))
                .matcher(text)
                .matches();
    }

    private static boolean isLike(List<TextPattern> patterns, String text, boolean caseSensitive) {
        return patterns.stream().anyMatch(each -> isLike(((TextPattern.Wild) each).pattern(), text, caseSensitive));
    }

    /** Whether a condition holds, as the guide says it. */
    private static boolean holds(RequestCondition condition, Asked request) {
        if (condition instanceof HostHeader host) {
            return isLike(host.patterns(), request.host(), false);
        }
        if (condition instanceof PathPattern path) {
            return isLike(path.patterns(), request.path(), true);
        }
        if (condition instanceof RequestMethod method) {
            return method.methods().contains(request.method());
        }
        if (condition instanceof HttpHeader header) {
            return request.header(header.name()).stream().anyMatch(value -> isLike(header.patterns(), value, false));
        }
        var pairs = ((QueryString) condition).pairs();
        return !request.query().isEmpty()
                && Stream.of(request.query().split("&", -1))
                        .filter(each -> !each.isEmpty())
                        .anyMatch(written -> {
                            var parts = (written + "=").split("=", -1);
                            return pairs.stream()
                                    .anyMatch(pair -> (pair.key().isEmpty() || isLike(pair.key(), parts[0], false))
                                            && isLike(pair.value(), parts[1], false));
                        });
    }

    private List<TextPattern> patterns(Supplier<String> one) {
        return some(3, () -> TextPattern.wildcard(one.get()));
    }

    private RequestCondition condition() {
        return switch (random.nextInt(5)) {
            case 0 -> new HostHeader(patterns(() -> word("aA.*?", 4)));
            case 1 -> new PathPattern(patterns(() -> "/" + word("aA/*?", 5)));
            case 2 -> new RequestMethod(some(2, () -> any("GET", "POST", "get")));
            case 3 -> new HttpHeader("x-a", patterns(() -> word("bB*?", 3)));
            default -> new QueryString(some(2, () -> new QueryString.Pair(any("", "k", "K*", "?"), word("vV*?", 3))));
        };
    }

    private Asked request() {
        return Asked.path("/" + word("aA/", 5))
                .at(word("aA.", 4))
                .by(any("GET", "POST", "PUT"))
                .asking(some(2, () -> word("kK", 1) + any("=", "") + word("vV", 2)).stream()
                        .collect(Collectors.joining("&")))
                .saying("x-a", word("bB", 3), word("b", 2));
    }

    @Test
    void theFirstRuleWhoseConditionsAllHoldTakesARequest() {
        for (var round = 0; round < ROUNDS; round++) {
            var rules = new ArrayList<Rule<Integer>>();
            for (var number : random.ints(1, 50_000)
                    .distinct()
                    .limit(1 + random.nextInt(6))
                    .toArray()) {
                rules.add(new Rule<>(number, some(3, this::condition), number));
            }
            var request = request();
            var expected = rules.stream()
                    .filter(rule -> rule.conditions().stream().allMatch(each -> holds(each, request)))
                    .mapToInt(Rule::priority)
                    .min()
                    .orElse(0);

            assertThat(ListenerRules.of(rules, 0).choose(request))
                    .as("%s by %s", request, rules)
                    .isEqualTo(expected);
        }
    }

    /** A key such as {@code GET /a/{x}/{rest+}}. */
    private String key() {
        if (random.nextInt(8) == 0) {
            return "$default";
        }
        var path = new StringBuilder();
        for (var segment = random.nextInt(3); segment >= 0; segment--) {
            path.append('/').append(any("a", "b", "", "{x" + segment + "}"));
        }
        return any("GET", "POST", "ANY") + " " + path + any("", "", "/{rest+}");
    }

    private static boolean takes(String key, Asked request) {
        if (key.equals("$default")) {
            return true;
        }
        var space = key.indexOf(' ');
        var expression =
                key.substring(space + 1).replaceAll("\\{[a-z0-9]+}", "[^/]+").replaceAll("\\{[a-z0-9]+\\+}", ".+");
        return (key.startsWith("ANY ") || key.substring(0, space).equals(request.method()))
                && Pattern.matches(expression, request.path());
    }

    /** How far behind others a key stands that takes the same request: a text that sorts. */
    private static String rank(String key) {
        if (key.equals("$default")) {
            return "2";
        }
        var path = key.substring(key.indexOf(' ') + 1);
        var places = Stream.of(path.substring(1).split("/", -1))
                .map(each -> each.endsWith("+}") ? "c" : each.startsWith("{") ? "b" : "a")
                .collect(Collectors.joining());
        return (path.contains("+}") ? "1" : "0") + places + (key.startsWith("ANY") ? "1" : "0");
    }

    @Test
    void theMostSpecificRouteTakesARequest() {
        for (var round = 0; round < ROUNDS; round++) {
            var keys = some(8, this::key).stream().distinct().toList();
            var request = Asked.path("/" + String.join("/", some(4, () -> any("a", "b", "c", ""))))
                    .by(any("GET", "POST", "PUT"));
            var expected = keys.stream()
                    .filter(key -> takes(key, request))
                    .map(RoutingPropertiesTest::rank)
                    .min(Comparator.naturalOrder());
            var chosen = keys.stream()
                    .map(RouteKey::of)
                    .sorted()
                    .filter(key -> key.match(request.method(), request.path()).isPresent())
                    .findFirst();

            assertThat(chosen.map(key -> rank(key.toString())))
                    .as("%s of %s", request, keys)
                    .isEqualTo(expected);
        }
    }

    @Test
    void variablesOfARouteAreWhatStandsInTheirPlaces() {
        assertThat(RouteKey.of("GET /a/{x}/{rest+}").match("GET", "/a/7/b/c"))
                .hasValueSatisfying(
                        found -> assertThat(found).containsEntry("x", "7").containsEntry("rest", "b/c"));
        assertThat(RouteKey.of("ANY /{rest+}").match("GET", "/")).isEmpty();
        assertThat(RouteKey.of("/a").match("get".toUpperCase(Locale.ROOT), "/a"))
                .isPresent();
    }
}
