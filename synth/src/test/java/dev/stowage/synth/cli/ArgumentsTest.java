package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    private static final Syntax SYNTAX = Syntax.nothing()
            .option("--out", "FOLDER", "where")
            .flag("--quiet", "less")
            .operands("PATH");

    @Test
    void takesOptionsAndOperandsInAnyOrder() {
        var arguments = parsed("a.json", "--quiet", "b.json", "--out", "there");

        assertThat(arguments.operands()).containsExactly("a.json", "b.json");
        assertThat(arguments.has("--quiet")).isTrue();
        assertThat(arguments.value("--out")).contains("there");
    }

    @Test
    void takesAValueBehindAnEqualsSign() {
        assertThat(parsed("--out=a=b").value("--out")).contains("a=b");
        assertThat(parsed("--out=").value("--out")).contains("");
    }

    @Test
    void letsTheLastOfSeveralValuesCount() {
        assertThat(parsed("--out", "a", "--out", "b").value("--out")).contains("b");
    }

    @Test
    void takesAValueThatLooksLikeAnOption() {
        assertThat(parsed("--out", "--quiet").has("--quiet")).isFalse();
    }

    @Test
    void takesEverythingBehindTwoHyphensAsOperands() {
        assertThat(parsed("--quiet", "--", "--out", "-").operands()).containsExactly("--out", "-");
    }

    @Test
    void knowsNothingThatWasNotSaid() {
        assertThat(parsed().has("--quiet")).isFalse();
        assertThat(parsed().value("--out")).isEmpty();
        assertThat(parsed().operands()).isEmpty();
    }

    @Test
    void namesTheNearestOptionToAnUnknownOne() {
        refuses(() -> parsed("--qiuet"), "`--qiuet` is not an option of `test`. Did you mean `--quiet`?");
        refuses(() -> parsed("--otu=x"), "`--otu` is not an option of `test`. Did you mean `--out`?");
        refuses(() -> parsed("-v"), "`-v` is not an option of `test`.");
    }

    @Test
    void refusesAnOptionThatWaitsForItsValue() {
        refuses(() -> parsed("--out"), "`--out` ends the line, but wants FOLDER behind it.");
    }

    @Test
    void refusesAValueForAFlag() {
        refuses(() -> parsed("--quiet=yes"), "`--quiet` is given `yes`, but stands alone.");
    }

    @Test
    void refusesTooManyAndTooFewOperands() {
        var one = Syntax.nothing().operand("RULE");

        refuses(() -> Arguments.of("explain", one, List.of("a", "b")), "`b` is one word too many for `explain`.");
        var reading = Syntax.nothing().option("--from", "PATH", "what is read");
        refuses(
                () -> Arguments.of("publish", reading, List.of("cdk.out")),
                "`cdk.out` is one word too many for `publish`. A file or folder to read goes with `--from`.");
        refuses(() -> Arguments.of("explain", one, List.of()), "`explain` stands alone, but wants RULE behind it.");
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandFault.class, fault -> assertThat(fault.code()).isEqualTo(ExitCode.USAGE))
                .hasMessage(message);
    }

    private static Arguments parsed(String... words) {
        return Arguments.of("test", SYNTAX, List.of(words));
    }
}
