package dev.stowage.schema.diagnostic.format;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import java.util.Optional;

/**
 * A JSON object as it is written, key by key. Empty strings, zeros and empty lists are not known and leave their key out.
 * Everything beyond ASCII is escaped, so that the text survives whatever encoding a pipe has.
 */
final class JsonObject {

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder("{");

    @CanIgnoreReturnValue
    JsonObject put(String key, String value) {
        if (!value.isEmpty()) {
            key(key);
            string(value);
        }
        return this;
    }

    @CanIgnoreReturnValue
    JsonObject put(String key, Optional<String> value) {
        return put(key, value.orElse(""));
    }

    @CanIgnoreReturnValue
    JsonObject put(String key, int value) {
        if (value != 0) {
            key(key);
            text.append(value);
        }
        return this;
    }

    @CanIgnoreReturnValue
    JsonObject put(String key, List<String> values) {
        if (!values.isEmpty()) {
            key(key);
            for (var i = 0; i < values.size(); i++) {
                text.append(i == 0 ? '[' : ',');
                string(values.get(i));
            }
            text.append(']');
        }
        return this;
    }

    @CanIgnoreReturnValue
    JsonObject putObject(String key, JsonObject value) {
        key(key);
        text.append(value.text());
        return this;
    }

    @CanIgnoreReturnValue
    JsonObject putObjects(String key, List<JsonObject> values) {
        return values.isEmpty() ? this : putAllObjects(key, values);
    }

    /** Puts the key even where the list is empty. */
    @CanIgnoreReturnValue
    JsonObject putAllObjects(String key, List<JsonObject> values) {
        key(key);
        text.append('[');
        for (var i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",").append(values.get(i).text());
        }
        text.append(']');
        return this;
    }

    String text() {
        return text + "}";
    }

    private void key(String key) {
        if (text.length() > 1) {
            text.append(',');
        }
        string(key);
        text.append(':');
    }

    private void string(String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            letter(value.charAt(i));
        }
        text.append('"');
    }

    private void letter(char letter) {
        switch (letter) {
            case '"', '\\' -> text.append('\\').append(letter);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> plainOrEscaped(letter);
        }
    }

    private void plainOrEscaped(char letter) {
        if (letter >= ' ' && letter < 127) {
            text.append(letter);
            return;
        }
        text.append("\\u");
        for (var shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(letter >> shift & 0xF));
        }
    }
}
