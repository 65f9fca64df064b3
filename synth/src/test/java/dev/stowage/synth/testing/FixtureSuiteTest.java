package dev.stowage.synth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import acme.cases.CannotRoll;
import acme.cases.NoStack;
import acme.cases.Sound;
import acme.cases.TooMuchMemory;
import acme.cases.TooShort;
import acme.cases.WrongRoutes;
import acme.cases.WrongStack;
import acme.cases.WrongTargets;
import acme.cases.WrongTasks;
import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs that are wrong on purpose are found wrong on exactly the lines that say so. */
class FixtureSuiteTest {

    private static final Path SOURCES = Path.of("src/test/java");

    private static final FixtureSuite SUITE = FixtureSuite.in(
            SOURCES,
            new Sound(),
            new TooMuchMemory(),
            new TooShort(),
            new CannotRoll(),
            new WrongTargets(),
            new WrongRoutes(),
            new WrongTasks(),
            new WrongStack(),
            new NoStack());

    static List<Fixture> cases() {
        return SUITE.fixtures();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsWhatItsSourceSays(Fixture fixture) {
        fixture.verify();
    }

    @Test
    void hasACaseForEveryRuleOfTheGraph() {
        assertThat(SUITE.rules())
                .contains(
                        "service.deployment.cannot-roll",
                        "service.grace-period.too-short",
                        "service.target-group.unreachable",
                        "service.target-type.network-mode",
                        "task.memory.containers-exceed-task");
    }

    @Test
    void failsOnAFindingThatIsMissing() {
        var promised = new Blueprint() {
            @Override
            public App describe() {
                return Stack.of("empty"); // ! service.nothing-here
            }
        };

        assertThatThrownBy(() ->
                        FixtureSuite.in(SOURCES, promised).fixtures().get(0).verify())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not found [FixtureSuiteTest.java:")
                .hasMessageContaining(" service.nothing-here]");
    }
}
