package dev.stowage.synth.write;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as a folder that the AWS CDK's command line takes with {@code --app}: a manifest, a template for each stack, and
 * {@code stowage.json} with what a template cannot say. The sources of assets are copied into it, so that the folder is all
 * that a deployment needs.
 */
public final class CloudAssembly {

    private final Model model;
    private final Path folder;
    private final Map<String, byte[]> files;

    private CloudAssembly(Model model, Path folder) {
        this.model = model;
        this.folder = folder;
        this.files = files(model, folder);
    }

    /** The assembly of a model, for this folder; nothing is written yet. */
    public static CloudAssembly of(Model model, Path folder) {
        return new CloudAssembly(model, folder);
    }

    /** Writes the assembly of a model to a folder, see {@link #write()}. */
    public static void write(Model model, Path folder) {
        of(model, folder).write();
    }

    /**
     * Writes it to its folder: an empty one, one that is not there yet, or a cloud assembly. Files of an earlier synth that
     * this one does not have go, other files stay.
     *
     * @throws dev.stowage.synth.read.BadInput if the folder holds something else or cannot be written
     */
    public void write() {
        OutputFolder.of(folder).fill(files, model.assets());
    }

    /** The names of the files of a model's templates in its assembly, in the order of the templates. */
    public static List<String> templateFiles(Model model) {
        var names = StackNames.of(model.templates());
        var files = new ArrayList<String>(names.size());
        for (var i = 0; i < names.size(); i++) {
            files.add(Manifest.file(model.templates().get(i), names.get(i)));
        }
        return files;
    }

    /** The files by name: first the one that tells of all, last the manifest, without which there is no assembly. */
    private static Map<String, byte[]> files(Model model, Path folder) {
        var names = StackNames.of(model.templates());
        var templates = new LinkedHashMap<String, byte[]>();
        var documents = new ArrayList<ObjectNode>();
        for (var i = 0; i < names.size(); i++) {
            var document = TemplateDocument.of(model.templates().get(i));
            documents.add(document);
            templates.put(Manifest.file(model.templates().get(i), names.get(i)), JsonWriter.tree(document));
        }
        var others = new LinkedHashMap<>(templates);
        if (!model.assets().isEmpty()) {
            var assets = AssetDocument.of(model.assets(), folder, templates.keySet());
            others.put(AssetDocument.FILE, JsonWriter.tree(assets));
        }
        var written = new ArrayList<>(others.keySet());
        if (!model.assets().isEmpty()) {
            written.addAll(AssetCopies.names(model.assets(), templates.keySet()));
        }
        var memory = MemoryDocument.of(model, names, written);
        var manifest = Manifest.of(model, names, Imports.of(model.templates(), documents));
        var files = new LinkedHashMap<String, byte[]>();
        files.put(MemoryDocument.FILE, JsonWriter.dense(memory, MemoryDocument.LEVELS));
        files.putAll(others);
        files.put(Manifest.FILE, JsonWriter.tree(manifest));
        return files;
    }
}
