package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cloud assemblies as other programs write them. */
class AssemblyReaderTest {

    @TempDir
    Path folder;

    @Test
    void readsWhatTheManifestSaysOfAStack() throws IOException {
        manifest(
                folder,
                stack(
                        "Web",
                        "aws://111122223333/unknown-region",
                        "'stackName': 'web-prod', 'terminationProtection': true,"
                                + " 'tags': {'team': 'front'}, 'parameters': {'Image': 'web:1'}"));

        var template = ModelReader.open(folder).templates().get(0);

        assertThat(template.stack()).isEqualTo("web-prod");
        assertThat(template.account()).contains("111122223333");
        assertThat(template.region()).isEmpty();
        assertThat(template.isProtected()).isTrue();
        assertThat(template.tags()).isEqualTo(ObjectNode.empty().with("team", "front"));
        assertThat(template.arguments()).isEqualTo(ObjectNode.empty().with("Image", "web:1"));
        assertThat(template.resources().get(0).at()).hasToString(folder.resolve("Web.template.json") + ":1:16");
    }

    @Test
    void putsAStackAfterThoseItDependsOn() throws IOException {
        manifest(
                folder,
                stack("A", "", "").replace("'type'", "'dependencies': ['C', 'A.assets', 'gone'], 'type'"),
                "'A.assets': {'type': 'cdk:asset-manifest', 'dependencies': ['D']}",
                stack("B", "", ""),
                stack("C", "", "").replace("'type'", "'dependencies': ['A'], 'type'"),
                stack("D", "", ""));

        assertThat(ModelReader.open(folder).templates())
                .extracting(Template::stack)
                .containsExactly("C", "D", "A", "B");
    }

    @Test
    void followsNestedAssembliesOnce() throws IOException {
        var inner = Files.createDirectory(folder.resolve("assembly-Prod"));
        manifest(
                inner,
                stack("Web", "", ""),
                "'up': {'type': 'cdk:cloud-assembly', 'properties': {'directoryName': '..'}}");
        manifest(
                folder,
                "'Prod': {'type': 'cdk:cloud-assembly', 'properties': {'directoryName': 'assembly-Prod'}}",
                stack("Tools", "", ""),
                "'self': {'type': 'cdk:cloud-assembly', 'properties': {}}",
                "'Tree': {'type': 'cdk:tree', 'properties': {'file': 'tree.json'}}");

        assertThat(ModelReader.open(folder).templates())
                .extracting(Template::stack)
                .containsExactly("Web", "Tools");
    }

    private static String stack(String name, String environment, String properties) {
        return "'%1$s': {'type': 'aws:cloudformation:stack', 'environment': '%2$s', 'properties': {'templateFile': '%1$s.template.json'%3$s}}"
                .formatted(name, environment, properties.isEmpty() ? "" : ", " + properties);
    }

    /** A manifest of these artifacts, and a template for each stack among them. */
    private static void manifest(Path folder, String... artifacts) throws IOException {
        Files.writeString(
                folder.resolve("manifest.json"),
                ("{'version': '48.0.0', 'artifacts': {" + String.join(",\n", artifacts) + "}}").replace('\'', '"'));
        for (var artifact : artifacts) {
            var name = artifact.substring(1, artifact.indexOf('\'', 1));
            Files.writeString(
                    folder.resolve(name + ".template.json"),
                    "{\"Resources\": {\"Topic\": {\"Type\": \"AWS::SNS::Topic\"}}}");
        }
    }
}
