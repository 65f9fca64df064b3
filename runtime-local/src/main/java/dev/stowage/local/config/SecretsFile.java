package dev.stowage.local.config;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the file of secrets: {@code secrets} and {@code parameters}, each a map from names to values; a secret may be a map
 * from keys to values. Only its owner may read it. Findings say where something is wrong, and never what stands there.
 */
final class SecretsFile {

    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretsFile() {}

    static Secrets read(Path path, List<Diagnostic> findings) {
        var file = path.toString();
        var at = new Written(file, 1, 1);
        try {
            if (!isPrivate(path)) {
                findings.add(Gap.CONFIG
                        .at(at, "`" + file + "` holds secrets and others may read it; mode 600 is wanted.")
                        .fix("Run `chmod 600 " + file + "`."));
                return Secrets.NONE;
            }
            return secrets(ModelReader.document(file, Files.readAllBytes(path), findings), findings);
        } catch (IOException unreadable) {
            findings.add(Gap.CONFIG.at(at, "`" + file + "` cannot be opened."));
        } catch (BadInput broken) {
            findings.add(Gap.CONFIG.at(at, "`" + file + "` is no YAML or JSON; what stands in it is not shown."));
        }
        return Secrets.NONE;
    }

    /** Whether nobody but the owner may do anything with it. Where files have no such modes, this is not asked. */
    private static boolean isPrivate(Path path) throws IOException {
        try {
            return OWNER.containsAll(Files.getPosixFilePermissions(path));
        } catch (UnsupportedOperationException noModes) {
            return true;
        }
    }

    private static Secrets secrets(Node root, List<Diagnostic> findings) {
        if (!(root instanceof ObjectNode object)) {
            findings.add(Gap.CONFIG.at(root.at(), "A file of secrets has `secrets` and `parameters`."));
            return Secrets.NONE;
        }
        for (var i = 0; i < object.size(); i++) {
            var key = object.key(i);
            if (!key.equals("secrets") && !key.equals("parameters")) {
                findings.add(Gap.CONFIG.at(
                        object.value(i).at(), "A file of secrets has `secrets` and `parameters`, and nothing else."));
            }
        }
        return Secrets.of(values(object.object("secrets")), values(object.object("parameters")));
    }

    private static Map<String, Hidden> values(ObjectNode entries) {
        var values = new LinkedHashMap<String, Hidden>();
        for (var i = 0; i < entries.size(); i++) {
            var value = entries.value(i);
            var text = value instanceof ObjectNode fields ? JsonWriter.line(fields) : Trees.text(value);
            values.put(entries.key(i), Hidden.of(text));
        }
        return values;
    }
}
