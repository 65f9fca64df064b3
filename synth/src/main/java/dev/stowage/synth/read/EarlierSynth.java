package dev.stowage.synth.read;

import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What an earlier synth left in a folder, as its {@code stowage.json} tells. */
public final class EarlierSynth {

    private EarlierSynth() {}

    /** The names of the files that it wrote; none where the folder has no {@code stowage.json}, or one that is broken. */
    public static List<String> files(Path folder) {
        var path = folder.resolve(Memory.FILE);
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return names(JsonReader.read(SourceText.read(path), new ArrayList<>()));
        } catch (BadInput broken) {
            return List.of();
        }
    }

    private static List<String> names(Node memory) {
        var names = new ArrayList<String>();
        if (memory instanceof ObjectNode object) {
            for (var file : object.list("files").items()) {
                if (file instanceof TextNode name) {
                    names.add(name.value());
                }
            }
        }
        return names;
    }
}
