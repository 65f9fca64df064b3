package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stacks of a cloud assembly, a stack after those it depends on. The manifest's words are those of the AWS CDK's
 * cloud assembly schema; artifacts of other kinds than stacks and assemblies say nothing about what is deployed.
 */
final class AssemblyReader {

    static final String MANIFEST = "manifest.json";

    private static final String ENVIRONMENT = "aws://";
    private static final String UNKNOWN = "unknown-";

    private final Path folder;
    private final ObjectNode artifacts;
    private final Set<Path> open;
    private final List<Diagnostic> findings;
    private final Set<String> visited = new HashSet<>();
    private final Map<String, Template> stacks = new LinkedHashMap<>();

    private AssemblyReader(Path folder, ObjectNode artifacts, Set<Path> open, List<Diagnostic> findings) {
        this.folder = folder;
        this.artifacts = artifacts;
        this.open = open;
        this.findings = findings;
    }

    /** The stacks of this folder by the names of their artifacts, nested assemblies included. */
    static Map<String, Template> read(Path folder, List<Diagnostic> findings) {
        return read(folder, new HashSet<>(), findings);
    }

    private static Map<String, Template> read(Path folder, Set<Path> open, List<Diagnostic> findings) {
        var path = folder.resolve(MANIFEST);
        if (!Files.exists(path)) {
            throw BadInput.noAssembly(folder.toString());
        }
        open.add(folder.toAbsolutePath().normalize());
        var manifest = JsonReader.read(SourceText.read(path), findings);
        if (!(manifest instanceof ObjectNode object) || !(object.peek("artifacts") instanceof ObjectNode artifacts)) {
            throw BadInput.noManifest((Written) manifest.at(), path.toString());
        }
        var reader = new AssemblyReader(folder, artifacts, open, findings);
        for (var i = 0; i < artifacts.size(); i++) {
            reader.visit(artifacts.key(i));
        }
        return reader.stacks;
    }

    private void visit(String name) {
        var artifact = artifacts.object(name);
        if (!visited.add(name)) {
            return;
        }
        for (var dependency : artifact.list("dependencies").items()) {
            if (dependency instanceof TextNode before) {
                visit(before.value());
            }
        }
        var properties = artifact.object("properties");
        switch (artifact.text("type").orElse("")) {
            case "aws:cloudformation:stack" -> stack(name, artifact, properties);
            case "cdk:cloud-assembly" -> nested(name, properties);
            default -> {}
        }
    }

    private void nested(String name, ObjectNode properties) {
        var inner = folder.resolve(properties.text("directoryName").orElse("."));
        if (open.contains(inner.toAbsolutePath().normalize())) {
            return;
        }
        for (var stack : read(inner, open, findings).entrySet()) {
            stacks.put(name + "/" + stack.getKey(), stack.getValue());
        }
    }

    private void stack(String name, ObjectNode artifact, ObjectNode properties) {
        if (!(properties.peek("templateFile") instanceof TextNode file)) {
            return;
        }
        var path = folder.resolve(file.value());
        if (!Files.exists(path)) {
            throw BadInput.missingTemplate((Written) file.at(), path.toString());
        }
        var template = TemplateReader.read(properties.text("stackName").orElse(name), SourceText.read(path), findings);
        stacks.put(
                name,
                inEnvironment(template, artifact.text("environment").orElse(""))
                        .arguments(properties.object("parameters"))
                        .tags(properties.object("tags"))
                        .protect(isTrue(properties.peek("terminationProtection"))));
    }

    private static boolean isTrue(@Nullable Node node) {
        return node instanceof FlagNode flag && flag.value();
    }

    /** An environment reads {@code aws://account/region}, where either may be unknown. */
    private static Template inEnvironment(Template template, String environment) {
        var slash = environment.indexOf('/', ENVIRONMENT.length());
        if (!environment.startsWith(ENVIRONMENT) || slash < 0) {
            return template;
        }
        var account = environment.substring(ENVIRONMENT.length(), slash);
        var region = environment.substring(slash + 1);
        var placed = account.startsWith(UNKNOWN) ? template : template.account(account);
        return region.startsWith(UNKNOWN) ? placed : placed.region(region);
    }
}
