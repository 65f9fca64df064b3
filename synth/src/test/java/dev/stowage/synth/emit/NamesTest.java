package dev.stowage.synth.emit;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.expression.Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"storefront, Storefront", "order-worker, OrderWorker", "a.b_c d, ABCD", "Web2, Web2", "été, T", "'', ''"
    })
    void aLogicalIdHoldsTheLettersAndDigitsOfAName(String name, String id) {
        assertThat(Names.pascal(name)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1shop", "my shop", "shop_1", "läden"})
    void aStackWhoseNameCloudFormationRefusesIsFound(String name) {
        assertThat(rules(Stack.of(name, service("web")))).containsExactly("name.form");
    }

    @Test
    void aThingWithoutALetterInItsNameIsFound() {
        assertThat(rules(Stack.of("shop", service("—")))).contains("name.form");
    }

    @Test
    void aParameterAndAnOutputHoldLettersAndDigitsOnly() {
        var stack = Stack.of("shop", service("web")).output("The address", Text.parameter("The tag"));

        assertThat(rules(stack)).containsExactlyInAnyOrder("name.form", "name.form");
    }

    @Test
    void goodNamesAreNotFound() {
        assertThat(rules(Stack.of("shop-1", service("web")).output("Address1", Text.parameter("Tag"))))
                .isEmpty();
    }

    private static FargateService service(String name) {
        return Cluster.of("c", Vpc.existing("main", id("vpc-1")).privateSubnets("subnet-1"))
                .service(name, FargateTask.sized(HalfVcpu.GB_1).container(Container.of("web", image("web:1"))));
    }

    private static List<String> rules(Stack stack) {
        return Synthesizer.synthesize(stack).findings().stream()
                .map(finding -> finding.rule().value())
                .toList();
    }
}
