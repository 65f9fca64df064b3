package dev.stowage.synth.write;

import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The asset manifest of a cloud assembly. Sources lie in the assembly, see {@link AssetCopies}, and the template of a nested
 * stack is an asset whose source is written anew; a source that is not there is named from the folder of the assembly.
 */
final class AssetDocument {

    static final String FILE = "stowage.assets.json";

    /** Old enough for every AWS CDK of version 2, which takes the version of the manifest for both. */
    private static final String VERSION = "6.0.0";

    private final Path folder;
    private final Set<String> written;

    private AssetDocument(Path folder, Set<String> written) {
        this.folder = folder.toAbsolutePath().normalize();
        this.written = written;
    }

    /** The manifest of these assets in this folder, which gets files of these names. */
    static ObjectNode of(List<Asset> assets, Path folder, Set<String> written) {
        return new AssetDocument(folder, written).document(assets);
    }

    private ObjectNode document(List<Asset> assets) {
        var files = ObjectNode.builder();
        var images = ObjectNode.builder();
        for (var asset : assets) {
            if (asset instanceof FileAsset file) {
                files.put(asset.id(), asset(asset, file(file)));
            } else if (asset instanceof ImageAsset image) {
                images.put(asset.id(), asset(asset, image(image)));
            }
        }
        return ObjectNode.empty()
                .with("version", VERSION)
                .with("files", files.build())
                .with("dockerImages", images.build());
    }

    private static ObjectNode asset(Asset asset, ObjectNode source) {
        return ObjectNode.empty().with("source", source).with("destinations", asset.destinations());
    }

    private ObjectNode file(FileAsset file) {
        return ObjectNode.empty().with("path", path(file)).with("packaging", file.isZipped() ? "zip" : "file");
    }

    private ObjectNode image(ImageAsset image) {
        var source = ObjectNode.empty().with("directory", path(image)).with("dockerFile", image.dockerfile());
        if (!image.target().isEmpty()) {
            source = source.with("dockerBuildTarget", image.target());
        }
        if (!image.platform().isEmpty()) {
            source = source.with("platform", image.platform());
        }
        return image.arguments().isEmpty() ? source : source.with("dockerBuildArgs", image.arguments());
    }

    private String path(Asset asset) {
        var source = Path.of(asset.source());
        var name = String.valueOf(source.getFileName());
        if (AssetCopies.isCopied(asset, written)) {
            return AssetCopies.name(asset);
        }
        return written.contains(name)
                ? name
                : folder.relativize(source.toAbsolutePath().normalize())
                        .toString()
                        .replace('\\', '/');
    }
}
