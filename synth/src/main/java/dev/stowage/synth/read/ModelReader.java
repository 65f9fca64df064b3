package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The door for files: a CloudFormation template or a task definition, either in JSON or YAML, or the folder of a cloud assembly.
 * Reading loses nothing; what is odd and can be read all the same is a finding of the model, anything else a {@link BadInput}.
 */
public final class ModelReader {

    private static final List<String> ENDINGS = List.of(".json", ".yaml", ".yml", ".template");

    private ModelReader() {}

    /** The model in a template file or in the folder of a cloud assembly. Places name the path as it is given here. */
    public static Model open(Path path) {
        if (!Files.exists(path)) {
            throw BadInput.missing(path.toString());
        }
        return Files.isDirectory(path) ? assembly(path) : template(SourceText.read(path));
    }

    /** The model of one template, whose bytes stand in this file; its stack is called as the file without endings. */
    public static Model template(String file, byte[] text) {
        return template(SourceText.of(file, text));
    }

    /**
     * A document in JSON or YAML that is no template, with the place of everything in it; what is odd about it joins the
     * findings. Places name the file as it is given here.
     */
    public static Node document(String file, byte[] text, List<Diagnostic> findings) {
        return Document.read(SourceText.of(file, text), findings);
    }

    private static Model template(SourceText source) {
        var findings = new ArrayList<Diagnostic>();
        var template = TemplateReader.read(stack(source.file()), source, findings);
        return Model.of(List.of(template)).found(findings);
    }

    private static Model assembly(Path folder) {
        var findings = new ArrayList<Diagnostic>();
        var assembly = AssemblyReader.read(folder, findings);
        var memory = folder.resolve(Memory.FILE);
        var model = Files.exists(memory)
                ? Memory.read(SourceText.read(memory)).restore(assembly.stacks(), findings)
                : Model.of(List.<Template>copyOf(assembly.stacks().values())).found(findings);
        return model.assets(assembly.assets());
    }

    private static String stack(String file) {
        var name = String.valueOf(Path.of(file).getFileName());
        for (var ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
