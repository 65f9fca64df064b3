package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates as people write them in YAML. */
class YamlWriterTest {

    private static final int TEMPLATES = 3_000;

    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            "1",
            "7",
            "8",
            "_",
            "-",
            "+",
            ".",
            "e",
            "E",
            "x",
            "o",
            ":",
            " ",
            "  ",
            "#",
            "\n",
            "\n\n",
            "\t",
            "\r",
            "'",
            "\"",
            "\\",
            "!",
            "&",
            "*",
            "%",
            "@",
            "`",
            "?",
            "|",
            ">",
            "[",
            "]",
            "{",
            "}",
            ",",
            "=",
            "~",
            "<<",
            "yes",
            "No",
            "on",
            "off",
            "true",
            "False",
            "null",
            "---",
            "...",
            "2012-10-17",
            "22:22",
            "0x1F",
            "0o17",
            "1_000",
            ".inf",
            ".nan",
            "ä",
            "漢",
            "😀",
            "\ud800",
            "\udc00",
            "\u0000",
            "\u0007",
            "\u007f",
            "\u0085",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "${A}",
            "a: b",
            "a #b",
            "arn:aws:",
            "10.0.0.0/16");

    @Test
    void writesShortFormsAndBlocks() {
        assertThat(yaml("""
                {"AWSTemplateFormatVersion": "2010-09-09",
                 "Conditions": {"IsLarge": {"Fn::Not": [{"Condition": "IsSmall"}]}},
                 "Resources": {"Web": {"Type": "AWS::ECS::Service", "DependsOn": ["Front"], "Properties": {
                   "DesiredCount": {"Fn::If": ["IsLarge", 3, 1]},
                   "Cluster": {"Fn::GetAtt": ["Stack", "Outputs.Cluster"]},
                   "Role": {"Fn::GetAtt": "Role.Arn"},
                   "EnableECSManagedTags": true, "Tags": [],
                   "LoadBalancers": [{"ContainerName": "web", "ContainerPort": 80}, {"Ref": "AWS::NoValue"}],
                   "ServiceName": {"Fn::Join": ["-", ["web", {"Ref": "AWS::Region"}, ["x", "z"]]]},
                   "Script": {"Fn::Base64": {"Fn::Sub": "#!/bin/sh\\necho ${AWS::Region}\\n"}},
                   "Text": "one\\n\\n  two", "Cidr": "10.0.0.0/16", "Word": "yes", "Blank": "a\\n "}}}}
                """)).isEqualTo("""
                AWSTemplateFormatVersion: '2010-09-09'
                Conditions:
                  IsLarge: !Not
                    - !Condition IsSmall
                Resources:
                  Web:
                    Type: AWS::ECS::Service
                    DependsOn:
                      - Front
                    Properties:
                      DesiredCount: !If
                        - IsLarge
                        - 3
                        - 1
                      Cluster: !GetAtt Stack.Outputs.Cluster
                      Role:
                        Fn::GetAtt: Role.Arn
                      EnableECSManagedTags: true
                      Tags: []
                      LoadBalancers:
                        - ContainerName: web
                          ContainerPort: 80
                        - !Ref AWS::NoValue
                      ServiceName: !Join
                        - '-'
                        - - web
                          - !Ref AWS::Region
                          - - x
                            - z
                      Script:
                        Fn::Base64: !Sub |
                          #!/bin/sh
                          echo ${AWS::Region}
                      Text: |-
                        one

                          two
                      Cidr: '10.0.0.0/16'
                      Word: 'yes'
                      Blank: "a\\n "
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "web;web",
                "/health;/health",
                "arn:aws:iam::aws:policy/X;arn:aws:iam::aws:policy/X",
                "${A} b;${A} b",
                "a: b;'a: b'",
                "a #b;'a #b'",
                "it's;it's",
                "'it';'''it'''",
                "No;'No'",
                "y;'y'",
                "0123;'0123'",
                "1e3;'1e3'",
                "*;'*'",
                "`a\\b`;a\\b",
                "`😀`;\"😀\""
            })
    void quotesWhatWouldBeSomethingElse(String text, String yaml) {
        assertThat(new String(YamlWriter.tree(TextNode.of(text)), StandardCharsets.UTF_8))
                .isEqualTo(yaml + "\n");
    }

    @Test
    void readsBackEveryTemplate() {
        for (var seed = 0; seed < TEMPLATES; seed++) {
            var text = RandomTemplate.of(seed);
            var template = read("random.json", text.getBytes(StandardCharsets.UTF_8));
            var yaml = YamlWriter.template(template);

            assertThat(read("random.yaml", yaml))
                    .as(() -> new String(yaml, StandardCharsets.UTF_8))
                    .isEqualTo(template);
        }
    }

    @Test
    void readsBackEveryText() {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++) {
            var text = text(random);
            var properties = ObjectNode.of(text, TextNode.of(text))
                    .with("Sub", call(text))
                    .with("List", list(text));
            var template =
                    Template.of("random", List.of(Resource.of("Topic", "AWS::SNS::Topic", properties, Origin.NOWHERE)));

            assertThat(read("random.yaml", YamlWriter.template(template)).resources())
                    .as("text %d: %s", i, text)
                    .isEqualTo(template.resources());
        }
    }

    @Test
    void asksForAKeyThatIsTooLong() {
        var template = read(
                "a.json",
                ("{\"Resources\": {}, \"Metadata\": {\"" + "k".repeat(2_000) + "\": [1]}}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(read("a.yaml", YamlWriter.template(template))).isEqualTo(template);
    }

    private static Node call(String text) {
        return CallNode.of("Fn::Sub", TextNode.of(text));
    }

    private static Node list(String text) {
        return ListNode.of(TextNode.of(text), TextNode.of(text));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var left = 1 + random.nextInt(5); left > 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String yaml(String json) {
        return new String(
                YamlWriter.template(read("a.json", json.getBytes(StandardCharsets.UTF_8))), StandardCharsets.UTF_8);
    }

    private static Template read(String file, byte[] text) {
        return ModelReader.template(file, text).templates().get(0);
    }
}
