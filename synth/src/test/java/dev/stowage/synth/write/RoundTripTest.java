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

    /** What only CloudFormation, a macro or a third party understands. */
    private static final String FOREIGN = """
            {"Transform": ["AWS::LanguageExtensions", {"Name": "Mine", "Parameters": {"Deep": [1, "two"]}}],
             "Fn::Transform": {"Name": "AWS::Include", "Parameters": {"Location": "s3://b/k"}},
             "Rules": {"R": {"Assertions": [{"Assert": {"Fn::Equals": [{"Ref": "AWS::Region"}, "eu-west-1"]}}]}},
             "Conditions": {"Fn::ForEach::C": ["X", ["A"], {"Is${X}": {"Fn::Equals": ["a", "b"]}}]},
             "Resources": {
               "Fn::ForEach::Topics": ["Name", ["A", "B"], {"T${Name}": {"Type": "AWS::SNS::Topic"}}],
               "Other": {"Type": "Acme::Things::Thing", "Properties": {"aB": {"Ref": "Macro"}, "n": null, "f": 1.50}},
               "Custom": {"Type": "Custom::Thing", "Properties": {"ServiceToken": "x", "Fn::Transform": {"Name": "M"}}},
               "Made": {"Fn::Transform": {"Name": "Mine"}},
               "Module": {"Type": "Acme::Web::Site::MODULE", "Properties": {"X": {"Fn::ToJsonString": {"a": [true]}}}}},
             "Hooks": {"H": {"Type": "AWS::CodeDeploy::BlueGreen", "Properties": {"X": 1}}}}
            """;

    @Test
    void keepsWhatOnlyOthersUnderstand() throws IOException {
        var template = read(FOREIGN);

        assertThat(PlainJson.of(JsonWriter.template(template)))
                .isEqualTo(PlainJson.of(FOREIGN.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void keepsWhatOnlyOthersUnderstandInYamlToo() throws IOException {
        var yaml = YamlWriter.template(read(FOREIGN));
        var again = ModelReader.template("random.yaml", yaml).templates().get(0);

        assertThat(PlainJson.of(JsonWriter.template(again)))
                .as(new String(yaml, StandardCharsets.UTF_8))
                .isEqualTo(PlainJson.of(FOREIGN.getBytes(StandardCharsets.UTF_8)));
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
