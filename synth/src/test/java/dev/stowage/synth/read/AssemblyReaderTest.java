package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
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

    @Test
    void remembersWhatTheManifestPutsBeforeAStack() throws IOException {
        manifest(
                folder,
                stack("A", "", "'stackName': 'first'"),
                stack("B", "", "").replace("'type'", "'dependencies': ['A', 'gone'], 'type'"));

        assertThat(ModelReader.open(folder).templates().get(1).after()).containsExactly("first");
    }

    @Test
    void readsNestedStacksByTheirNotesAndByTheirAssets() throws IOException {
        manifest(
                folder,
                stack("Web", "aws://111122223333/eu-west-1", ""),
                "'Web.assets': {'type': 'cdk:asset-manifest', 'properties': {'file': 'Web.assets.json'}}");
        json("Web.assets.json", """
                {'files': {'cafe': {'source': {'path': 'Two.nested.template.json', 'packaging': 'file'}}}}
                """);
        json("Web.template.json", """
                {'Resources': {
                  'One': {'Type': 'AWS::CloudFormation::Stack', 'Metadata': {'aws:asset:path': 'One.nested.template.json'},
                    'Properties': {'TemplateURL': {'Ref': 'Unknown'}}},
                  'Gone': {'Type': 'AWS::CloudFormation::Stack', 'Properties': {'TemplateURL': 'https://x/y.json'}}}}
                """);
        json("One.nested.template.json", """
                {'Resources': {'Two': {'Type': 'AWS::CloudFormation::Stack',
                  'Properties': {'TemplateURL': {'Fn::Join': ['', ['https://s3.', {'Ref': 'AWS::Region'}, '/cafe.json']]}}}}}
                """);
        json("Two.nested.template.json", "{'Resources': {'Topic': {'Type': 'AWS::SNS::Topic'}}}");

        var model = ModelReader.open(folder);

        assertThat(model.templates()).extracting(Template::stack).containsExactly("Web", "One", "Two");
        assertThat(model.templates()).extracting(Template::isNested).containsExactly(false, true, true);
        assertThat(model.templates().get(2).region()).contains("eu-west-1");
    }

    @Test
    void remembersAssetsOnce() throws IOException {
        manifest(
                folder,
                "'A': {'type': 'cdk:asset-manifest', 'properties': {'file': 'A.json'}}",
                "'B': {'type': 'cdk:asset-manifest', 'properties': {'file': 'B.json'}}",
                "'C': {'type': 'cdk:asset-manifest', 'properties': {'file': 'gone.json'}}");
        json("A.json", """
                {'files': {'f1': {'source': {'path': 'asset.f1', 'packaging': 'zip'}, 'destinations': {'here': {'objectKey': 'k'}}},
                  'f2': {'source': {'executable': ['make']}}},
                 'dockerImages': {'d1': {'source': {'directory': '../web', 'dockerFile': 'Dockerfile.web',
                   'dockerBuildTarget': 'final', 'dockerBuildArgs': {'MODE': 'fast'}, 'platform': 'linux/arm64'}}}}
                """);
        json("B.json", "{'files': {'f1': {'source': {'path': 'other'}}}}");

        assertThat(ModelReader.open(folder).assets())
                .containsExactly(
                        new FileAsset(
                                "f1",
                                folder.resolve("asset.f1").toString(),
                                true,
                                ObjectNode.of("here", ObjectNode.empty().with("objectKey", "k"))),
                        new ImageAsset(
                                "d1",
                                folder.resolve("../web").toString(),
                                "Dockerfile.web",
                                "final",
                                "linux/arm64",
                                ObjectNode.empty().with("MODE", "fast"),
                                ObjectNode.empty()));
    }

    @Test
    void remembersTheAssetsThatOlderAssembliesNoteBesideAStack() throws IOException {
        var data = "'data': {'id': 'a1', 'path': 'asset.a1', 'packaging': 'zip', 'sourceHash': 'a1', "
                + "'s3BucketParameter': 'Bucket', 's3KeyParameter': 'Key'}";
        var image = "'data': {'id': 'b2', 'path': 'asset.b2', 'packaging': 'container-image', 'sourceHash': 'b2', "
                + "'repositoryName': 'aws-cdk/assets', 'imageTag': 't2', 'file': 'Dockerfile.web', 'target': 'final', "
                + "'buildArgs': {'MODE': 'fast'}}";
        manifest(
                folder,
                stack("Web", "", "")
                        .replace(
                                "'type'",
                                "'metadata': {'/Web/Code': [{'type': 'aws:cdk:asset', " + data + "}], '/Web/Image': "
                                        + "[{'type': 'aws:cdk:info', 'data': 'x'}, {'type': 'aws:cdk:asset', " + image
                                        + "}]}, 'type'"));

        assertThat(ModelReader.open(folder).assets())
                .containsExactly(
                        new FileAsset("a1", folder.resolve("asset.a1").toString(), true, ObjectNode.empty()),
                        new ImageAsset(
                                "b2",
                                folder.resolve("asset.b2").toString(),
                                "Dockerfile.web",
                                "final",
                                "",
                                ObjectNode.empty().with("MODE", "fast"),
                                ObjectNode.of(
                                        "current",
                                        ObjectNode.empty()
                                                .with("repositoryName", "aws-cdk/assets")
                                                .with("imageTag", "t2"))));
    }

    private void json(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text.replace('\'', '"'));
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
