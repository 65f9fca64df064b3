package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Template;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Reading a template and writing it gives an equal document. */
class RoundTripTest {

    private static final int TEMPLATES = 3_000;

    @Test
    void losesNothingOfAnyTemplate() throws IOException {
        for (var seed = 0; seed < TEMPLATES; seed++) {
            var text = RandomTemplate.of(seed);
            var written = JsonWriter.template(read(text));

            assertThat(PlainJson.of(written))
                    .as("template %d: %s", seed, text)
                    .isEqualTo(PlainJson.of(text.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void readsAnEqualTemplateFromWhatItWrote() {
        for (var seed = 0; seed < TEMPLATES; seed++) {
            var template = read(RandomTemplate.of(seed));

            assertThat(read(new String(JsonWriter.template(template), StandardCharsets.UTF_8)))
                    .isEqualTo(template);
        }
    }

    @Test
    void writesTheSameBytesEveryTime() {
        var text = RandomTemplate.of(42);

        assertThat(JsonWriter.template(read(text))).isEqualTo(JsonWriter.template(read(text)));
    }

    private static Template read(String text) {
        return ModelReader.template("random.json", text.getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0);
    }
}
