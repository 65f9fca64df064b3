package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cluster query language: read, written and asked. */
class ClusterQueryTest {

    private static final Map<String, List<String>> INSTANCE = Map.of(
            "attribute:ecs.instance-type", List.of("t3.medium"),
            "attribute:ecs.availability-zone", List.of("eu-west-1b"),
            "attribute:slots", List.of("10"),
            "agentConnected", List.of("true"),
            "agentVersion", List.of("1.89.0"),
            "ec2InstanceId", List.of("i-0a1"),
            "registeredAt", List.of("2026-02-18T22:28:28+00:00"),
            "runningTasksCount", List.of("3"),
            "task:group", List.of("service:db", "family:batch"));

    private static boolean matches(String text) {
        return ClusterQuery.parse(text)
                .orElseThrow(() -> new AssertionError(ClusterQuery.faultOf(text).toString()))
                .matches(subject -> INSTANCE.getOrDefault(subject, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:ecs.instance-type == t3.medium",
                "attribute:ecs.instance-type equals t3.medium",
                "attribute:ecs.instance-type == 't3.medium'",
                "attribute:ecs.instance-type != t3.large",
                "attribute:ecs.instance-type =~ t3.* and attribute:ecs.availability-zone in [eu-west-1a, eu-west-1b]",
                "attribute:ecs.instance-type =~ (t2|t3)\\.[a-z]+ and agentConnected==true",
                "(attribute:ecs.instance-type =~ (t2|t3).*)",
                "attribute:ecs.instance-type !~ m5.*",
                "attribute:ecs.availability-zone not_in [eu-west-1a,eu-west-1c]",
                "attribute:ecs.availability-zone !in [eu-west-1a]",
                "attribute:gpu !exists",
                "attribute:gpu not_exists && attribute:slots exists",
                "attribute:slots > 9",
                "attribute:slots >= 10 and attribute:slots less_than 11",
                "not attribute:slots > 10",
                "!(attribute:slots > 10 or runningTasksCount == 4)",
                "runningTasksCount <= 3",
                "agentVersion > 1.9",
                "agentVersion greater_than_equal 1.89",
                "registeredAt > 2026-02-18",
                "registeredAt < 2026-02-19T00:00:00+00:00",
                "registeredAt >= 2026-02-18T23:28:28+01:00",
                "task:group == service:db",
                "task:group in [family:batch]",
                "ec2InstanceId in ['i-0a1', 'i-0a2'] || agentConnected == false",
                "agentConnected == false and agentConnected == false or agentConnected == true"
            })
    void meansTheInstance(String text) {
        assertThat(matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute:ecs.instance-type == t3",
                "attribute:ecs.instance-type =~ t3",
                "attribute:gpu exists",
                "attribute:gpu > 1",
                "agentVersion < 1.9",
                "task:group != service:db",
                "agentConnected == true and (agentConnected == false or agentConnected == false)"
            })
    void doesNotMeanTheInstance(String text) {
        assertThat(matches(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instance-type == t3 | 0",
                "attribute:a = b | 12",
                "attribute:a == | 14",
                "attribute:a in b | 15",
                "attribute:a in [b | 17",
                "attribute:a in [] | 16",
                "attribute:a =~ '[' | 15",
                "attribute:a == b c | 17",
                "(attribute:a == b | 17",
                "agentConnected > true | 15",
                "task:group exists | 11",
                "runningTasksCount =~ 1 | 18",
                "not | 3"
            })
    void saysWhereAnExpressionStopsToMakeSense(String text, int at) {
        assertThat(ClusterQuery.parse(text)).isEmpty();
        assertThat(ClusterQuery.faultOf(text).orElseThrow().at()).isEqualTo(at);
    }

    @Test
    void takesTwoThousandCharacters() {
        var longest = "attribute:a == " + "b".repeat(1_985);

        assertThat(ClusterQuery.faultOf(longest)).isEmpty();
        assertThat(ClusterQuery.faultOf(longest + "b")).isPresent();
    }

    @Test
    void writesItsShortCanonicalForm() {
        assertThat(ClusterQuery.parse(
                        "((attribute:a equals 'x y') or not(agentConnected==true)) && attribute:b exists"))
                .hasToString("Optional[(attribute:a == \"x y\" or not agentConnected == true) and attribute:b exists]");
    }

    @Test
    void readsBackWhatItWrites() {
        var random = new Random(1_871);
        for (var round = 0; round < 5_000; round++) {
            var query = anyQuery(random, 4);

            assertThat(ClusterQuery.parse(query.toString()))
                    .as(query.toString())
                    .hasValue(query);
        }
    }

    private static ClusterQuery anyQuery(Random random, int depth) {
        return switch (depth == 0 ? 3 : random.nextInt(4)) {
            case 0 -> new ClusterQuery.And(anyQuery(random, depth - 1), anyQuery(random, depth - 1));
            case 1 -> new ClusterQuery.Or(anyQuery(random, depth - 1), anyQuery(random, depth - 1));
            case 2 -> new ClusterQuery.Not(anyQuery(random, depth - 1));
            default -> anyTest(random);
        };
    }

    private static ClusterQuery anyTest(Random random) {
        var operator = QueryOperator.values()[random.nextInt(QueryOperator.values().length)];
        var values = List.of("a", "b-1.c", "t3.*", "two words", "x=y", "in", "(z)", "it's");
        var value = values.get(random.nextInt(values.size()));
        var arguments = operator.takesNothing()
                ? List.<String>of()
                : operator.takesList() ? List.of(value, "last") : List.of(value);
        return new ClusterQuery.Test("attribute:n" + random.nextInt(3), operator, arguments);
    }
}
