package dev.stowage.local.balance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.Behaviour;
import dev.stowage.local.balance.Judgement.Answer;
import dev.stowage.local.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is in a target group, what is thought of them, and who gets the next request. */
class RosterTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final TargetGroup WEB = TargetGroup.http("web");

    private static Target target(String task) {
        return new Target(new TaskId(task), "web", "10.0.0.1", 8080);
    }

    private static String key(String task) {
        return target(task).key();
    }

    private static Roster answered(Roster roster, String task, Answer... answers) {
        var next = roster;
        for (var answer : answers) {
            next = next.answered(key(task), answer, NOON);
        }
        return next;
    }

    private static TargetHealthState state(Roster roster, String task) {
        return roster.find(key(task)).orElseThrow().state();
    }

    @Test
    @Behaviour("14.3")
    void oneGoodAnswerMakesANewTargetHealthyAndFiveAnUnhealthyOne() {
        var roster = answered(Roster.of(WEB).registered(target("a")), "a", Answer.GOOD);
        assertThat(state(roster, "a")).isEqualTo(TargetHealthState.HEALTHY);

        var ill = answered(roster, "a", Answer.TIMEOUT, Answer.GOOD, Answer.TIMEOUT, Answer.FAILED);
        assertThat(state(ill, "a")).isEqualTo(TargetHealthState.UNHEALTHY);
        assertThat(ill.find(key("a")).orElseThrow().judgement().reason()).isEqualTo("Target.FailedHealthChecks");

        var nearly = answered(
                ill,
                "a",
                Answer.GOOD,
                Answer.GOOD,
                Answer.GOOD,
                Answer.GOOD,
                Answer.mismatch(500),
                Answer.GOOD,
                Answer.GOOD,
                Answer.GOOD,
                Answer.GOOD);
        assertThat(state(nearly, "a")).isEqualTo(TargetHealthState.UNHEALTHY);
        assertThat(state(answered(nearly, "a", Answer.GOOD), "a")).isEqualTo(TargetHealthState.HEALTHY);
    }

    @Test
    @Behaviour("14.3")
    void aNewTargetThatNeverAnswersBecomesUnhealthy() {
        var roster = answered(Roster.of(WEB).registered(target("a")), "a", Answer.TIMEOUT);
        assertThat(state(roster, "a")).isEqualTo(TargetHealthState.INITIAL);
        assertThat(state(answered(roster, "a", Answer.TIMEOUT), "a")).isEqualTo(TargetHealthState.UNHEALTHY);
    }

    @Test
    @Behaviour("14.2")
    void onlyHealthyTargetsGetRequestsUnlessThereAreNone() {
        var both = Roster.of(WEB).registered(target("a")).registered(target("b"));
        assertThat(both.candidates()).hasSize(2);

        var one = answered(both, "a", Answer.GOOD);
        assertThat(one.candidates())
                .extracting(each -> each.target().task().value())
                .containsExactly("a");
        assertThat(one.draining(key("a")).candidates())
                .extracting(each -> each.target().task().value())
                .containsExactly("b");
        assertThat(one.draining(key("a")).draining(key("b")).candidates()).isEmpty();
    }

    @Test
    @Behaviour("14.2")
    void targetsThatAreLetGoNeverGetARequestWhateverHappens() {
        var random = new Random(3);
        for (var round = 0; round < 300; round++) {
            var roster = Roster.of(WEB);
            for (var step = 0; step < 40; step++) {
                roster = step(roster, random);
                var leaving = roster.entries().stream()
                        .filter(each -> each.state() == TargetHealthState.DRAINING)
                        .toList();
                assertThat(roster.candidates()).noneMatch(each -> each.state() == TargetHealthState.DRAINING);
                assertThat(roster.candidates().isEmpty())
                        .isEqualTo(leaving.size() == roster.entries().size());
            }
        }
    }

    private static Roster step(Roster roster, Random random) {
        var task = "t" + random.nextInt(4);
        return switch (random.nextInt(5)) {
            case 0 -> roster.registered(target(task));
            case 1 -> roster.draining(key(task));
            case 2 -> roster.without(key(task));
            default -> roster.answered(key(task), random.nextBoolean() ? Answer.GOOD : Answer.TIMEOUT, NOON);
        };
    }

    @Test
    @Behaviour("14.2")
    void eachTargetHasItsTurn() {
        var roster = healthy(WEB, "a", "b", "c");
        var counts = count(roster, TargetChoice.by(() -> 0), 300, NOON);

        assertThat(counts).containsEntry("a", 100).containsEntry("b", 100).containsEntry("c", 100);
    }

    private static TargetGroup choosing(TargetGroup.Algorithm algorithm) {
        return new TargetGroup(
                WEB.name(),
                WEB.protocol(),
                algorithm,
                WEB.check(),
                WEB.stickiness(),
                WEB.slowStart(),
                WEB.delay(),
                WEB.fewestHealthy(),
                WEB.isTold(),
                WEB.proxy());
    }

    @Test
    @Behaviour("14.2")
    void anyIsTakenWhereChanceDecides() {
        var roster = healthy(choosing(TargetGroup.Algorithm.RANDOM), "a", "b", "c");

        assertThat(count(roster, TargetChoice.by(() -> 0.5), 9, NOON)).containsExactly(Map.entry("b", 9));
        assertThat(count(roster, TargetChoice.by(() -> 0.99), 9, NOON)).containsExactly(Map.entry("c", 9));
    }

    @Test
    @Behaviour("14.2")
    void theOneWithTheFewestRequestsIsTaken() {
        var roster = healthy(choosing(TargetGroup.Algorithm.LEAST_OUTSTANDING), "a", "b", "c");
        var load = Map.of("a", 3, "b", 1, "c", 2);
        var choice = TargetChoice.by(() -> 0);

        for (var time = 0; time < 5; time++) {
            assertThat(choice.choose(roster, each -> load.get(each.task().value()), NOON)
                            .orElseThrow()
                            .task()
                            .value())
                    .isEqualTo("b");
        }
    }

    @Test
    @Behaviour("14.2")
    void aTargetThatStartsSlowlyGetsAGrowingShare() {
        var slow = WEB.startingIn(Duration.ofMinutes(1));
        var roster = healthy(slow, "a", "b").registered(target("c"));
        roster = answered(roster, "c", Answer.GOOD);
        var random = new Random(1);
        var counts = count(roster, TargetChoice.by(random::nextDouble), 90_000, NOON.plusSeconds(15));

        assertThat(roster.isStartingSlowly(NOON.plusSeconds(15))).isTrue();
        assertThat(roster.isStartingSlowly(NOON.plusSeconds(60))).isFalse();
        assertThat(counts.get("a") / 90_000.0).isBetween(0.435, 0.454);
        assertThat(counts.get("c") / 90_000.0).isBetween(0.105, 0.117);
    }

    @Test
    @Behaviour("14.2")
    void theFirstTargetOfAGroupDoesNotStartSlowly() {
        var roster = healthy(WEB.startingIn(Duration.ofMinutes(1)), "a");

        assertThat(roster.isStartingSlowly(NOON)).isFalse();
    }

    private static Roster healthy(TargetGroup group, String... tasks) {
        var roster = Roster.of(group);
        for (var task : tasks) {
            roster = roster.registered(target(task)).answered(key(task), Answer.GOOD, NOON.minusSeconds(600));
        }
        return roster;
    }

    private static Map<String, Integer> count(Roster roster, TargetChoice choice, int times, Instant now) {
        var counts = new HashMap<String, Integer>();
        for (var time = 0; time < times; time++) {
            var task =
                    choice.choose(roster, each -> 0, now).orElseThrow().task().value();
            counts.merge(task, 1, Integer::sum);
        }
        return counts;
    }

    @Test
    @Behaviour("14.3")
    void aGroupThatDoesNotAskTakesEveryTargetForHealthy() {
        var usual = HealthCheck.STANDARD;
        var never = new HealthCheck(
                HealthCheck.Way.NONE, "", usual.port(), usual.interval(), usual.timeout(), 5, 2, usual.matcher());
        var roster = Roster.of(WEB.asked(never)).registered(target("a"));

        assertThat(state(roster, "a")).isEqualTo(TargetHealthState.HEALTHY);
        assertThat(List.copyOf(roster.candidates())).hasSize(1);
    }
}
