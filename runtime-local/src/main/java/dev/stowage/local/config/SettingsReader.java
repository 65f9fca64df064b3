package dev.stowage.local.config;

import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what a user says about a run: from {@code local.yaml}, the file of secrets, files of parameters, the environment. */
public final class SettingsReader {

    /** The name of the file that is looked for beside the program. */
    public static final String LOCAL = "local.yaml";

    /** The name of the file of secrets where {@code local.yaml} names none. */
    public static final String SECRETS = "local.secrets.yaml";

    /** What the name of an environment variable begins with that gives a template parameter its value. */
    public static final String VARIABLE = "STOWAGE_PARAMETER_";

    /**
     * What was gathered.
     *
     * @param settings the settings; without what could not be read
     * @param findings what is wrong with the files, each with its line
     */
    public record Gathered(Settings settings, List<Diagnostic> findings) {}

    private final Path folder;
    private final List<Diagnostic> findings = new ArrayList<>();

    private SettingsReader(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * Reads everything in a folder.
     *
     * @param folder where {@code local.yaml} is, if there is one
     * @param environment the environment variables
     * @param files files of parameters, from the working folder; a later one counts over an earlier one
     * @param given {@code NAME=VALUE} or {@code STACK/NAME=VALUE}, as the command line gives it
     */
    public static Gathered read(Path folder, Map<String, String> environment, List<Path> files, List<String> given) {
        var reader = new SettingsReader(folder);
        var local = reader.local();
        var secrets = reader.secrets(local);
        var parameters = new LinkedHashMap<String, String>();
        files.forEach(file -> parameters.putAll(reader.parameters(file)));
        parameters.putAll(ofEnvironment(environment));
        parameters.putAll(reader.ofCommandLine(given));
        return new Gathered(new Settings(local, secrets, parameters), List.copyOf(reader.findings));
    }

    private LocalConfig local() {
        var path = folder.resolve(LOCAL);
        if (!Files.exists(path)) {
            return LocalConfig.none(folder.toString());
        }
        try {
            return LocalFile.read(path.toString(), Files.readAllBytes(path), folder, findings);
        } catch (IOException unreadable) {
            findings.add(Gap.CONFIG.at(new Written(path.toString(), 1, 1), "`" + path + "` cannot be opened."));
            return LocalConfig.none(folder.toString());
        }
    }

    private Secrets secrets(LocalConfig local) {
        var path = folder.resolve(local.secrets().orElse(SECRETS));
        if (Files.exists(path)) {
            return SecretsFile.read(path, findings);
        }
        local.secrets()
                .ifPresent(named -> findings.add(Gap.CONFIG.at(
                        new Written(folder.resolve(LOCAL).toString(), 1, 1),
                        "`secrets` names `" + named + "`, which is not there.")));
        return Secrets.NONE;
    }

    private static Map<String, String> ofEnvironment(Map<String, String> environment) {
        var parameters = new TreeMap<String, String>();
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLE)) {
                parameters.put(name.substring(VARIABLE.length()), value);
            }
        });
        return parameters;
    }

    private Map<String, String> ofCommandLine(List<String> given) {
        var parameters = new LinkedHashMap<String, String>();
        for (var one : given) {
            var sign = one.indexOf('=');
            if (sign < 1) {
                findings.add(Gap.CONFIG.at(
                        new Written("--param", 1, 1),
                        "`" + one + "` gives no parameter a value; `NAME=VALUE` is wanted."));
            } else {
                parameters.put(one.substring(0, sign), one.substring(sign + 1));
            }
        }
        return parameters;
    }

    /** A map, or what the AWS CLI takes: a list of {@code ParameterKey} and {@code ParameterValue}, or {@code Parameters}. */
    private Map<String, String> parameters(Path file) {
        try {
            var root = ModelReader.document(file.toString(), Files.readAllBytes(file), findings);
            return parameters(root);
        } catch (IOException unreadable) {
            findings.add(Gap.CONFIG.at(new Written(file.toString(), 1, 1), "`" + file + "` cannot be opened."));
        } catch (BadInput broken) {
            findings.add(Gap.CONFIG.at(broken.at(), Trees.sentence(broken)));
        }
        return Map.of();
    }

    private Map<String, String> parameters(Node root) {
        if (root instanceof ListNode list) {
            var parameters = new LinkedHashMap<String, String>();
            for (var item : list.items()) {
                if (item instanceof ObjectNode pair && pair.has("ParameterKey") && pair.has("ParameterValue")) {
                    parameters.put(Trees.text(pair.peek("ParameterKey")), Trees.text(pair.peek("ParameterValue")));
                } else {
                    findings.add(Gap.CONFIG.at(
                            item.at(), "A list of parameters has entries of `ParameterKey` and `ParameterValue`."));
                }
            }
            return parameters;
        }
        if (!(root instanceof ObjectNode object)) {
            findings.add(Gap.CONFIG.at(root.at(), "A file of parameters is a map from names to values."));
            return Map.of();
        }
        return Trees.texts(object.has("Parameters") ? object.object("Parameters") : object);
    }
}
