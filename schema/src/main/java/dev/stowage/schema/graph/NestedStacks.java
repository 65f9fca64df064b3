package dev.stowage.schema.graph;

import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stack of a model a nested stack is made of: the one that is named like the file which {@code TemplateURL} names, or
 * like the file that a CDK assembly notes beside it, because there the address is known only once the file is uploaded.
 */
final class NestedStacks {

    static final String TYPE = "AWS::CloudFormation::Stack";

    private static final List<String> ENDINGS =
            List.of(".nested.template.json", ".template.json", ".json", ".yaml", ".yml", ".template");

    private NestedStacks() {}

    static @Nullable Stack child(Entry nested, List<Stack> stacks) {
        var file = file(nested.resource());
        if (file.isEmpty()) {
            return null;
        }
        for (var stack : stacks) {
            var name = stack.template().stack();
            if (name.equals(file) || name.equals(withoutEnding(file))) {
                return stack == nested.stack() ? null : stack;
            }
        }
        return null;
    }

    private static String file(Resource nested) {
        var noted = nested.attributes().object("Metadata").peek("aws:asset:path");
        var path = noted == null ? nested.properties().peek("TemplateURL") : noted;
        return path instanceof TextNode text
                ? text.value().substring(text.value().lastIndexOf('/') + 1)
                : "";
    }

    private static String withoutEnding(String file) {
        for (var ending : ENDINGS) {
            if (file.endsWith(ending)) {
                return file.substring(0, file.length() - ending.length());
            }
        }
        return file;
    }
}
