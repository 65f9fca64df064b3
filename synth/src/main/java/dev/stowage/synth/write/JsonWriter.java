package dev.stowage.synth.write;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Templates and property trees as JSON text: UTF-8, two spaces a level, a line break at the end. The same tree gives the
 * same bytes on every machine. Jackson's generator does the same 30 ms later in a cold JVM, and it refuses a lone
 * surrogate, which JSON can hold.
 */
public final class JsonWriter {

    private static final String HEX = "0123456789abcdef";

    /** A line break and the indentation behind it. */
    private static final byte[] LINE = ("\n" + " ".repeat(64)).getBytes(StandardCharsets.US_ASCII);

    /** How many levels are laid out line by line; what lies deeper stands on the line of its parent. */
    private final int levels;

    /**
     * The text so far. Bytes at once, because nearly all of it is ASCII: a text of characters would be looked through and
     * copied twice more.
     */
    private byte[] bytes = new byte[1 << 16];

    private int size;

    private JsonWriter(int levels) {
        this.levels = levels;
    }

    /** The text of a template. */
    public static byte[] template(Template template) {
        return tree(TemplateDocument.of(template));
    }

    /** The text of a tree. */
    public static byte[] tree(Node node) {
        return dense(node, Integer.MAX_VALUE);
    }

    /** The text of a tree on one line, which it does not end. */
    public static String line(Node node) {
        var writer = new JsonWriter(0);
        writer.node(node, 0);
        return new String(writer.bytes, 0, writer.size, StandardCharsets.UTF_8);
    }

    /** The text of a tree with only so many levels laid out line by line. */
    static byte[] dense(Node node, int levels) {
        var writer = new JsonWriter(levels);
        writer.node(node, 0);
        writer.put('\n');
        return Arrays.copyOf(writer.bytes, writer.size);
    }

    private void node(Node node, int level) {
        if (node instanceof TextNode string) {
            string(string.value());
        } else if (node instanceof CallNode call) {
            call(call, level);
        } else if (node instanceof ObjectNode object) {
            object(object, level);
        } else if (node instanceof ListNode list) {
            list(list, level);
        } else if (node instanceof NumberNode number) {
            ascii(number.digits());
        } else if (node instanceof FlagNode flag) {
            ascii(flag.value() ? "true" : "false");
        } else {
            ascii("null");
        }
    }

    private void call(CallNode call, int level) {
        put('{');
        entry(call.function(), call.argument(), level + 1, true);
        close('}', level);
    }

    private void object(ObjectNode object, int level) {
        if (object.isEmpty()) {
            ascii("{}");
            return;
        }
        put('{');
        for (var i = 0; i < object.size(); i++) {
            entry(object.key(i), object.value(i), level + 1, i == 0);
        }
        close('}', level);
    }

    private void list(ListNode list, int level) {
        var items = list.items();
        if (items.isEmpty()) {
            ascii("[]");
            return;
        }
        put('[');
        for (var i = 0; i < items.size(); i++) {
            begin(level + 1, i == 0);
            node(items.get(i), level + 1);
        }
        close(']', level);
    }

    private void entry(String key, Node value, int level, boolean isFirst) {
        begin(level, isFirst);
        string(key);
        put(':');
        put(' ');
        node(value, level);
    }

    private void begin(int level, boolean isFirst) {
        if (!isFirst) {
            put(',');
            if (level > levels) {
                put(' ');
            }
        }
        line(level);
    }

    private void close(char bracket, int level) {
        if (level < levels) {
            line(level);
        }
        put(bracket);
    }

    private void line(int level) {
        if (level > levels) {
            return;
        }
        var length = 1 + 2 * level;
        append(LINE, 0, Math.min(length, LINE.length));
        for (length -= LINE.length; length > 0; length -= LINE.length - 1) {
            append(LINE, 1, Math.min(length, LINE.length - 1));
        }
    }

    private void string(String value) {
        var length = value.length();
        room(length + 2);
        var into = bytes;
        var to = size;
        into[to++] = '"';
        for (var i = 0; i < length; i++) {
            var c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                var escaped = escaped(value).getBytes(StandardCharsets.UTF_8);
                append(escaped, 0, escaped.length);
                return;
            }
            into[to++] = (byte) c;
        }
        into[to++] = '"';
        size = to;
    }

    private void put(char sign) {
        room(1);
        bytes[size++] = (byte) sign;
    }

    private void ascii(String text) {
        room(text.length());
        for (var i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void append(byte[] from, int begin, int length) {
        room(length);
        System.arraycopy(from, begin, bytes, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    private static String escaped(String value) {
        var text = new StringBuilder(value.length() + 16).append('"');
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || (Character.isSurrogate(c) && !isPaired(value, i))) {
                escape(c, text);
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }

    /** Half a character has no bytes in UTF-8; JSON can write it only as an escape. */
    static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }

    private static void escape(char c, StringBuilder text) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\r' -> text.append("\\r");
            default -> unicode(c, text);
        }
    }

    /** The escape of a character, or of half of one. */
    static void unicode(char c, StringBuilder text) {
        text.append("\\u");
        for (var shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(c >> shift & 0xf));
        }
    }
}
