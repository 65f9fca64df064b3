package dev.stowage.synth.testing;

import dev.stowage.dsl.app.Blueprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Programs that are wrong on purpose, and whose sources say what is wrong with them. The name of a rule stands after {@code
 * // !} on the line at which its finding has to point; several names are joined by commas. A program is right only if its
 * findings are exactly those, on those lines: one that is missing fails, and one too many does as well.
 *
 * <pre>{@code
 * static List<Fixture> cases() {
 *     return FixtureSuite.in(Path.of("src/test/java"), new TooShort(), new CannotRoll()).fixtures();
 * }
 *
 * @ParameterizedTest
 * @MethodSource("cases")
 * void findsWhatItsSourceSays(Fixture fixture) {
 *     fixture.verify();
 * }
 * }</pre>
 */
public final class FixtureSuite {

    private final List<Fixture> fixtures;

    private FixtureSuite(List<Fixture> fixtures) {
        this.fixtures = fixtures;
    }

    /** These programs, whose sources lie below this folder as their packages say. */
    public static FixtureSuite in(Path sources, Blueprint... programs) {
        var fixtures = new ArrayList<Fixture>(programs.length);
        for (var program : programs) {
            fixtures.add(Fixture.of(program, sources));
        }
        return new FixtureSuite(Collections.unmodifiableList(fixtures));
    }

    /** The programs, in their order. */
    public List<Fixture> fixtures() {
        return fixtures;
    }

    /** The names of all rules that some program breaks. */
    public Set<String> rules() {
        var rules = new TreeSet<String>();
        for (var fixture : fixtures) {
            rules.addAll(fixture.rules());
        }
        return Collections.unmodifiableSet(rules);
    }
}
