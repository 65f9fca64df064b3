package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Where nodes stand, to the column. */
class JsonPlacesTest {

    private static final String TEXT = """
            {
              "Description": "ä😀", "Outputs": {"Address": {"Value": {"Ref": "Web"}}},
              "Resources": {
                "Web": {
                  "Type": "AWS::ECS::Service",
                  "DependsOn": ["Front"],
                  "Properties": {
                    "DesiredCount": 3, "Tags": [
                      {"Key": "a",\t"Value": null}, true
                    ]
                  }
                }
              }
            }
            """;

    private final Template template = read(TEXT);
    private final ObjectNode properties = template.resources().get(0).properties();

    @Test
    void aScalarStandsWhereItBegins() {
        assertThat(place(properties, "DesiredCount")).isEqualTo("web.json:8:25");
    }

    @Test
    void anObjectOrAListStandsAtItsKey() {
        assertThat(properties.at()).hasToString("web.json:7:7");
        assertThat(place(properties, "Tags")).isEqualTo("web.json:8:28");
    }

    @Test
    void anItemStandsWhereItBegins() {
        var items = ((ListNode) properties.peek("Tags")).items();

        assertThat(items.get(0).at()).hasToString("web.json:9:11");
        assertThat(items.get(1).at()).hasToString("web.json:9:40");
    }

    @Test
    void aTabIsOneColumn() {
        var tag = (ObjectNode) ((ListNode) properties.peek("Tags")).items().get(0);

        assertThat(place(tag, "Value")).isEqualTo("web.json:9:33");
    }

    @Test
    void aResourceStandsAtItsLogicalId() {
        assertThat(template.resources().get(0).at()).hasToString("web.json:4:5");
    }

    @Test
    void anAttributeStandsAtItsKey() {
        assertThat(place(template.resources().get(0).attributes(), "DependsOn")).isEqualTo("web.json:6:7");
    }

    @Test
    void columnsCountCharactersAsEditorsDo() {
        var call = (CallNode)
                template.sections().object("Outputs").object("Address").peek("Value");

        assertThat(template.sections().peek("Outputs").at()).hasToString("web.json:2:25");
        assertThat(call.at()).hasToString("web.json:2:49");
        assertThat(call.argument().at()).hasToString("web.json:2:66");
    }

    @Test
    void aByteOrderMarkIsNoColumn() {
        assertThat(read("\ufeff{\"Resources\": {}}").others().at()).hasToString("web.json:1:2");
    }

    @Test
    void linesEndAsEverySystemEndsThem() {
        assertThat(read("{\r\n\"Resources\": {}}").others().at()).hasToString("web.json:2:1");
        assertThat(read("{\r\"Resources\": {}}").others().at()).hasToString("web.json:2:1");
    }

    private static String place(ObjectNode object, String key) {
        return object.get(key).map(Node::at).orElseThrow().toString();
    }

    private static Template read(String text) {
        return ModelReader.template("web.json", text.getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0);
    }
}
