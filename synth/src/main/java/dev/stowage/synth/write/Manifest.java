package dev.stowage.synth.write;

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

    /** The manifest of these templates, which are called so and import from one another so. */
    static ObjectNode of(List<Template> templates, List<String> names, List<Iterable<Integer>> imports) {
        var artifacts = ObjectNode.builder();
        for (var i = 0; i < templates.size(); i++) {
            var dependencies = new ArrayList<Node>();
            for (var source : imports.get(i)) {
                dependencies.add(TextNode.of(names.get(source)));
            }
            artifacts.put(names.get(i), artifact(templates.get(i), names.get(i), ListNode.of(dependencies)));
        }
        return ObjectNode.empty().with("version", VERSION).with("artifacts", artifacts.build());
    }

    /** The file of a stack's template. */
    static String file(String name) {
        return name + ".template.json";
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
        var properties = ObjectNode.empty().with("templateFile", file(name)).with("stackName", template.stack());
        if (template.isProtected()) {
            properties = properties.with("terminationProtection", FlagNode.of(true));
        }
        if (!template.arguments().isEmpty()) {
            properties = properties.with("parameters", template.arguments());
        }
        return template.tags().isEmpty() ? properties : properties.with("tags", template.tags());
    }
}
