package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bounds of a rolling deployment and the patience of its breaker. */
class DeploymentArithmeticTest {

    @Test
    void roundsTheMinimumUpAndTheMaximumDown() {
        assertThat(RollingBounds.of(5, 75, 150)).isEqualTo(new RollingBounds(5, 4, 7));
        assertThat(RollingBounds.of(3, 66, 133)).isEqualTo(new RollingBounds(3, 2, 3));
        assertThat(RollingBounds.of(0, 100, 100)).isEqualTo(new RollingBounds(0, 0, 0));
    }

    @Test
    void cannotRollWhereRoundingLeavesNoRoom() {
        assertThat(RollingBounds.of(1, 100, 150).canRoll()).isFalse();
        assertThat(RollingBounds.of(3, 75, 125).canRoll()).isFalse();
        assertThat(RollingBounds.of(2, 51, 149).canRoll()).isFalse();
        assertThat(RollingBounds.of(4, 100, 125).canRoll()).isTrue();
        assertThat(RollingBounds.of(1, 0, 100).canRoll()).isTrue();
        assertThat(RollingBounds.of(0, 100, 100).canRoll()).isTrue();
    }

    @Test
    void rollsExactlyWhenTryingFindsAFirstStep() {
        var random = new Random(1_964);
        for (var round = 0; round < 20_000; round++) {
            var desired = random.nextInt(12);
            var minimum = random.nextInt(101);
            var maximum = 100 + random.nextInt(101);

            assertThat(RollingBounds.of(desired, minimum, maximum).canRoll())
                    .as("%s tasks, %s to %s percent", desired, minimum, maximum)
                    .isEqualTo(desired == 0 || hasFirstStep(desired, minimum, maximum));
        }
    }

    /** All tasks are old and healthy: one more may start within the maximum, or one may stop above the minimum. */
    private static boolean hasFirstStep(int desired, int minimum, int maximum) {
        var mayStart = (desired + 1) * 100 <= desired * maximum;
        var mayStop = (desired - 1) * 100 >= desired * minimum;
        return mayStart || mayStop;
    }

    @Test
    void isStuckForSmallNumbersOnly() {
        assertThat(RollingBounds.stuckUpTo(100, 100)).isEqualTo(Integer.MAX_VALUE);
        assertThat(RollingBounds.stuckUpTo(75, 125)).isEqualTo(3);
        for (var minimum = 0; minimum <= 100; minimum++) {
            for (var maximum = 100; maximum <= 200; maximum++) {
                var stuck = RollingBounds.stuckUpTo(minimum, maximum);
                for (var desired = 1; desired <= 101; desired++) {
                    assertThat(RollingBounds.of(desired, minimum, maximum).canRoll())
                            .as("%s tasks, %s to %s percent", desired, minimum, maximum)
                            .isEqualTo(desired > stuck);
                }
            }
        }
    }

    @Test
    void survivesAbsurdNumbers() {
        assertThat(RollingBounds.of(Integer.MAX_VALUE, 100, 200).canRoll()).isTrue();
        assertThat(CircuitBreaker.threshold(Integer.MAX_VALUE, 100)).isEqualTo(200);
    }

    @Test
    void breaksAfterHalfOfTheTasksWithinBounds() {
        assertThat(CircuitBreaker.threshold(1, CircuitBreaker.DEFAULT_PERCENT)).isEqualTo(3);
        assertThat(CircuitBreaker.threshold(25, CircuitBreaker.DEFAULT_PERCENT)).isEqualTo(13);
        assertThat(CircuitBreaker.threshold(1_000, CircuitBreaker.DEFAULT_PERCENT))
                .isEqualTo(200);
    }
}
