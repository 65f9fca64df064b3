package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line for every YAML file that cannot be read at all. */
class BadYamlTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("a: b\nfoo", "2:1: `foo` has no place in YAML here; a colon is wanted after it."),
                arguments(
                        "a: b: c",
                        "1:5: `:` has no place in YAML here; quotes around a value with a colon, or another indentation, are wanted."),
                arguments(
                        "a: b\n c: d",
                        "2:3: `:` has no place in YAML here; quotes around a value with a colon, or another indentation, are wanted."),
                arguments("a: 'x", "1:4: The file ends in the middle of what `'` begins; the rest of it is wanted."),
                arguments("a: [1, 2", "1:4: The file ends in the middle of what `[` begins; the rest of it is wanted."),
                arguments("a: [", "1:5: The file ends in the middle of a YAML document; the rest of it is wanted."),
                arguments("a:\n\t- b", "2:1: A tab stands where YAML takes blanks alone; blanks are wanted."),
                arguments("a: *x", "1:4: `*x` stands before any anchor `&x` is complete; one above is wanted."),
                arguments("a: &x [*x]", "1:8: `*x` stands before any anchor `&x` is complete; one above is wanted."),
                arguments("[a]: b", "1:1: What stands here as a key is no name; a name is wanted."),
                arguments("? {a: b}\n: c", "1:3: What stands here as a key is no name; a name is wanted."),
                arguments("!Ref a: b", "1:1: What stands here as a key is no name; a name is wanted."),
                arguments(
                        "a: {<<: 3}",
                        "1:5: `<<` merges something that is no object; an object, or a list of objects, is wanted."),
                arguments("a: @b", "1:4: `@` has no place in YAML here; quotes around the value are wanted."),
                arguments(
                        "a: - b",
                        "1:4: `-` has no place in YAML here; the indentation of the lines around it is wanted."),
                arguments("a: \"\\q\"", "1:6: `q` has no place in YAML here."),
                arguments("a: 😀 \u0007", "1:7: `0x7` stands in YAML only as an escape, and here it stands bare."),
                arguments(
                        "a: \"😀\" b",
                        "1:9: `b` has no place in YAML here; the indentation of the lines around it is wanted."),
                arguments("a: }", "1:4: `}` has no place in YAML here."),
                arguments("a: !x!y z", "1:4: `!` has no place in YAML here."),
                arguments("Resources: {}\n---\nResources: {}", "2:1: A second document begins here; one is wanted."),
                arguments(
                        "%YAML 3.0\n---\na: b",
                        "1:1: `%YAML` names a version that is not known here; version 1.1 is wanted."),
                arguments("# nothing\n", "1:1: `bad.yaml` is empty; a document in JSON or YAML is wanted."),
                arguments(
                        "- a",
                        "1:1: `bad.yaml` is no template and no task definition; an object with `Resources` or with `containerDefinitions` is wanted."),
                arguments(
                        "text",
                        "1:1: `bad.yaml` is no template and no task definition; an object with `Resources` or with `containerDefinitions` is wanted."),
                arguments(
                        "a: b",
                        "1:1: `bad.yaml` is no template and no task definition; an object with `Resources` or with `containerDefinitions` is wanted."));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysInOneLineWhereAndWhat(String text, String line) {
        refused(text).withMessage("bad.yaml:" + line);
    }

    @Test
    void refusesABombOfAliases() {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
        for (var name = 'b'; name <= 'j'; name++) {
            var before = (char) (name - 1);
            bomb.append(name)
                    .append(": &")
                    .append(name)
                    .append(" [")
                    .append("*")
                    .append(before);
            bomb.append((", *" + before).repeat(9)).append("]\n");
        }

        refused(bomb.toString())
                .withMessage(
                        "bad.yaml:6:8: Aliases up to here repeat more than 200000 values; at most 200000 are wanted.");
    }

    @Test
    void stopsAtTheHundredAndFirstLevel() {
        refused("[".repeat(1_000_000))
                .withMessage("bad.yaml:1:101: More than 100 objects and lists are open here; at most 100 are wanted.");
        refused("- ".repeat(200) + "a")
                .withMessage("bad.yaml:1:201: More than 100 objects and lists are open here; at most 100 are wanted.");
        refused("a: &a " + "[".repeat(60) + "]".repeat(60) + "\nb: " + "[".repeat(60) + "*a" + "]".repeat(60))
                .withMessage("bad.yaml:2:64: `*a` goes deeper than 100 levels here; at most 100 are wanted.");
    }

    @Test
    void readsAHundredLevels() {
        var text = "Resources: {}\nMetadata: " + "[".repeat(99) + "]".repeat(99);

        assertThat(ModelReader.template("deep.yaml", text.getBytes(StandardCharsets.UTF_8))
                        .templates())
                .hasSize(1);
    }

    private static ThrowableAssertAlternative<BadInput> refused(String text) {
        return assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ModelReader.template("bad.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(bad -> assertThat(bad.exitCode()).isEqualTo(2));
    }
}
