package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Task definitions in files, in the spelling of the ECS API and in that of CloudFormation. */
class TaskDefinitionReaderTest {

    @Test
    void readsTheSpellingOfTheApi() {
        var resource = resource("""
                {"family": "web-api", "cpu": "256",
                 "containerDefinitions": [{"name": "web", "dockerLabels": {"name": "x"}}],
                 "volumes": [{"efsVolumeConfiguration": {"fileSystemId": "fs", "authorizationConfig": {"iam": "ENABLED"}}}],
                 "tags": [{"key": "a", "value": "b"}]}
                """);

        assertThat(resource.logicalId()).isEqualTo("WebApi");
        assertThat(resource.properties()).isEqualTo(resource("""
                        {"Family": "web-api", "Cpu": "256",
                         "ContainerDefinitions": [{"Name": "web", "DockerLabels": {"name": "x"}}],
                         "Volumes": [{"EFSVolumeConfiguration":
                           {"FilesystemId": "fs", "AuthorizationConfig": {"IAM": "ENABLED"}}}],
                         "Tags": [{"Key": "a", "Value": "b"}]}
                        """).properties());
    }

    @Test
    void keepsPlaces() {
        var container = (ObjectNode)
                resource("{\n  \"family\": \"web\",\n  \"containerDefinitions\": [\n    {\"image\": \"x\"}]}")
                        .properties()
                        .list("ContainerDefinitions")
                        .items()
                        .get(0);

        assertThat(container.at()).hasToString("web.json:4:5");
        assertThat(container.get("Image").orElseThrow().at()).hasToString("web.json:4:15");
    }

    @Test
    void readsYamlToo() {
        var text = "family: web\ncontainerDefinitions:\n  - name: web\n    image: nginx\n";

        assertThat(model("task.yaml", text)
                        .templates()
                        .get(0)
                        .resources()
                        .get(0)
                        .properties())
                .isEqualTo(resource(
                                "{\"family\": \"web\", \"containerDefinitions\": [{\"name\": \"web\", \"image\": \"nginx\"}]}")
                        .properties());
    }

    @Test
    void understandsWhatTheApiAnswers() {
        var resource = resource("""
                {"taskDefinition": {"taskDefinitionArn": "arn:aws:ecs:x", "revision": 3, "status": "ACTIVE",
                  "requiresAttributes": [{"name": "a"}], "compatibilities": ["EC2"], "registeredAt": 1.5,
                  "registeredBy": "me", "family": "web", "containerDefinitions": []},
                 "tags": [{"key": "a", "value": "b"}]}
                """);

        assertThat(resource.properties())
                .isEqualTo(resource(
                                "{\"family\": \"web\", \"containerDefinitions\": [], \"tags\": [{\"key\": \"a\", \"value\": \"b\"}]}")
                        .properties());
        assertThat(resource.attributes().object("Metadata").size()).isEqualTo(7);
    }

    @Test
    void leavesUnknownNamesAsTheyAre() {
        var resource = resource("{\"containerDefinitions\": [{\"imgae\": \"x\"}], \"Cpu\": 1}");

        assertThat(resource.logicalId()).isEqualTo("TaskDefinition");
        assertThat(resource.properties()).hasToString("{ContainerDefinitions=[{imgae=\"x\"}], Cpu=1}");
    }

    @Test
    void readsFunctionsOnlyInTheSpellingOfCloudFormation() {
        assertThat(resource("{\"ContainerDefinitions\": [], \"TaskRoleArn\": {\"Ref\": \"Role\"}}")
                        .properties()
                        .get("TaskRoleArn")
                        .orElseThrow())
                .hasToString("!Ref \"Role\"");
        assertThat(resource("{\"containerDefinitions\": [{\"dockerLabels\": {\"Ref\": \"Role\"}}]}")
                        .properties()
                        .toString())
                .contains("{Ref=\"Role\"}");
    }

    private static Resource resource(String json) {
        return model("web.json", json).templates().get(0).resources().get(0);
    }

    private static Model model(String file, String text) {
        return ModelReader.template(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
