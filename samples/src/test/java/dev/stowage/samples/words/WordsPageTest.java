package dev.stowage.samples.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.samples.words.WordIndex.Word;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code samples/WORDS.md} shows every word of the language in a program that compiles. Written anew with
 * {@code mvn test -pl samples -am -Dtest=WordsPageTest -Dstowage.write=true}.
 */
final class WordsPageTest {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path PAGE = PROJECT.resolve("samples/WORDS.md");
    private static final int WIDEST = 100;
    private static final List<String> PACKAGES = List.of(
            "app",
            "network",
            "cluster",
            "task",
            "service",
            "scaling",
            "schedule",
            "traffic",
            "gateway",
            "storage",
            "messaging",
            "database",
            "secret",
            "access",
            "observe",
            "resource");

    private final WordIndex index = WordIndex.of(PROJECT);

    @Test
    void everyWordIsSaidInASample() {
        var unsaid = PACKAGES.stream()
                .flatMap(name -> index.words("dev.stowage.dsl." + name).values().stream())
                .flatMap(List::stream)
                .filter(word -> word.example().isEmpty())
                .map(word -> word.type() + "." + word.signature())
                .toList();

        assertThat(unsaid)
                .as("words that no sample says: give each a line in `samples.words`")
                .isEmpty();
    }

    @Test
    void thePageShowsThemAsTheyAre() throws IOException {
        var page = page();
        if (Boolean.getBoolean("stowage.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    private String page() {
        var page = new StringBuilder("""
                # Every word

                What you can say, word by word, each in a program that compiles: the code links to it. Whatever a word means beyond its
                first sentence, its limits and what AWS does without it, is in its Javadoc. Sizes such as `QuarterVcpu.MB_512` are in
                `dev.stowage.dsl.fargate`: one constant for each pair that AWS has. This page is made from the sources by `WordsPageTest`.
                """);
        for (var name : PACKAGES) {
            page.append("\n## ")
                    .append(name)
                    .append("\n\n")
                    .append(index.about("dev.stowage.dsl." + name))
                    .append('\n');
            index.words("dev.stowage.dsl." + name).forEach((type, words) -> {
                page.append("\n### ").append(type).append("\n\n| word | says | for example |\n|---|---|---|\n");
                words.forEach(word -> page.append(row(word)));
            });
        }
        return page.toString();
    }

    private static String row(Word word) {
        return "| `" + word.signature() + "` | " + word.sentence() + " | "
                + word.example().map(WordsPageTest::link).orElse("") + " |\n";
    }

    private static String link(WordIndex.Example example) {
        var code = example.code();
        var shown = code.length() <= WIDEST ? code : code.substring(0, code.indexOf('(') + 1) + "…)";
        return "[`" + shown.replace("|", "\\|") + "`](" + example.file() + ")";
    }
}
