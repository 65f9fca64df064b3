package dev.stowage.schema.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void aTemplateHoldsFiveHundredResources() {
        assertThat(Limits.standard().most("template.resources")).isEqualTo(500);
    }

    @Test
    void aLimitThatAwsHasRaisedGoesOverTheOneThatShips() {
        var raised = Limits.standard().plus(Limits.of("# raised\nname,most\ntemplate.resources, 1000\n"));

        assertThat(raised.most("template.resources")).isEqualTo(1_000);
        assertThat(raised.most("template.outputs")).isEqualTo(200);
    }

    @Test
    void aLineThatIsNoLimitIsNamed() {
        assertThatThrownBy(() -> Limits.of("template.resources=9")).hasMessageContaining("template.resources=9");
    }
}
