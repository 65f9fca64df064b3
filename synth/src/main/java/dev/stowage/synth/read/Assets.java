package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The assets of an assembly, as the AWS CDK's asset manifests tell of them, or in older assemblies the notes beside a stack. What only a program of somebody's own can make
 * has no source here and is left out.
 */
final class Assets {

    private static final String NOTED = "aws:cdk:asset";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    /** Adds the assets in this file of an assembly. */
    void read(Path folder, String file, List<Diagnostic> findings) {
        var path = folder.resolve(file);
        if (!Files.exists(path) || !(JsonReader.read(SourceText.read(path), findings) instanceof ObjectNode manifest)) {
            return;
        }
        var files = manifest.object("files");
        for (var i = 0; i < files.size(); i++) {
            add(file(folder, files.key(i), object(files.value(i))));
        }
        var images = manifest.object("dockerImages");
        for (var i = 0; i < images.size(); i++) {
            add(image(folder, images.key(i), object(images.value(i))));
        }
    }

    /** Adds the assets that older assemblies note beside a stack, by the paths of the constructs that made them. */
    void readMetadata(Path folder, ObjectNode metadata) {
        for (var i = 0; i < metadata.size(); i++) {
            for (var entry : metadata.list(metadata.key(i)).items()) {
                if (object(entry).text("type").orElse("").equals(NOTED)) {
                    add(noted(folder, object(entry).object("data")));
                }
            }
        }
    }

    /** What an older assembly notes: CDK command lines of its time choose where it goes, unless it names a repository. */
    private static Optional<Asset> noted(Path folder, ObjectNode asset) {
        var path = asset.text("path");
        var id = asset.text("sourceHash").or(() -> asset.text("id"));
        if (path.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        var source = folder.resolve(path.get()).toString();
        var packaging = asset.text("packaging").orElse("");
        if (!packaging.equals("container-image")) {
            return Optional.of(new FileAsset(id.get(), source, packaging.equals("zip"), ObjectNode.empty()));
        }
        var repository = asset.text("repositoryName");
        var goal = ObjectNode.empty()
                .with("repositoryName", repository.orElse(""))
                .with("imageTag", asset.text("imageTag").orElse(id.get()));
        return Optional.of(new ImageAsset(
                id.get(),
                source,
                asset.text("file").orElse("Dockerfile"),
                asset.text("target").orElse(""),
                asset.text("platform").orElse(""),
                asset.object("buildArgs"),
                repository.isEmpty() ? ObjectNode.empty() : ObjectNode.of("current", goal)));
    }

    /** Adds those of an assembly inside. */
    void add(Assets inner) {
        for (var asset : inner.assets.values()) {
            add(Optional.of(asset));
        }
    }

    /** Two stacks may use one asset; the first to name it says what it is made of. */
    private void add(Optional<Asset> asset) {
        asset.ifPresent(added -> assets.putIfAbsent(added.id(), added));
    }

    /** All assets, in the order in which they were met. */
    List<Asset> all() {
        return new ArrayList<>(assets.values());
    }

    private static ObjectNode object(Node node) {
        return node instanceof ObjectNode object ? object : ObjectNode.empty();
    }

    private static Optional<Asset> file(Path folder, String id, ObjectNode asset) {
        var source = asset.object("source");
        var isZipped = source.text("packaging").orElse("").equals("zip");
        return source.text("path")
                .map(path ->
                        new FileAsset(id, folder.resolve(path).toString(), isZipped, asset.object("destinations")));
    }

    private static Optional<Asset> image(Path folder, String id, ObjectNode asset) {
        var source = asset.object("source");
        return source.text("directory")
                .map(context -> new ImageAsset(
                        id,
                        folder.resolve(context).toString(),
                        source.text("dockerFile").orElse("Dockerfile"),
                        source.text("dockerBuildTarget").orElse(""),
                        source.text("platform").orElse(""),
                        source.object("dockerBuildArgs"),
                        asset.object("destinations")));
    }
}
