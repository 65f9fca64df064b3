package dev.stowage.synth.write;

import dev.stowage.schema.graph.Asset;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.EarlierSynth;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A folder that takes the files of one synth and loses those of the one before. Every file is complete at every moment; the
 * last one to be replaced is the last that is given.
 */
final class OutputFolder {

    private final Path folder;

    private OutputFolder(Path folder) {
        this.folder = folder;
    }

    /** This folder. */
    static OutputFolder of(Path folder) {
        return new OutputFolder(folder);
    }

    /** Puts these files there, by name and in this order, and before them copies of the sources of these assets. */
    void fill(Map<String, byte[]> files, List<Asset> assets) {
        try {
            put(files, assets);
        } catch (IOException closed) {
            throw BadInput.unwritable(folder);
        }
    }

    private void put(Map<String, byte[]> files, List<Asset> assets) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        var present = present();
        if (!present.isEmpty() && !present.contains(Manifest.FILE) && !present.contains(MemoryDocument.FILE)) {
            throw BadInput.occupied(folder);
        }
        var stale = stale(present, files);
        var part = "." + Long.toHexString(System.nanoTime()) + ".";
        try {
            if (!assets.isEmpty()) {
                stale.removeAll(AssetCopies.names(assets, files.keySet()));
                AssetCopies.copy(assets, files.keySet(), folder, part);
            }
            replace(files, part);
        } catch (IOException full) {
            for (var name : files.keySet()) {
                Files.deleteIfExists(folder.resolve(part + name));
            }
            for (var name : assets.isEmpty() ? List.<String>of() : AssetCopies.names(assets, files.keySet())) {
                AssetCopies.delete(folder.resolve(part + name));
            }
            throw full;
        }
        for (var name : stale) {
            AssetCopies.delete(folder.resolve(name));
        }
    }

    /**
     * Writes all files beside those that they replace before it replaces the first. A stream, as {@link Files#write} would
     * load 25 classes for its channel.
     */
    private void replace(Map<String, byte[]> files, String part) throws IOException {
        for (var file : files.entrySet()) {
            try (var stream =
                    new FileOutputStream(folder.resolve(part + file.getKey()).toFile())) {
                stream.write(file.getValue());
            }
        }
        for (var name : files.keySet()) {
            Files.move(folder.resolve(part + name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What lies in the folder, without what hides itself there. */
    private List<String> present() throws IOException {
        var all = folder.toFile().list();
        if (all == null) {
            throw new NotDirectoryException(folder.toString());
        }
        var names = new ArrayList<String>();
        for (var name : all) {
            if (!name.startsWith(".")) {
                names.add(name);
            }
        }
        return names;
    }

    /** What the earlier synth wrote and this one does not. It is asked only if there is a file that this one leaves. */
    private List<String> stale(List<String> present, Map<String, byte[]> files) {
        var stale = new ArrayList<>(present);
        stale.removeAll(files.keySet());
        if (!stale.isEmpty()) {
            stale.retainAll(EarlierSynth.files(folder));
        }
        return stale;
    }
}
