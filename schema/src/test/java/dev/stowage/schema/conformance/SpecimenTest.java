package dev.stowage.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.conformance.Specimen.Fault;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpecimenTest {

    private static final int ROUNDS = 400;

    private final Catalogue catalogue = Catalogue.standard();
    private final List<String> types = types(catalogue);

    @Test
    void isRightWithoutAFault() {
        var seeds = new Random(20_261_120);
        for (var round = 0; round < ROUNDS; round++) {
            var type = any(seeds);
            var properties =
                    Specimen.counting(type, seeds.nextLong(), Fault.NONE).properties();
            assertThat(check(type, properties)).as(type + " " + properties).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void isWrongInOnePlaceWithAFault(Fault fault) {
        var seeds = new Random(fault.ordinal());
        var tried = 0;
        for (var round = 0; round < ROUNDS; round++) {
            var type = any(seeds);
            var seed = seeds.nextLong();
            var counted = Specimen.counting(type, seed, fault);
            var right = counted.properties();
            if (counted.sites() == 0) {
                continue;
            }
            tried++;
            var faulty = Specimen.faulty(type, seed, fault, seeds.nextInt(counted.sites()));
            var properties = faulty.properties();
            assertThat(check(type, right)).isEmpty();
            assertThat(check(type, properties))
                    .as(type + " " + properties)
                    .extracting(each -> each.rule() + " " + each.property().orElse(""))
                    .containsExactly(fault.rule() + " " + faulty.path());
        }
        assertThat(tried).isGreaterThan(ROUNDS / 5);
    }

    private ResourceType any(Random seeds) {
        return catalogue.type(types.get(seeds.nextInt(types.size()))).orElseThrow();
    }

    private List<Diagnostic> check(ResourceType type, ObjectNode properties) {
        var resource = Resource.of("Thing", type.name(), properties, Origin.NOWHERE);
        return Conformance.to(catalogue).check(Template.of("shop", List.of(resource)));
    }

    /** All types but those that the walk leaves alone. */
    private static List<String> types(Catalogue catalogue) {
        var types = new ArrayList<>(catalogue.names());
        types.removeIf(name -> name.startsWith("AWS::Serverless::") || name.endsWith("::CustomResource"));
        return types;
    }
}
