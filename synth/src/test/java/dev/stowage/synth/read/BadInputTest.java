package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One line for every file or folder that cannot be read at all. */
class BadInputTest {

    @TempDir
    Path folder;

    static Stream<Arguments> broken() {
        return Stream.of(
                arguments("{\"Resources\": }", "1:15: `}` has no place in JSON here."),
                arguments("{\n  \"Resources\": {},\n}", "3:1: `}` has no place in JSON here."),
                arguments("{\"Resources\": tru}", "1:15: `tru` has no place in JSON here."),
                arguments("Resources:\n  Web:\n", "1:1: `Resources` has no place in JSON here."),
                arguments("{\"Resources\": 01}", "1:16: `1` has no place in JSON here."),
                arguments("{\"a\": \"x\ny\"}", "1:9: `0xa` has no place in JSON here."),
                arguments("{'a': 1}", "1:2: `'` has no place in JSON here."),
                arguments("😀", "1:1: `😀` has no place in JSON here."),
                arguments(
                        "{\"Resources\": [",
                        "1:16: The file ends in the middle of a JSON document; the rest of it is wanted."),
                arguments(
                        "{\"Resources\": \"x",
                        "1:17: The file ends in the middle of a JSON document; the rest of it is wanted."),
                arguments("{\"Resources\": {}} {}", "1:19: A second document begins here; one is wanted."),
                arguments("{\"Resources\": {}} x", "1:19: `x` has no place in JSON here."),
                arguments(
                        "[]",
                        "1:1: `bad.json` is no template and no task definition; an object with `Resources` or with `containerDefinitions` is wanted."),
                arguments(
                        "{\"family\": \"web\"}",
                        "1:1: `bad.json` is no template and no task definition; an object with `Resources` or with `containerDefinitions` is wanted."),
                arguments("", "1:1: `bad.json` is empty; a document in JSON or YAML is wanted."),
                arguments(" \n", "1:1: `bad.json` is empty; a document in JSON or YAML is wanted."));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void saysInOneLineWhereAndWhat(String text, String line) {
        refused(text.getBytes(StandardCharsets.UTF_8)).withMessage("bad.json:" + line);
    }

    @Test
    void namesTheByteThatIsNoUtf8() {
        refused("{\n\"ä\": \"ä\"}".getBytes(StandardCharsets.ISO_8859_1))
                .withMessage("bad.json:2:2: `0xe4` begins no character of UTF-8; UTF-8 is wanted.");
        refused(new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80})
                .withMessage("bad.json:1:3: `0xc0` begins no character of UTF-8; UTF-8 is wanted.");
    }

    @Test
    void noticesACharacterThatIsCutOff() {
        refused(new byte[] {'{', '"', (byte) 0xe2, (byte) 0x82})
                .withMessage("bad.json:1:3: `0xe2` begins no character of UTF-8; UTF-8 is wanted.");
    }

    @Test
    void stopsAtTheHundredAndFirstBracket() {
        refused("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))
                .withMessage("bad.json:1:101: More than 100 objects and lists are open here; at most 100 are wanted.");
        refused("{\"a\":".repeat(1_000_000).getBytes(StandardCharsets.UTF_8))
                .withMessage("bad.json:1:501: More than 100 objects and lists are open here; at most 100 are wanted.");
    }

    @Test
    void readsAHundredBrackets() {
        var text = "{\"Resources\": {}, \"Metadata\": " + "[".repeat(99) + "]".repeat(99) + "}";

        assertThat(ModelReader.template("deep.json", text.getBytes(StandardCharsets.UTF_8))
                        .templates())
                .hasSize(1);
    }

    @Test
    void refusesFiftyMegabytesWithoutReadingThem() throws IOException {
        var file = folder.resolve("big.json");
        var garbage = new byte[50 << 20];
        Arrays.fill(garbage, (byte) 'x');
        Files.write(file, garbage);

        unread(file, 2).withMessage("%1$s:1:1: `%1$s` has 50 MiB; a file of at most 16 MiB is wanted.", file);
    }

    @Test
    void asksForAFileThatIsMissing() {
        var file = folder.resolve("none.json");

        unread(file, 3).withMessage("%1$s:1:1: `%1$s` is not there; a template or a cloud assembly is wanted.", file);
    }

    @Test
    void asksForAManifestInAFolder() {
        unread(folder, 2)
                .withMessage(
                        "%1$s:1:1: `%1$s` holds no `manifest.json`; the folder of a cloud assembly, or a template, is wanted.",
                        folder);
    }

    @Test
    void refusesAManifestThatIsNone() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "\n {\"name\": \"web app\"}");

        unread(folder, 2)
                .withMessage(
                        "%1$s:2:2: `%1$s` is no manifest of a cloud assembly; an object with `artifacts` is wanted.",
                        folder.resolve("manifest.json"));
    }

    @Test
    void pointsAtTheManifestThatNamesAMissingTemplate() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), """
                {"artifacts": {"web": {"type": "aws:cloudformation:stack",
                  "properties": {"templateFile": "web.template.json"}}}}
                """);

        unread(folder, 3)
                .withMessage(
                        "%s:2:34: `%s` is named here and is not there; the template of a stack is wanted.",
                        folder.resolve("manifest.json"), folder.resolve("web.template.json"));
    }

    @Test
    void carriesNoStackTrace() {
        assertThat(BadInput.missing("x").getStackTrace()).isEmpty();
    }

    private static ThrowableAssertAlternative<BadInput> refused(byte[] bytes) {
        return assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ModelReader.template("bad.json", bytes))
                .satisfies(bad -> assertThat(bad.exitCode()).isEqualTo(2));
    }

    private static ThrowableAssertAlternative<BadInput> unread(Path path, int exitCode) {
        return assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> ModelReader.open(path))
                .satisfies(bad -> assertThat(bad.exitCode()).isEqualTo(exitCode));
    }
}
