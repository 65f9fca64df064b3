package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where the nodes of a YAML template stand, to the column. */
class YamlPlacesTest {

    private static final String TEXT = """
            # A shop.
            Resources:
              Web:
                Type: AWS::ECS::Service
                DependsOn: [Front]
                Properties:
                  DesiredCount: 3
                  Cluster: !GetAtt
                    Stack.Outputs.Cluster
                  "😀": {"😀😀": x, Role: !Ref Role}
                  Tags:
                  - Key: a
                    Value: |
                      text
                  - !Ref Tag
            """;

    private final Template template = read(TEXT);
    private final ObjectNode properties = template.resources().get(0).properties();

    @Test
    void aWordStandsWhereItBegins() {
        assertThat(place(properties, "DesiredCount")).isEqualTo("web.yaml:7:21");
    }

    @Test
    void anObjectOrAListStandsAtItsKey() {
        assertThat(template.resources().get(0).at()).hasToString("web.yaml:3:3");
        assertThat(properties.at()).hasToString("web.yaml:6:5");
        assertThat(place(properties, "Tags")).isEqualTo("web.yaml:11:7");
    }

    @Test
    void aFunctionStandsAtItsKeyAndItsArgumentWhereTheShortFormBegins() {
        var call = (CallNode) properties.get("Cluster").orElseThrow();

        assertThat(call.at()).hasToString("web.yaml:8:7");
        assertThat(call.argument().at()).hasToString("web.yaml:8:16");
    }

    @Test
    void anItemStandsWhereItBegins() {
        var items = properties.list("Tags").items();

        assertThat(items.get(0).at()).hasToString("web.yaml:12:9");
        assertThat(items.get(1)).isInstanceOf(CallNode.class);
        assertThat(items.get(1).at()).hasToString("web.yaml:15:9");
    }

    @Test
    void textOverLinesStandsAtItsMark() {
        assertThat(place((ObjectNode) properties.list("Tags").items().get(0), "Value"))
                .isEqualTo("web.yaml:13:16");
    }

    @Test
    void columnsCountCharactersAsEditorsDo() {
        var object = properties.object("😀");

        assertThat(place(object, "😀😀")).isEqualTo("web.yaml:10:22");
        assertThat(place(object, "Role")).isEqualTo("web.yaml:10:25");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        assertThat(read("\ufeffResources: {}").others().at()).hasToString("web.yaml:1:1");
    }

    @Test
    void linesEndAsEverySystemEndsThem() {
        assertThat(read("# a\r\nResources: {}").others().at()).hasToString("web.yaml:2:1");
        assertThat(read("# a\rResources: {}").others().at()).hasToString("web.yaml:2:1");
    }

    @Test
    void anAliasStandsWhereItsAnchorStands() {
        var outputs = read("Resources: {}\nOutputs:\n  A: {Value: &a [x]}\n  B: {Value: *a}\n")
                .sections();

        assertThat(((ListNode) outputs.object("Outputs").object("B").peek("Value"))
                        .items()
                        .get(0)
                        .at())
                .hasToString("web.yaml:3:18");
    }

    private static String place(ObjectNode object, String key) {
        return object.get(key).map(Node::at).orElseThrow().toString();
    }

    private static Template read(String text) {
        return ModelReader.template("web.yaml", text.getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0);
    }
}
