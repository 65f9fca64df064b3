package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a document in JSON or YAML. A file that calls itself JSON is JSON; in any other a bracket at the beginning says JSON,
 * as CloudFormation takes it, except where the file calls itself YAML and is no JSON.
 */
final class Document {

    private Document() {}

    /** The document of this text, functions still being objects; what is odd about it joins the findings. */
    static Node read(SourceText source, List<Diagnostic> findings) {
        if (source.file().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return JsonReader.read(source, findings);
        }
        var begin = source.firstSign();
        if (begin != '{' && begin != '[') {
            return YamlReader.read(source, findings);
        }
        return isYaml(source.file()) ? either(source, findings) : JsonReader.read(source, findings);
    }

    /** Whether a file of this name calls itself YAML. */
    static boolean isYaml(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static Node either(SourceText source, List<Diagnostic> findings) {
        try {
            var found = new ArrayList<Diagnostic>();
            var document = JsonReader.read(source, found);
            findings.addAll(found);
            return document;
        } catch (BadInput noJson) {
            return YamlReader.read(source, findings);
        }
    }
}
