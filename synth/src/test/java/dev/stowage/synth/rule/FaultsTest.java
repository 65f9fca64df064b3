package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.origin.Written;
import dev.stowage.synth.read.ModelReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Templates with faults beside what is sound and looks alike. A line with a fault ends in a comment with the names of the
 * rules that find it there; whatever else is found anywhere, notes apart, is too much.
 */
class FaultsTest {

    private static final Path FOLDER = Path.of("src/test/resources/dev/stowage/synth/rule/faults");
    private static final String MARK = "# !";

    static Stream<Path> templates() throws IOException {
        return Files.list(FOLDER).sorted();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void areFoundOnTheirLinesAndNothingElseIs(Path file) throws IOException {
        assertThat(found(file)).containsExactlyInAnyOrderElementsOf(marked(file));
    }

    private static List<String> marked(Path file) throws IOException {
        var marks = new ArrayList<String>();
        var lines = Files.readAllLines(file);
        for (var i = 0; i < lines.size(); i++) {
            var at = lines.get(i).indexOf(MARK);
            for (var rule : at < 0
                    ? new String[0]
                    : lines.get(i).substring(at + MARK.length()).strip().split(" ")) {
                marks.add((i + 1) + " " + rule);
            }
        }
        return marks;
    }

    private static List<String> found(Path file) throws IOException {
        var text = Files.readString(file).getBytes(StandardCharsets.UTF_8);
        var found = new ArrayList<String>();
        for (var finding : Checker.check(ModelReader.template(file.getFileName().toString(), text))
                .findings()) {
            var line = finding.at() instanceof Written written ? written.line() : 0;
            found.add(line + " " + finding.rule().value());
        }
        return found;
    }
}
