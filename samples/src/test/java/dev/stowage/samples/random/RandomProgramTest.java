package dev.stowage.samples.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.conformance.Conformance;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.JsonWriter;
import dev.stowage.synth.write.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every program of the language, shown on some that are made up. */
final class RandomProgramTest {

    private static final int PROGRAMS = Integer.getInteger("stowage.programs", 200);

    @Test
    void isSynthesizedWithoutAnError() {
        each(model -> assertThat(Stowage.check(model).findings())
                .filteredOn(found -> found.severity() == Severity.ERROR)
                .isEmpty());
    }

    @Test
    void isWhatTheSchemasOfItsResourcesAskFor() {
        var net = Conformance.to(Catalogue.standard());
        each(model -> assertThat(model.templates())
                .allSatisfy(template -> assertThat(net.check(template)).isEmpty()));
    }

    @Test
    void isReadBackAsItWasWritten() {
        each(model -> model.templates().forEach(template -> {
            var json = ModelReader.template(template.stack() + ".json", JsonWriter.template(template));
            var yaml = ModelReader.template(template.stack() + ".yaml", YamlWriter.template(template));
            for (var read : List.of(json, yaml)) {
                assertThat(read.findings()).isEmpty();
                assertThat(read.templates().get(0).resources()).isEqualTo(template.resources());
                assertThat(read.templates().get(0).sections()).isEqualTo(template.sections());
            }
        }));
    }

    @Test
    void isTheSameEachTime() {
        for (var seed = 0L; seed < PROGRAMS; seed++) {
            assertThat(written(seed)).as("program " + seed).isEqualTo(written(seed));
        }
    }

    private static List<String> written(long seed) {
        return Stowage.model(new RandomProgram(seed)).templates().stream()
                .map(template -> new String(JsonWriter.template(template), StandardCharsets.UTF_8))
                .toList();
    }

    private static void each(Consumer<Model> property) {
        var failed = new ArrayList<String>();
        for (var seed = 0L; seed < PROGRAMS; seed++) {
            try {
                property.accept(Stowage.model(new RandomProgram(seed)));
            } catch (AssertionError | RuntimeException e) {
                failed.add("Program " + seed + ": " + e);
            }
        }
        assertThat(failed).isEmpty();
    }
}
