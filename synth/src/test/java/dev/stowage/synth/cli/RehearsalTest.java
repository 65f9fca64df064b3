package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void goesThroughAWholeSynthWithoutAFinding() {
        assertThat(Rehearsal.summary())
                .contains("1 service, ")
                .contains("rehearsal")
                .contains("findings: none");
    }
}
