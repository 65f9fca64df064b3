package dev.stowage.samples.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.synth.Stowage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs that show the words are right, too. */
final class WordProgramsTest {

    static List<Blueprint> programs() {
        return WordPrograms.all();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void nothingIsWrongWithThem(Blueprint program) {
        assertThat(Stowage.check(Stowage.model(program)).findings())
                .filteredOn(found -> found.allowance().isEmpty())
                .filteredOn(found -> found.severity().compareTo(Severity.WARNING) >= 0)
                .isEmpty();
    }

    @Test
    void whatIsFoundWhileAThingIsDescribedIsAllowedWhereTheThingIs() {
        assertThat(Stowage.check(Stowage.model(new House())).findings())
                .filteredOn(found -> found.rule().value().equals("image.repository.same-stack"))
                .singleElement()
                .satisfies(
                        found -> assertThat(found.allowance()).contains("pushed by hand before the first deployment"));
    }
}
