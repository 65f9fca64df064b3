package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.Node;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in YAML are the templates that their twins in JSON are. */
class YamlReaderTest {

    @Test
    void readsWhatItsTwinInJsonSays() {
        assertThat(template("""
                AWSTemplateFormatVersion: 2010-09-09
                Parameters:
                  Image: {Type: String}
                Conditions:
                  IsLarge: !Not [!Equals [!Ref Image, '']]
                  IsBig: !And
                    - !Condition IsLarge
                    - Condition: IsLarge
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    DependsOn: [Front]
                    Properties:
                      DesiredCount: !If [IsLarge, 3, 1]
                      Cluster: !GetAtt Stack.Outputs.Cluster
                      ServiceName: !Sub
                        - "${Name}-web"
                        - Name: !Ref Image
                Outputs:
                  Name: {Value: !GetAtt Web.Name}
                """)).isEqualTo(json("""
                {"AWSTemplateFormatVersion": "2010-09-09",
                 "Parameters": {"Image": {"Type": "String"}},
                 "Conditions": {
                   "IsLarge": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Image"}, ""]}]},
                   "IsBig": {"Fn::And": [{"Condition": "IsLarge"}, {"Condition": "IsLarge"}]}},
                 "Resources": {"Web": {"Type": "AWS::ECS::Service", "DependsOn": ["Front"], "Properties": {
                   "DesiredCount": {"Fn::If": ["IsLarge", 3, 1]},
                   "Cluster": {"Fn::GetAtt": ["Stack", "Outputs.Cluster"]},
                   "ServiceName": {"Fn::Sub": ["${Name}-web", {"Name": {"Ref": "Image"}}]}}}},
                 "Outputs": {"Name": {"Value": {"Fn::GetAtt": ["Web", "Name"]}}}}
                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "3=3",
                "-0.5=-0.5",
                "1.10=1.10",
                "12345678901234567890123=12345678901234567890123",
                "true=true",
                "Yes=true",
                "off=false",
                "~=null",
                "NULL=null",
                "!!str 3='3'",
                "!!str=''",
                "! 3='3'",
                "!!int 7=7",
                "!!float -1.5E-7=-1.5E-7",
                "!!int x='x'",
                "!!bool yes=true",
                "!!null ~=null",
                "'3'='3'",
                "\"yes\"='yes'",
                "[]=[]",
                "{}={}",
                "!!map {}={}"
            })
    void tellsTheKindOfAWord(String yaml, String json) {
        assertThat(value(yaml)).isEqualTo(twin(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345678901",
                "2012-10-17",
                "2001-12-14t21:59:43.10-05:00",
                "0x1F",
                "0o17",
                "017",
                "1e3",
                "22:22",
                "1_000",
                "+5",
                ".5",
                "5.",
                "1.2.3",
                "y",
                "n",
                ".inf",
                "tRue",
                "=",
                "10.0.0.0/16"
            })
    void takesForTextWhatOnlyLooksLikeSomethingElse(String word) {
        assertThat(value(word)).hasToString("\"" + word + "\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            quoteCharacter = '`',
            value = {
                "!Ref Web={\"Ref\": \"Web\"}",
                "!Ref 80={\"Ref\": \"80\"}",
                "!GetAtt A.B.C={\"Fn::GetAtt\": [\"A\", \"B.C\"]}",
                "!GetAtt [A, B.C]={\"Fn::GetAtt\": [\"A\", \"B.C\"]}",
                "!GetAtt A={\"Fn::GetAtt\": \"A\"}",
                "!Sub '${A}'={\"Fn::Sub\": \"${A}\"}",
                "!Base64 {Ref: A}={\"Fn::Base64\": {\"Ref\": \"A\"}}",
                "!Unheard [1]={\"Fn::Unheard\": [1]}",
                "!Transform {Name: AWS::Include}={\"Fn::Transform\": {\"Name\": \"AWS::Include\"}}",
                "!GetAZs ''={\"Fn::GetAZs\": \"\"}",
                "!Rain::Embed x.sh={\"Rain::Embed\": \"x.sh\"}"
            })
    void understandsShortForms(String yaml, String json) {
        assertThat(value(yaml)).isEqualTo(twin(json));
    }

    @Test
    void takesBytesForBase64AndSaysThatNobodyElseDoes() {
        var text =
                "Resources:\n  A:\n    Type: X::Y::Z\n    Properties:\n      Key: !!binary |\n        aGVs\n        bG8=\n";
        var model = ModelReader.template("t.yaml", text.getBytes(StandardCharsets.UTF_8));

        assertThat(model.templates().get(0).resources().get(0).properties().text("Key"))
                .contains("aGVsbG8=");
        assertThat(model.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().value()).isEqualTo("template.yaml.tag");
            assertThat(finding.at()).hasToString("t.yaml:5:7");
        });
    }

    @Test
    void seesFunctionsOnlyWhereValuesStand() {
        assertThat(template("""
                Resources:
                  Fn::ForEach::Topics: [Name, [A, B], {"T${Name}": {Type: AWS::SNS::Topic}}]
                  Module:
                    Type: !Rain::Module ./module.yaml
                  Role:
                    Type: AWS::IAM::Role
                    Properties:
                      Policy: {Condition: {Bool: {x: true}}}
                """)).isEqualTo(json("""
                {"Resources": {
                  "Fn::ForEach::Topics": ["Name", ["A", "B"], {"T${Name}": {"Type": "AWS::SNS::Topic"}}],
                  "Module": {"Type": {"Rain::Module": "./module.yaml"}},
                  "Role": {"Type": "AWS::IAM::Role", "Properties": {"Policy": {"Condition": {"Bool": {"x": true}}}}}}}
                """));
    }

    @Test
    void takesTheLastOfTwoEqualKeysAndSaysSo() {
        var model = read("Resources:\n  A: {Type: X::Y::Z}\n  A: {Type: X::Y::W}\n");

        assertThat(model.templates().get(0).resources().get(0).type()).isEqualTo("X::Y::W");
        assertThat(model.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).hasToString("template.key.duplicate"))
                .satisfies(finding -> assertThat(finding.at()).hasToString("web.yaml:3:3"));
    }

    @Test
    void writesOutAliasesAndCountsThem() {
        var model = read("""
                Metadata:
                  Tags: &tags [{Key: &key team, Value: a}]
                Resources:
                  A: {Type: X::Y::Z, Properties: {Tags: *tags, Name: *key}}
                """);

        assertThat(model.templates().get(0).resources().get(0).properties())
                .hasToString("{Tags=[{Key=\"team\", Value=\"a\"}], Name=\"team\"}");
        assertThat(model.findings())
                .extracting(Diagnostic::message)
                .singleElement()
                .asString()
                .startsWith("An alias stands here, the first of 2 in the file, and CloudFormation takes none;");
        assertThat(model.findings().get(0).at()).hasToString("web.yaml:4:41");
    }

    @Test
    void mergesWhatIsNotThereYet() {
        var model = read("""
                Metadata:
                  One: &one {a: 1, b: 1}
                  Two: &two {b: 2, c: 2}
                  Both: {<<: [*one, *two], c: 3}
                  Word: {"<<": 4}
                Resources: {}
                """);

        assertThat(model.templates().get(0).sections().object("Metadata"))
                .isEqualTo(json("""
                        {"Resources": {}, "Metadata": {"One": {"a": 1, "b": 1}, "Two": {"b": 2, "c": 2},
                         "Both": {"a": 1, "b": 1, "c": 3}, "Word": {"<<": 4}}}
                        """).sections().object("Metadata"));
        assertThat(model.findings())
                .extracting(finding -> finding.rule().value())
                .containsExactly("template.yaml.alias", "template.yaml.merge");
    }

    @Test
    void keepsTextThatRunsOverLines() {
        assertThat(value("|\n      one\n        two\n\n      three\n")).hasToString("\"one\n  two\n\nthree\n\"");
        assertThat(value(">-\n      one\n      two\n")).hasToString("\"one two\"");
    }

    @Test
    void choosesByNameAndByFirstSign() {
        var json = "\n {\"Resources\": {}}";

        assertThat(of("a.yaml", json)).isEqualTo(of("a.json", json));
        assertThat(of("a.yml", "{Resources: {}}")).isEqualTo(of("a.template", json));
        assertThat(of("a.template.yaml", "Resources: {}")).isEqualTo(of("a.template", "Resources: {}"));
        assertThat(of("a", "---\nResources: {}\n...\n")).isEqualTo(of("a", json));
    }

    private static Template of(String file, String text) {
        return ModelReader.template(file, text.getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0);
    }

    private static Node value(String yaml) {
        var text = "Resources: {}\nOutputs:\n  Out:\n    Value: " + yaml + "\n";
        return template(text).sections().object("Outputs").object("Out").peek("Value");
    }

    private static Node twin(String json) {
        var text = "{\"Resources\": {}, \"Outputs\": {\"Out\": {\"Value\": " + json.replace('\'', '"') + "}}}";
        return json(text).sections().object("Outputs").object("Out").peek("Value");
    }

    private static Template template(String yaml) {
        return read(yaml).templates().get(0);
    }

    private static Model read(String yaml) {
        return ModelReader.template("web.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Template json(String text) {
        return of("web.json", text);
    }
}
