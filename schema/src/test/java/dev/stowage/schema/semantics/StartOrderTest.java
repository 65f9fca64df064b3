package dev.stowage.schema.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order containers start. */
class StartOrderTest {

    @Test
    void putsEveryContainerBehindThoseItDependsOn() {
        assertThat(StartOrder.of(List.of(List.of(1, 2), List.of(2), List.of()))).hasValue(List.of(2, 1, 0));
    }

    @Test
    void keepsTheWrittenOrderOtherwise() {
        assertThat(StartOrder.of(List.of(List.of(), List.of(), List.of(0)))).hasValue(List.of(0, 1, 2));
    }

    @Test
    void hasNoneForACircle() {
        assertThat(StartOrder.of(List.of(List.of(1), List.of(2), List.of(0)))).isEmpty();
        assertThat(StartOrder.of(List.of(List.of(0)))).isEmpty();
    }
}
