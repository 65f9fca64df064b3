package dev.stowage.synth.write;

import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.FileAsset;
import dev.stowage.schema.graph.ImageAsset;
import dev.stowage.synth.asset.ContextFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The sources of assets as an assembly holds them: each under {@code asset.} and the hash of its content, so that what is
 * built is what the hash tells, and the assembly can be moved to another machine. What is there under that name is the same
 * already and stays.
 */
public final class AssetCopies {

    private static final String PREFIX = "asset.";

    private AssetCopies() {}

    /** The name of the copy of an asset's source. */
    public static String name(Asset asset) {
        var file = String.valueOf(Path.of(asset.source()).getFileName());
        var dot = file.lastIndexOf('.');
        var isFile = asset instanceof FileAsset && Files.isRegularFile(Path.of(asset.source()));
        return PREFIX + asset.id() + (isFile && dot > 0 ? file.substring(dot) : "");
    }

    /** The names of all copies that an assembly gets; a source that is not there has none. */
    static List<String> names(List<Asset> assets, Collection<String> written) {
        var names = new ArrayList<String>();
        for (var asset : assets) {
            if (isCopied(asset, written)) {
                names.add(name(asset));
            }
        }
        return names;
    }

    /** Whether an assembly gets a copy: of what is there, and not written anew. */
    static boolean isCopied(Asset asset, Collection<String> written) {
        var source = Path.of(asset.source());
        return Files.exists(source) && !written.contains(String.valueOf(source.getFileName()));
    }

    /** Copies what is not there yet; a copy has its name once it is whole. */
    static void copy(List<Asset> assets, Collection<String> written, Path folder, String part) throws IOException {
        for (var asset : assets) {
            var target = folder.resolve(name(asset));
            if (isCopied(asset, written) && !Files.exists(target)) {
                var growing = folder.resolve(part + name(asset));
                copy(asset, growing);
                Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE);
            }
        }
    }

    private static void copy(Asset asset, Path target) throws IOException {
        var source = Path.of(asset.source());
        if (Files.isRegularFile(source)) {
            Files.copy(source, target);
        } else if (asset instanceof ImageAsset image) {
            ContextFolder.of(source, image.dockerfile()).copyTo(target);
        } else {
            ContextFolder.whole(source).copyTo(target);
        }
    }

    /** Removes a file, or a folder of ours with all that is in it. */
    static void delete(Path path) throws IOException {
        if (String.valueOf(path.getFileName()).contains(PREFIX)) {
            deleteAll(path);
        } else {
            Files.deleteIfExists(path);
        }
    }

    private static void deleteAll(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        try (var entries = Files.newDirectoryStream(path)) {
            for (var entry : entries) {
                deleteAll(entry);
            }
        }
        Files.deleteIfExists(path);
    }
}
