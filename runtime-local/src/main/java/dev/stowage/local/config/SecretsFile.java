package dev.stowage.local.config;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Origin;
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
import java.util.ArrayList;
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

    private final String file;
    private final List<Diagnostic> findings;

    private SecretsFile(String file, List<Diagnostic> findings) {
        this.file = file;
        this.findings = findings;
    }

    static Secrets read(Path path, List<Diagnostic> findings) {
        var file = path.toString();
        try {
            if (!Files.isRegularFile(path)) {
                findings.add(Gap.CONFIG.at(Origin.NOWHERE, "`" + file + "` is no file; secrets are wanted there."));
                return Secrets.NONE;
            }
            if (!isPrivate(path)) {
                findings.add(Gap.CONFIG
                        .at(Origin.NOWHERE, "`" + file + "` holds secrets and others may read it; mode 600 is wanted.")
                        .fix("Run `chmod 600 " + file + "`."));
                return Secrets.NONE;
            }
            var found = new ArrayList<Diagnostic>();
            var secrets = new SecretsFile(file, findings)
                    .secrets(ModelReader.document(file, Files.readAllBytes(path), found));
            found.forEach(one -> findings.add(Gap.CONFIG.at(
                    Origin.NOWHERE,
                    "`" + file + "`" + line(one.at()) + " says something twice, or in a way that is not YAML.")));
            return secrets;
        } catch (IOException unreadable) {
            findings.add(Gap.CONFIG.at(Origin.NOWHERE, "`" + file + "` cannot be opened."));
        } catch (BadInput broken) {
            findings.add(Gap.CONFIG.at(
                    Origin.NOWHERE,
                    "`" + file + "` is no YAML or JSON" + line(broken.at()) + "; what stands in it is not shown."));
        }
        return Secrets.NONE;
    }

    /** Findings name the line and no place: whoever shows a place shows what is written there. */
    private static String line(Origin at) {
        return at instanceof Written place ? ", line " + place.line() : "";
    }

    /** Whether nobody but the owner may do anything with it. Where files have no such modes, this is not asked. */
    private static boolean isPrivate(Path path) throws IOException {
        try {
            return OWNER.containsAll(Files.getPosixFilePermissions(path));
        } catch (UnsupportedOperationException noModes) {
            return true;
        }
    }

    private Secrets secrets(Node root) {
        if (!(root instanceof ObjectNode object)) {
            refuse(root);
            return Secrets.NONE;
        }
        for (var i = 0; i < object.size(); i++) {
            var isKnown = object.key(i).equals("secrets") || object.key(i).equals("parameters");
            if (!isKnown || !(object.value(i) instanceof ObjectNode)) {
                refuse(object.value(i));
            }
        }
        return Secrets.of(values(object.object("secrets")), values(object.object("parameters")));
    }

    private void refuse(Node node) {
        findings.add(
                Gap.CONFIG.at(
                        Origin.NOWHERE,
                        "`" + file + "`" + line(node.at())
                                + ": a file of secrets has `secrets` and `parameters`, maps from names to values, and nothing else."));
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
