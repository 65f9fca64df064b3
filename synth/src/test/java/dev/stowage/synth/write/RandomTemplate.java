package dev.stowage.synth.write;

import java.util.List;
import java.util.Random;

/** The text of a random template: everything that JSON can say, in all the places where a template can say it. */
final class RandomTemplate {

    private static final List<String> SECTIONS = List.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Outputs",
            "Hooks",
            "Fn::Transform",
            "Unheard");

    private static final List<String> KEYS = List.of(
            "Name",
            "Ref",
            "Condition",
            "Fn::GetAtt",
            "Fn::If",
            "Fn::Sub",
            "Fn::Not",
            "Fn::ForEach::Each",
            "",
            "a/b",
            "ä",
            "𝒳",
            "\n");

    private static final List<String> NUMBERS =
            List.of("0", "-0", "1.10", "1e400", "-1.5E-7", "12345678901234567890123456789", "0.1000000000000000000001");

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomTemplate(long seed) {
        this.random = new Random(seed);
    }

    static String of(long seed) {
        var template = new RandomTemplate(seed);
        template.document();
        return template.text.toString();
    }

    private void document() {
        text.append("{\"Resources\":{");
        var count = random.nextInt(6);
        for (var i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",");
            resource(i);
        }
        text.append('}');
        for (var section : SECTIONS) {
            if (random.nextBoolean()) {
                text.append(",\n");
                string(section);
                text.append(':');
                value(random.nextInt(30));
            }
        }
        text.append('}');
    }

    private void resource(int number) {
        if (random.nextInt(5) == 0) {
            text.append("\"Fn::ForEach::").append(number).append("\":");
            value(3);
            return;
        }
        text.append("\"R").append(number).append("\":");
        if (random.nextInt(8) == 0) {
            value(3);
            return;
        }
        text.append("{\"Type\":\"AWS::SNS::Topic\"");
        for (var attribute : List.of("Properties", "DependsOn", "Metadata", "Unheard")) {
            if (random.nextBoolean()) {
                text.append(",\"").append(attribute).append("\":");
                value(6);
            }
        }
        text.append('}');
    }

    private void value(int depth) {
        switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> text.append(random.nextBoolean());
            case 1 -> text.append("null");
            case 2 -> text.append(NUMBERS.get(random.nextInt(NUMBERS.size())));
            case 3 -> text.append(random.nextLong());
            case 4 -> string(word());
            case 5 -> list(depth);
            default -> object(depth);
        }
    }

    private void list(int depth) {
        text.append('[');
        var size = random.nextInt(4);
        for (var i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ");
            value(depth - 1);
        }
        text.append(']');
    }

    private void object(int depth) {
        text.append('{');
        var first = random.nextInt(KEYS.size());
        var size = random.nextInt(4);
        for (var i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ",");
            string(KEYS.get((first + i) % KEYS.size()));
            text.append(" : ");
            value(depth - 1);
        }
        text.append('}');
    }

    private String word() {
        var word = new StringBuilder();
        var length = random.nextInt(8);
        for (var i = 0; i < length; i++) {
            switch (random.nextInt(4)) {
                case 0 -> word.append((char) random.nextInt(0x10000));
                case 1 -> word.appendCodePoint(0x1f600 + random.nextInt(40));
                default -> word.append((char) random.nextInt(128));
            }
        }
        return word.toString();
    }

    /** Escapes what it must, half characters among it, and now and then what it need not. */
    private void string(String value) {
        text.append('"');
        for (var c : value.toCharArray()) {
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) || random.nextInt(6) == 0) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }
}
