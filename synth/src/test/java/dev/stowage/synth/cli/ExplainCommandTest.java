package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.synth.rule.RuleCatalogue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhatARuleIsAboutAndHowToAcceptIt() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "explain", "service.grace-period.too-short"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed())
                .startsWith("DANGER service.grace-period.too-short\n")
                .endsWith(
                        "\n\nTo accept it: .allow(\"service.grace-period.too-short\", \"why\") on the thing, the stack or"
                                + " the app.\n");
    }

    @Test
    void explainsEveryRule() {
        for (var rule : RuleCatalogue.all()) {
            var console = RecordedConsole.in(folder);

            assertThat(CommandLine.run(Program.none(), console, "explain", rule.id()))
                    .isEqualTo(ExitCode.FINE);
            assertThat(console.printed()).contains(rule.title(), rule.explanation());
        }
    }

    @Test
    void listsAFamily() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "explain", "service"))
                .isEqualTo(ExitCode.FINE);
        assertThat(console.printed().lines()).hasSizeGreaterThan(1).allMatch(line -> line.contains("   service."));
    }

    @Test
    void namesTheNearestRuleToAnUnknownOne() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "explain", "service.grace-period.to-short"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.complained())
                .isEqualTo("stowage: `service.grace-period.to-short` is not a rule. Did you mean"
                        + " `service.grace-period.too-short`? `rules` lists them all." + System.lineSeparator());
    }

    @Test
    void listsEveryRuleOnALine() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.none(), console, "rules")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed().lines()).hasSameSizeAs(RuleCatalogue.all());
        assertThat(console.printed())
                .contains("DANGER    service.grace-period.too-short   ")
                .doesNotContain(" \n");
    }
}
