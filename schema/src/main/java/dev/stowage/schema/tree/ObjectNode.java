package dev.stowage.schema.tree;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.schema.origin.Origin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object: keys in the order in which they were written, each with a node. Two objects are equal when they hold the same
 * keys and nodes in any order. Properties have few keys, so that two arrays and a scan are faster than a map.
 */
public final class ObjectNode implements Node {

    private static final ObjectNode EMPTY = new ObjectNode(new String[0], new Node[0], Origin.NOWHERE);

    private final String[] keys;
    private final Node[] values;
    private final Origin at;

    private ObjectNode(String[] keys, Node[] values, Origin at) {
        this.keys = keys;
        this.values = values;
        this.at = at;
    }

    /** An object without keys. */
    public static ObjectNode empty() {
        return EMPTY;
    }

    /** An object with one key. */
    public static ObjectNode of(String key, Node value) {
        return EMPTY.with(key, value);
    }

    /** How many keys it has. */
    public int size() {
        return keys.length;
    }

    /** Whether it has no key. */
    public boolean isEmpty() {
        return keys.length == 0;
    }

    /** The key at this position, from 0. */
    public String key(int position) {
        return keys[position];
    }

    /** The node at this position, from 0. */
    public Node value(int position) {
        return values[position];
    }

    /** Whether it has this key. */
    public boolean has(String key) {
        return position(key) >= 0;
    }

    /** The node of this key. */
    public Optional<Node> get(String key) {
        return Optional.ofNullable(peek(key));
    }

    /** The node of this key, or null: for the inner loops of this module's neighbours. */
    public @Nullable Node peek(String key) {
        var position = position(key);
        return position < 0 ? null : values[position];
    }

    /** The object under this key; an empty one where there is none. */
    public ObjectNode object(String key) {
        return peek(key) instanceof ObjectNode object ? object : EMPTY;
    }

    /** The list under this key; an empty one where there is none. */
    public ListNode list(String key) {
        return peek(key) instanceof ListNode list ? list : ListNode.of();
    }

    /** The string under this key, where one is written. */
    public Optional<String> text(String key) {
        return peek(key) instanceof TextNode text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The same object with this key; a key that it has already keeps its position. */
    public ObjectNode with(String key, Node value) {
        var position = position(key);
        if (position >= 0) {
            var changed = values.clone();
            changed[position] = value;
            return new ObjectNode(keys, changed, at);
        }
        var moreKeys = Arrays.copyOf(keys, keys.length + 1);
        var moreValues = Arrays.copyOf(values, values.length + 1);
        moreKeys[keys.length] = key;
        moreValues[values.length] = value;
        return new ObjectNode(moreKeys, moreValues, at);
    }

    /** The same object with this key and string. */
    public ObjectNode with(String key, String value) {
        return with(key, TextNode.of(value));
    }

    /** The same object without this key. */
    public ObjectNode without(String key) {
        var position = position(key);
        if (position < 0) {
            return this;
        }
        var fewerKeys = new String[keys.length - 1];
        var fewerValues = new Node[values.length - 1];
        for (int from = 0, to = 0; from < keys.length; from++) {
            if (from != position) {
                fewerKeys[to] = keys[from];
                fewerValues[to++] = values[from];
            }
        }
        return new ObjectNode(fewerKeys, fewerValues, at);
    }

    /** An object of these keys and nodes; of equal keys the last one counts. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Origin at() {
        return at;
    }

    @Override
    public ObjectNode at(Origin origin) {
        return new ObjectNode(keys, values, origin);
    }

    private int position(String key) {
        for (var i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof ObjectNode that) || that.keys.length != keys.length) {
            return false;
        }
        for (var i = 0; i < keys.length; i++) {
            if (!values[i].equals(that.peek(keys[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        var sum = 0;
        for (var i = 0; i < keys.length; i++) {
            sum += keys[i].hashCode() ^ values[i].hashCode();
        }
        return sum;
    }

    @Override
    public String toString() {
        var text = new StringBuilder("{");
        for (var i = 0; i < keys.length; i++) {
            text.append(i == 0 ? "" : ", ").append(keys[i]).append('=').append(values[i]);
        }
        return text.append('}').toString();
    }

    /** Gathers keys and nodes in linear time, for large objects such as the resources of a template. */
    public static final class Builder {

        private final Map<String, Node> entries = new LinkedHashMap<>();

        private Builder() {}

        /** Whether this key was put already. */
        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** Puts a node under a key. */
        @CanIgnoreReturnValue
        public Builder put(String key, Node value) {
            entries.put(key, value);
            return this;
        }

        /** The object of all that was put. */
        public ObjectNode build() {
            return new ObjectNode(
                    entries.keySet().toArray(new String[0]), entries.values().toArray(new Node[0]), Origin.NOWHERE);
        }
    }
}
