package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Asset;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stacks of a cloud assembly, a stack after those it depends on. The manifest's words are those of the AWS CDK's
 * cloud assembly schema; artifacts of other kinds than stacks, assemblies and assets say nothing about what is deployed.
 */
final class AssemblyReader {

    static final String MANIFEST = "manifest.json";

    private static final String STACK = "aws:cloudformation:stack";
    private static final String NESTED_STACK = "AWS::CloudFormation::Stack";
    private static final List<String> NESTED_ENDINGS = List.of(".nested.template.json", ".template.json", ".json");

    private static final String ENVIRONMENT = "aws://";
    private static final String UNKNOWN = "unknown-";

    private final Path folder;
    private final ObjectNode artifacts;
    private final Set<Path> open;
    private final List<Diagnostic> findings;
    private final Set<String> visited = new HashSet<>();
    private final Map<String, Template> stacks = new LinkedHashMap<>();
    private final Assets assets = new Assets();

    private AssemblyReader(Path folder, ObjectNode artifacts, Set<Path> open, List<Diagnostic> findings) {
        this.folder = folder;
        this.artifacts = artifacts;
        this.open = open;
        this.findings = findings;
    }

    /** The stacks and the assets of this folder, nested assemblies included. */
    static AssemblyReader read(Path folder, List<Diagnostic> findings) {
        return read(folder, new HashSet<>(), findings);
    }

    /** The stacks by the names of their artifacts; nested stacks by the names of their files. */
    Map<String, Template> stacks() {
        return stacks;
    }

    /** What a deployment uploads. */
    List<Asset> assets() {
        return assets.all();
    }

    private static AssemblyReader read(Path folder, Set<Path> open, List<Diagnostic> findings) {
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
        reader.readAssets();
        for (var i = 0; i < artifacts.size(); i++) {
            reader.visit(artifacts.key(i));
        }
        return reader;
    }

    private void readAssets() {
        for (var i = 0; i < artifacts.size(); i++) {
            if (artifacts.value(i) instanceof ObjectNode artifact && isOf("cdk:asset-manifest", artifact)) {
                var file = artifact.object("properties").text("file");
                if (file.isPresent()) {
                    assets.read(folder, file.get(), findings);
                }
            }
        }
    }

    private static boolean isOf(String type, ObjectNode artifact) {
        return artifact.text("type").orElse("").equals(type);
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
            case STACK -> stack(name, artifact, properties);
            case "cdk:cloud-assembly" -> nested(name, properties);
            default -> {}
        }
    }

    private void nested(String name, ObjectNode properties) {
        var inner = folder.resolve(properties.text("directoryName").orElse("."));
        if (open.contains(inner.toAbsolutePath().normalize())) {
            return;
        }
        var assembly = read(inner, open, findings);
        for (var stack : assembly.stacks.entrySet()) {
            stacks.put(name + "/" + stack.getKey(), stack.getValue());
        }
        assets.add(assembly.assets);
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
        var environment = artifact.text("environment").orElse("");
        assets.readMetadata(folder, artifact.object("metadata"));
        stacks.put(
                name,
                inEnvironment(template, environment)
                        .arguments(properties.object("parameters"))
                        .tags(properties.object("tags"))
                        .protect(isTrue(properties.peek("terminationProtection")))
                        .after(stacksBefore(artifact)));
        nested(template, environment);
    }

    /** The names of the stacks that the artifact depends on. */
    private List<String> stacksBefore(ObjectNode artifact) {
        var before = new ArrayList<String>();
        for (var dependency : artifact.list("dependencies").items()) {
            if (dependency instanceof TextNode name && isOf(STACK, artifacts.object(name.value()))) {
                var properties = artifacts.object(name.value()).object("properties");
                before.add(properties.text("stackName").orElse(name.value()));
            }
        }
        return before;
    }

    /** The stacks that this one makes, as far as their templates lie in this folder. */
    private void nested(Template parent, String environment) {
        for (var resource : parent.resources()) {
            var file = resource.type().equals(NESTED_STACK) ? nestedFile(resource) : "";
            var name = withoutEnding(file);
            if (!file.isEmpty() && !stacks.containsKey(name) && Files.exists(folder.resolve(file))) {
                var template = TemplateReader.read(name, SourceText.read(folder.resolve(file)), findings);
                stacks.put(name, inEnvironment(template, environment).nested());
                nested(template, environment);
            }
        }
    }

    /** The file that is noted beside a nested stack, or else the asset in its address. */
    private String nestedFile(Resource nested) {
        var noted = nested.attributes().object("Metadata").text("aws:asset:path");
        if (noted.isPresent()) {
            return noted.get();
        }
        var address = String.valueOf(nested.properties().peek("TemplateURL"));
        for (var asset : assets.all()) {
            if (address.contains(asset.id())) {
                return String.valueOf(Path.of(asset.source()).getFileName());
            }
        }
        return "";
    }

    private static String withoutEnding(String file) {
        for (var ending : NESTED_ENDINGS) {
            if (file.endsWith(ending)) {
                return file.substring(0, file.length() - ending.length());
            }
        }
        return file;
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
