package dev.stowage.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.samples.broken.Stuck;
import dev.stowage.synth.cli.CommandLine;
import dev.stowage.synth.cli.Console;
import dev.stowage.synth.cli.Program;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what there is: its programs are compiled samples, its outputs are what they print. */
class ReadmeTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** The programs whose output the README shows, by the name that stands behind {@code output:}. */
    private static final Map<String, Blueprint> PROGRAMS =
            Map.of("quickstart", new Quickstart(), "shop", new Shop(Shop.Stage.PROD), "stuck", new Stuck());

    @TempDir
    Path folder;

    @Test
    void everyProgramInItIsACompiledSample() throws IOException {
        assertThat(blocks("java"))
                .allSatisfy(block -> assertThat(sources()).anyMatch(source -> source.contains(block.text())));
    }

    @Test
    void everyProgramOfThePageAboutLocalRunsIsACompiledSample() throws IOException {
        assertThat(blocks("runtime-local/LOCAL.md", "java"))
                .allSatisfy(block -> assertThat(sources()).anyMatch(source -> source.contains(block.text())));
    }

    @Test
    void everyOutputInItIsWhatTheProgramPrints() throws IOException {
        for (var block : blocks("text")) {
            var words = block.output().split(" ");
            if (words[1].equals("local")) {
                continue; // LocalReadmeTest has it, on Docker.
            }
            var printed = run(PROGRAMS.get(words[0]), List.of(words).subList(1, words.length));
            assertThat(printed.strip())
                    .as(block.output())
                    .isEqualTo(block.text().strip());
        }
    }

    @Test
    void everyTemplateInItIsPartOfWhatIsWritten() throws IOException {
        for (var block : blocks("json")) {
            var name = block.output().split(" ")[0];
            run(PROGRAMS.get(name), List.of("synth"));
            var template = Files.readString(folder.resolve("cdk.out/" + name + ".template.json"), UTF_8);
            assertThat(flat(template)).contains(flat(block.text()));
        }
    }

    @Test
    void theProjectInItIsTheOneThatIsBuilt() throws IOException {
        var pom = Files.readString(ROOT.resolve("samples/src/test/resources/own-project/pom.xml"), UTF_8);
        for (var block : blocks("xml")) {
            assertThat(block.text()).isEqualTo(pom);
        }
    }

    private static String flat(String json) {
        return json.replaceAll("\\s+", "");
    }

    private String run(Blueprint program, List<String> words) {
        var printed = new ByteArrayOutputStream();
        var stream = new PrintStream(printed, true, UTF_8);
        var unused = CommandLine.run(Program.of(program), new Captured(stream, folder), words.toArray(new String[0]));
        return printed.toString(UTF_8);
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        try (var files = Files.walk(ROOT.resolve("samples/src"))) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.add(dedent(Files.readString(file, UTF_8)));
            }
        }
        return sources;
    }

    /** Blocks show a part of a program without the indentation of the whole. */
    private static String dedent(String text) {
        var lines = new StringBuilder();
        text.lines().forEach(line -> lines.append(line.strip()).append('\n'));
        return lines.toString();
    }

    private static List<Block> blocks(String language) throws IOException {
        return blocks("README.md", language);
    }

    private static List<Block> blocks(String page, String language) throws IOException {
        var blocks = new ArrayList<Block>();
        var lines = Files.readAllLines(ROOT.resolve(page), UTF_8);
        var before = "";
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```" + language)) {
                var end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                var text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                blocks.add(new Block(language.equals("java") ? dedent(text) : text, before));
                i = end;
            } else if (lines.get(i).startsWith("<!-- output: ")) {
                before = lines.get(i).substring("<!-- output: ".length()).replace(" -->", "");
            }
        }
        assertThat(blocks).isNotEmpty();
        return blocks;
    }

    private record Block(String text, String output) {}

    /** One stream for all that is printed, in a folder of the test's own. */
    private record Captured(PrintStream out, Path directory) implements Console {

        @Override
        public PrintStream err() {
            return out;
        }

        @Override
        public boolean isTerminal() {
            return false;
        }

        @Override
        public Charset charset() {
            return UTF_8;
        }

        @Override
        public Optional<String> environment(String variable) {
            return Optional.empty();
        }
    }
}
