package dev.stowage.synth.write;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.nio.charset.StandardCharsets;

/**
 * Templates and property trees as YAML text the way people write them: short forms of functions, quotes where something else
 * than text would be read without them, a block for text of several lines. Reading it back gives an equal template. The same
 * tree gives the same bytes on every machine.
 */
public final class YamlWriter {

    /** A longer key is no key unless a question mark says so; the limit of YAML is 1,024. */
    private static final int LONGEST_KEY = 1_000;

    private final StringBuilder text = new StringBuilder(1 << 16);

    private YamlWriter() {}

    /** The text of a template. */
    public static byte[] template(Template template) {
        return tree(TemplateDocument.of(template));
    }

    /** The text of a tree. */
    public static byte[] tree(Node node) {
        var writer = new YamlWriter();
        writer.node(node, 0, true);
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a node and a line break after it.
     *
     * @param level how far the lines of the node are indented, one for two blanks
     * @param begun whether its first line is begun, as behind the dash of an item
     */
    private void node(Node node, int level, boolean begun) {
        if (node instanceof CallNode call) {
            call(call, level, begun);
        } else if (node instanceof ObjectNode object && !object.isEmpty()) {
            object(object, level, begun);
        } else if (node instanceof ListNode list && !list.items().isEmpty()) {
            list(list, level, begun);
        } else {
            blank();
            text.append(YamlText.of(node, level));
            text.append('\n');
        }
    }

    private void object(ObjectNode object, int level, boolean begun) {
        for (var i = 0; i < object.size(); i++) {
            begin(level, begun && i == 0);
            entry(object.key(i), object.value(i), level);
        }
    }

    private void entry(String key, Node value, int level) {
        var name = YamlText.line(key);
        if (name.length() > LONGEST_KEY) {
            text.append("? ").append(name).append('\n');
            indent(level);
        } else {
            text.append(name);
        }
        text.append(':');
        node(value, level + 1, false);
    }

    private void list(ListNode list, int level, boolean begun) {
        var first = begun;
        for (var item : list.items()) {
            begin(level, first);
            text.append('-');
            node(item, level + 1, true);
            first = false;
        }
    }

    private void call(CallNode call, int level, boolean begun) {
        var tag = ShortForm.tag(call);
        if (tag.isEmpty()) {
            begin(level, begun);
            entry(call.function(), call.argument(), level);
            return;
        }
        blank();
        text.append(tag);
        node(ShortForm.argument(call), level, false);
    }

    /** The first line of a node goes on behind what began it, or on a line of its own. */
    private void begin(int level, boolean begun) {
        if (begun) {
            blank();
            return;
        }
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
        indent(level);
    }

    private void blank() {
        if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
            text.append(' ');
        }
    }

    private void indent(int level) {
        for (var i = 0; i < level; i++) {
            text.append("  ");
        }
    }
}
