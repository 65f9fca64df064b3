package dev.stowage.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.table.Limits;
import dev.stowage.schema.table.Ranges;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TemplateSizeTest {

    @Test
    void fiveHundredResourcesFitIntoATemplate() {
        assertThat(Numbers.check(topics(500), Limits.standard(), Ranges.standard()))
                .isEmpty();
    }

    @Test
    void oneMoreDoesNot() {
        assertThat(Numbers.check(topics(501), Limits.standard(), Ranges.standard()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().value()).isEqualTo("template.size.exceeded");
                    assertThat(finding.message()).contains("501 resources").contains("500");
                });
    }

    private static Template topics(int count) {
        var resources = new ArrayList<Resource>();
        for (var i = 0; i < count; i++) {
            resources.add(Resource.of("Topic" + i, "AWS::SNS::Topic", ObjectNode.empty(), Origin.NOWHERE));
        }
        return Template.of("many", resources);
    }
}
