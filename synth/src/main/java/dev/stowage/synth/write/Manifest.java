package dev.stowage.synth.write;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@code manifest.json} of a cloud assembly. Its stacks ask for no role and no bucket, so that they deploy with the
 * caller's own rights and without a bootstrapped account; only a template above the 51,200 bytes that CloudFormation takes
 * in a request needs the bucket of a bootstrapped one.
 */
final class Manifest {

    static final String FILE = "manifest.json";

    /** The first version of the AWS CDK's cloud assembly schema in which the tags of a stack are a property of it. */
    private static final String VERSION = "6.0.0";

    private Manifest() {}

    /** The manifest of this model, whose stacks are called so and come after one another so. */
    static ObjectNode of(Model model, List<String> names, List<Iterable<Integer>> before) {
        var artifacts = ObjectNode.builder();
        if (!model.assets().isEmpty()) {
            artifacts.put(AssetDocument.FILE, assets());
        }
        for (var i = 0; i < names.size(); i++) {
            var template = model.templates().get(i);
            if (!template.isNested()) {
                var dependencies = dependencies(model, names, before.get(i));
                artifacts.put(names.get(i), artifact(template, names.get(i), dependencies));
            }
        }
        return ObjectNode.empty().with("version", VERSION).with("artifacts", artifacts.build());
    }

    /** A nested stack is deployed with the one that makes it, which says itself what it depends on. */
    private static ListNode dependencies(Model model, List<String> names, Iterable<Integer> before) {
        var dependencies = new ArrayList<Node>();
        if (!model.assets().isEmpty()) {
            dependencies.add(TextNode.of(AssetDocument.FILE));
        }
        for (var position : before) {
            if (!model.templates().get(position).isNested()) {
                dependencies.add(TextNode.of(names.get(position)));
            }
        }
        return ListNode.of(dependencies);
    }

    private static ObjectNode assets() {
        return ObjectNode.empty()
                .with("type", "cdk:asset-manifest")
                .with("properties", ObjectNode.of("file", TextNode.of(AssetDocument.FILE)));
    }

    /** The file of a stack's template; that of a nested one is no template of a stack to the AWS CDK. */
    static String file(Template template, String name) {
        return name + (template.isNested() ? ".nested.template.json" : ".template.json");
    }

    private static ObjectNode artifact(Template template, String name, ListNode dependencies) {
        var artifact = ObjectNode.empty()
                .with("type", "aws:cloudformation:stack")
                .with("environment", environment(template))
                .with("properties", properties(template, name));
        return dependencies.items().isEmpty() ? artifact : artifact.with("dependencies", dependencies);
    }

    private static String environment(Template template) {
        return "aws://" + template.account().orElse("unknown-account") + "/"
                + template.region().orElse("unknown-region");
    }

    private static ObjectNode properties(Template template, String name) {
        var properties =
                ObjectNode.empty().with("templateFile", file(template, name)).with("stackName", template.stack());
        if (template.isProtected()) {
            properties = properties.with("terminationProtection", FlagNode.of(true));
        }
        if (!template.arguments().isEmpty()) {
            properties = properties.with("parameters", template.arguments());
        }
        return template.tags().isEmpty() ? properties : properties.with("tags", template.tags());
    }
}
