package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void writesSectionsAndAttributesInTheUsualOrder() {
        var properties =
                ObjectNode.empty().with("Cluster", Functions.ref("Shop")).with("Tags", ListNode.of());
        var service = Resource.of("Web", "AWS::ECS::Service", properties, Origin.NOWHERE)
                .attributes(ObjectNode.of("DependsOn", ListNode.of(TextNode.of("Rule"))));
        var shop = Resource.of("Shop", "AWS::ECS::Cluster", ObjectNode.empty(), Origin.NOWHERE);
        var sections = ObjectNode.empty()
                .with("Outputs", ObjectNode.of("Count", ObjectNode.of("Value", NumberNode.of(3))))
                .with("Description", "a shop");

        assertThat(text(JsonWriter.template(
                        Template.of("shop", List.of(service, shop)).sections(sections))))
                .isEqualTo("""
                        {
                          "Description": "a shop",
                          "Resources": {
                            "Web": {
                              "Type": "AWS::ECS::Service",
                              "DependsOn": [
                                "Rule"
                              ],
                              "Properties": {
                                "Cluster": {
                                  "Ref": "Shop"
                                },
                                "Tags": []
                              }
                            },
                            "Shop": {
                              "Type": "AWS::ECS::Cluster"
                            }
                          },
                          "Outputs": {
                            "Count": {
                              "Value": 3
                            }
                          }
                        }
                        """);
    }

    @Test
    void escapesWhatCannotStandInAString() {
        assertThat(text(JsonWriter.tree(TextNode.of("\"\\\n\r\t\0\u001fä😀/\u2028"))))
                .isEqualTo("\"\\\"\\\\\\n\\r\\t\\u0000\\u001fä😀/\u2028\"\n");
    }

    @Test
    void escapesHalfACharacter() {
        assertThat(text(JsonWriter.tree(TextNode.of("\ud83dx\ude00\ud83d\ud83d\ude00"))))
                .isEqualTo("\"\\ud83dx\\ude00\\ud83d😀\"\n");
    }

    @Test
    void indentsDeepTreesToTheEnd() {
        var deep = ListNode.of();
        for (var i = 0; i < 40; i++) {
            deep = ListNode.of(deep);
        }

        assertThat(text(JsonWriter.tree(deep))).contains("\n" + "  ".repeat(40) + "[]\n");
    }

    @Test
    void laysOutOnlySoManyLevelsOfADenseTree() {
        var tree = ObjectNode.of(
                "a", ListNode.of(ObjectNode.of("b", NumberNode.of(1)).with("c", "d")));

        assertThat(text(JsonWriter.dense(tree, 2))).isEqualTo("""
                        {
                          "a": [
                            {"b": 1, "c": "d"}
                          ]
                        }
                        """);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
