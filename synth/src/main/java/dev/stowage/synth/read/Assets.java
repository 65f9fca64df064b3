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
 * The assets of an assembly, as the AWS CDK's asset manifests tell of them. What only a program of somebody's own can make
 * has no source here and is left out.
 */
final class Assets {

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
