package dev.stowage.synth.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudAssemblyTest {

    @TempDir
    Path temporary;

    @Test
    void readsAsTheModelThatWasWritten() {
        var folder = temporary.resolve("deep/cdk.out");
        CloudAssembly.write(Shops.model(), folder);

        assertThat(ModelReader.open(folder)).isEqualTo(Shops.model());
    }

    @Test
    void saysInTheManifestWhatDeploymentNeeds() throws IOException {
        CloudAssembly.write(Shops.model(), temporary);

        assertThat(temporary.resolve("manifest.json")).hasContent("""
                        {
                          "version": "6.0.0",
                          "artifacts": {
                            "network": {
                              "type": "aws:cloudformation:stack",
                              "environment": "aws://unknown-account/unknown-region",
                              "properties": {
                                "templateFile": "network.template.json",
                                "stackName": "network"
                              }
                            },
                            "shop": {
                              "type": "aws:cloudformation:stack",
                              "environment": "aws://123456789012/eu-central-1",
                              "properties": {
                                "templateFile": "shop.template.json",
                                "stackName": "shop",
                                "terminationProtection": true,
                                "parameters": {
                                  "Image": "shop:1"
                                },
                                "tags": {
                                  "team": "front"
                                }
                              },
                              "dependencies": [
                                "network"
                              ]
                            }
                          }
                        }
                        """);
    }

    @Test
    void givesTheSameBytesEveryTime() throws IOException {
        CloudAssembly.write(Shops.model(), temporary.resolve("a"));
        CloudAssembly.write(Shops.model(), temporary.resolve("b"));
        CloudAssembly.write(Shops.model(), temporary.resolve("b"));

        assertThat(files(temporary.resolve("b")))
                .isEqualTo(files(temporary.resolve("a")))
                .containsOnlyKeys("manifest.json", "network.template.json", "shop.template.json", "stowage.json");
    }

    @Test
    void writesTheSameOnceMoreAfterReading() throws IOException {
        CloudAssembly.write(Shops.model(), temporary.resolve("a"));
        CloudAssembly.write(ModelReader.open(temporary.resolve("a")), temporary.resolve("b"));

        assertThat(files(temporary.resolve("b"))).isEqualTo(files(temporary.resolve("a")));
    }

    @Test
    void removesTemplatesOfAnEarlierSynthAndNothingElse() throws IOException {
        CloudAssembly.write(Shops.model(), temporary);
        Files.writeString(temporary.resolve("mine.template.json"), "{}");
        CloudAssembly.write(Model.of(List.of(Shops.network())), temporary);

        assertThat(files(temporary))
                .containsOnlyKeys("manifest.json", "mine.template.json", "network.template.json", "stowage.json");
    }

    @Test
    void removesNothingOnTheWordOfABrokenMemory() throws IOException {
        CloudAssembly.write(Shops.model(), temporary);
        Files.writeString(temporary.resolve("stowage.json"), "{\"files\": [");
        CloudAssembly.write(Model.of(List.of(Shops.network())), temporary);

        assertThat(files(temporary)).containsKey("shop.template.json");
    }

    @Test
    void removesNoFileOfAnotherFolder() throws IOException {
        var folder = Files.createDirectory(temporary.resolve("cdk.out"));
        var precious = Files.writeString(temporary.resolve("precious"), "x");
        Files.writeString(folder.resolve("stowage.json"), "{\"format\": 1, \"files\": [\"../precious\"]}");
        Files.writeString(folder.resolve("other"), "x");
        CloudAssembly.write(Shops.model(), folder);

        assertThat(precious).exists();
    }

    @Test
    void refusesAFolderOfOtherThings() throws IOException {
        Files.writeString(temporary.resolve("thesis.txt"), "x");

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CloudAssembly.write(Shops.model(), temporary))
                .withMessage(
                        "%1$s:1:1: `%1$s` holds other files and no `manifest.json`;"
                                + " an empty folder, or a cloud assembly to replace, is wanted.",
                        temporary)
                .satisfies(bad -> assertThat(bad.exitCode()).isEqualTo(2));
        assertThat(files(temporary)).containsOnlyKeys("thesis.txt");
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        var file = Files.writeString(temporary.resolve("file"), "x");

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CloudAssembly.write(Shops.model(), file))
                .withMessage("%1$s:1:1: `%1$s` cannot be written; a folder that this user may write is wanted.", file)
                .satisfies(bad -> assertThat(bad.exitCode()).isEqualTo(3));
    }

    @Test
    void leavesNothingHalfDoneWhereAFileCannotBeReplaced() throws IOException {
        CloudAssembly.write(Shops.model(), temporary);
        var manifest = temporary.resolve("manifest.json");
        Files.delete(manifest);
        Files.writeString(Files.createDirectory(manifest).resolve("file"), "x");

        assertThatExceptionOfType(BadInput.class).isThrownBy(() -> CloudAssembly.write(Shops.model(), temporary));
        try (var left = Files.list(temporary)) {
            assertThat(left.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void takesAFolderWithHiddenFilesOnlyAndOneBehindALink() throws IOException {
        var real = Files.createDirectory(temporary.resolve("real"));
        Files.writeString(real.resolve(".gitignore"), "*");
        var link = Files.createSymbolicLink(temporary.resolve("link"), real);
        CloudAssembly.write(Shops.model(), link);

        assertThat(real.resolve("manifest.json")).exists();
    }

    @Test
    void keepsNestedStacksAssetsAndOrder() throws IOException {
        var image = new ImageAsset(
                "d1",
                temporary.resolve("web").toString(),
                "Dockerfile",
                "",
                "",
                ObjectNode.empty(),
                ObjectNode.empty());
        var nested = new FileAsset(
                "f1", temporary.resolve("old/Inner.nested.template.json").toString(), false, ObjectNode.empty());
        var maker = Resource.of(
                "Inner",
                "AWS::CloudFormation::Stack",
                ObjectNode.of("TemplateURL", TextNode.of("https://x/f1.json")),
                Origin.NOWHERE);
        var model = Model.of(List.of(
                        Template.of("first", List.of()),
                        Template.of("second", List.of(maker)).after(List.of("first")),
                        Template.of("Inner", List.of()).nested()))
                .assets(List.of(image, nested));
        var folder = temporary.resolve("cdk.out");
        CloudAssembly.write(model, folder);

        var read = ModelReader.open(folder);

        assertThat(read.templates()).isEqualTo(model.templates());
        assertThat(read.templates().get(1).after()).containsExactly("first");
        assertThat(Files.readString(folder.resolve("manifest.json"))).doesNotContain("Inner");
        assertThat(Files.readString(folder.resolve("stowage.assets.json")))
                .contains("\"directory\": \"../web\"", "\"path\": \"Inner.nested.template.json\"");
        assertThat(read.assets()).hasSize(2).element(0).extracting(Asset::id).isEqualTo("f1");
    }

    @Test
    void tellsStacksOfOneNameApart() {
        CloudAssembly.write(
                Model.of(List.of(
                        Template.of("Shop", List.of()).region("eu-central-1"),
                        Template.of("shop", List.of()).region("us-east-1"),
                        Template.of("../a b", List.of()))),
                temporary);

        assertThat(ModelReader.open(temporary).templates())
                .extracting(Template::stack)
                .containsExactly("Shop", "shop", "../a b");
        assertThat(temporary.resolve("Shop.template.json")).exists();
        assertThat(temporary.resolve("shop-2.template.json")).exists();
        assertThat(temporary.resolve("---a-b.template.json")).exists();
    }

    private static Map<String, String> files(Path folder) throws IOException {
        var files = new TreeMap<String, String>();
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                files.put(entry.getFileName().toString(), Files.readString(entry));
            }
        }
        return files;
    }
}
