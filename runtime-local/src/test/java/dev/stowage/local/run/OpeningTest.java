package dev.stowage.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.schema.diagnostic.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is said of a model before it runs. */
class OpeningTest {

    private final Opening opening = new Opening(Optional.empty(), Report.of(List.of()));

    @Test
    void servicesThatWaitLessThanOnAwsAreTold() {
        assertThat(opening.under(new TimeScale(10)).report().findings())
                .singleElement()
                .satisfies(one -> assertThat(one.rule().value()).isEqualTo("LOCAL-TIME"))
                .satisfies(one -> assertThat(one.message()).startsWith("Services wait 10 times less than on AWS"));
    }

    @Test
    void aRunAtThePaceOfAwsTellsNothingOfIt() {
        assertThat(opening.under(TimeScale.REAL).report().findings()).isEmpty();
    }
}
