package dev.stowage.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.stowage.local.gap.Gap;
import dev.stowage.synth.rule.RuleCatalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * {@code runtime-local/FIDELITY.md} says which behaviours of ECS a test proves, and what is different. Written anew with {@code
 * mvn test -pl runtime-local -am -Dtest=FidelityTest -Dsurefire.failIfNoSpecifiedTests=false -Dstowage.write=true}.
 */
class FidelityTest {

    private static final Path PAGE = Path.of("FIDELITY.md");

    private final Map<String, String> behaviours = behaviours();
    private final TreeSet<String> proven = proven();

    @Test
    void everyBehaviourThatATestNamesHasATitle() {
        assertThat(proven)
                .allSatisfy(number -> assertThat(behaviours.keySet())
                        .as("a title for " + number + " in behaviours.txt")
                        .anyMatch(title -> title.equals(number) || title.startsWith(number + ".")));
    }

    @Test
    void everyDifferenceIsExplainedWithItsSeverity() {
        var texts = RuleCatalogue.differences();

        assertThat(texts)
                .extracting(text -> text.id())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Gap.values()).map(gap -> gap.id().value()).toList());
        for (var gap : Gap.values()) {
            assertThat(RuleCatalogue.find(gap.id().value()).orElseThrow().severity())
                    .as(gap.id().value())
                    .isEqualTo(gap.severity());
        }
    }

    @Test
    void thePageIsCurrent() throws IOException {
        if (Boolean.getBoolean("stowage.write")) {
            Files.writeString(PAGE, page());
        }

        assertThat(PAGE)
                .as(
                        "a behaviour was proven that was not before, or the other way round: write the page anew, see above")
                .hasContent(page());
    }

    private String page() {
        var page = new StringBuilder("""
                # How faithful a local run is

                `local up` runs a model on Docker as Amazon ECS would. The first table names the behaviours of ECS that it copies, and
                whether a test of this build proves each; one without a mark is there in part, or not yet. The second table names what is
                different by design, or has no form on one machine: a run tells it at the line that asks for it, and `explain` says more.

                | Behaviour | A test proves it |
                |---|---|
                """);
        behaviours.forEach((number, title) -> page.append("| ")
                .append(title)
                .append(" | ")
                .append(isProven(number) ? "yes" : "")
                .append(" |\n"));
        page.append("\n| Name | A run tells | What is different |\n|---|---|---|\n");
        for (var text : RuleCatalogue.differences()) {
            page.append("| `")
                    .append(text.id())
                    .append("` | ")
                    .append(text.severity())
                    .append(" | ");
            page.append(text.title()).append(" |\n");
        }
        return page.append("\nAn ERROR stops a run before it begins; a WARNING and a NOTE do not.\n")
                .toString();
    }

    /** A test may prove a section, or one below it. */
    private boolean isProven(String number) {
        return proven.stream().anyMatch(one -> one.equals(number) || one.startsWith(number + "."));
    }

    private static Map<String, String> behaviours() {
        var titles = new LinkedHashMap<String, String>();
        try (var stream = FidelityTest.class.getResourceAsStream("behaviours.txt")) {
            assertThat(stream).isNotNull();
            for (var line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                var bar = line.indexOf('|');
                titles.put(line.substring(0, bar), line.substring(bar + 1));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return titles;
    }

    private static TreeSet<String> proven() {
        JavaClasses tests = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                .importPackages("dev.stowage.local");
        var numbers = new TreeSet<String>();
        for (JavaClass test : tests) {
            test.tryGetAnnotationOfType(Behaviour.class)
                    .ifPresent(behaviour -> numbers.addAll(Arrays.asList(behaviour.value())));
            for (var method : test.getMethods()) {
                method.tryGetAnnotationOfType(Behaviour.class)
                        .ifPresent(behaviour -> numbers.addAll(Arrays.asList(behaviour.value())));
            }
        }
        return numbers;
    }
}
