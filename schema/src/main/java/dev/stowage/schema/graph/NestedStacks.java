package dev.stowage.schema.graph;

import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which stack of a model a nested stack is made of: the one that is named like the file which {@code TemplateURL} names, or
 * like the file that a CDK assembly notes beside it, because there the address is known only once the file is uploaded. An
 * assembly without such notes has the id of an asset in that address.
 */
final class NestedStacks {

    static final String TYPE = "AWS::CloudFormation::Stack";

    private static final List<String> ENDINGS =
            List.of(".nested.template.json", ".template.json", ".json", ".yaml", ".yml", ".template");

    private NestedStacks() {}

    static @Nullable Stack child(Entry nested, List<Stack> stacks, List<Asset> assets) {
        var file = file(nested.resource(), assets);
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

    private static String file(Resource nested, List<Asset> assets) {
        var noted = nested.attributes().object("Metadata").peek("aws:asset:path");
        if (noted instanceof TextNode path) {
            return name(path.value());
        }
        var address = end(nested.properties().peek("TemplateURL"));
        for (var asset : assets) {
            if (address.contains(asset.id())) {
                return name(asset.source());
            }
        }
        return nested.properties().peek("TemplateURL") instanceof TextNode ? name(address) : "";
    }

    /** The text that an address ends with. */
    private static String end(@Nullable Node address) {
        if (address instanceof TextNode text) {
            return text.value();
        }
        if (address instanceof CallNode call) {
            return end(call.argument());
        }
        return address instanceof ListNode list && !list.items().isEmpty()
                ? end(list.items().get(list.items().size() - 1))
                : "";
    }

    private static String name(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
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
