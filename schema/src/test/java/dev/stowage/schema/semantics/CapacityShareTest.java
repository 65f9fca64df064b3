package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How tasks are spread over the capacity providers of a strategy. */
class CapacityShareTest {

    private static final List<CapacityShare> STRATEGY =
            List.of(new CapacityShare("A", 2, 1), new CapacityShare("B", 0, 3));

    @Test
    void fillsTheBaseFirstAndThenFollowsTheWeights() {
        assertThat(CapacityShare.distribute(STRATEGY, 2)).containsExactly(2, 0);
        assertThat(CapacityShare.distribute(STRATEGY, 10)).containsExactly(4, 6);
        assertThat(CapacityShare.distribute(STRATEGY, 7)).containsExactly(4, 3);
    }

    @Test
    void aProviderWithoutWeightGetsItsBaseOnly() {
        var strategy = List.of(new CapacityShare("A", 1, 0), new CapacityShare("B", 0, 1));

        assertThat(CapacityShare.distribute(strategy, 5)).containsExactly(1, 4);
    }

    @Test
    void tiesGoToTheFirstInTheList() {
        var strategy = List.of(new CapacityShare("A", 0, 1), new CapacityShare("B", 0, 1));

        assertThat(CapacityShare.distribute(strategy, 3)).containsExactly(2, 1);
    }

    @Test
    void evensOutWhatWasLost() {
        assertThat(CapacityShare.next(STRATEGY, List.of(1, 6))).isZero();
        assertThat(CapacityShare.next(STRATEGY, List.of(4, 2))).isEqualTo(1);
    }
}
