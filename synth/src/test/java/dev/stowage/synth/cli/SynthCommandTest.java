package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import example.deploy.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {

    @TempDir
    private Path folder;

    @Test
    void writesAnAssemblyAndPrintsASummary() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console)).isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("cdk.out/manifest.json")).exists();
        assertThat(folder.resolve("cdk.out/shop.template.json")).exists();
        assertThat(console.complained()).isEmpty();
        assertThat(console.printed())
                .startsWith("shop   16 resources: 1 service, 1 cluster,")
                .contains("\nreachable from the internet: http 80 (redirect), https 443 -> storefront\n")
                .endsWith("\nfindings: none\nwritten to cdk.out\n");
    }

    @Test
    void printsTheSameAndWritesTheSameWheneverItIsRun() throws IOException {
        var first = RecordedConsole.in(folder);
        var second = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), first)).isEqualTo(ExitCode.FINE);
        var written = Files.readAllBytes(folder.resolve("cdk.out/shop.template.json"));
        assertThat(CommandLine.run(Program.of(Shop.SOUND), second, "synth")).isEqualTo(ExitCode.FINE);

        assertThat(second.printed()).isEqualTo(first.printed());
        assertThat(folder.resolve("cdk.out/shop.template.json")).hasBinaryContent(written);
    }

    @Test
    void printsFindingsApartFromTheSummary() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.FORGETFUL), console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).contains("\nfindings: 1 warning\n").doesNotContain("forgotten");
        assertThat(console.complained()).contains("""
                   Shop.java:40   in cluster `forgotten`

                 40 |             Cluster.of("forgotten", network);
                """);
    }

    @Test
    void writesNothingWhereAwsWouldRefuse() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.REFUSED), console)).isEqualTo(ExitCode.FINDINGS);
        assertThat(folder).isEmptyDirectory();
        assertThat(console.printed()).isEmpty();
        assertThat(console.complained())
                .startsWith("── ERROR ──")
                .contains("Shop.java:46")
                .endsWith("\nNothing is written: 1 error.\n");
    }

    @Test
    void leavesOutTheSummaryWhereItIsToldTo() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console, "--quiet")).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEmpty();
        assertThat(folder.resolve("cdk.out/manifest.json")).exists();
    }

    @Test
    void writesWhereTheArgumentSaysBeforeWhereTheCdkSays() {
        var console = RecordedConsole.in(folder)
                .with(Map.of("CDK_OUTDIR", folder.resolve("cdk").toString()));

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console)).isEqualTo(ExitCode.FINE);
        assertThat(CommandLine.run(Program.of(Shop.SOUND), console, "--out", "mine"))
                .isEqualTo(ExitCode.FINE);
        assertThat(folder.resolve("cdk/manifest.json")).exists();
        assertThat(folder.resolve("mine/manifest.json")).exists();
        assertThat(folder.resolve("cdk.out")).doesNotExist();
    }

    @Test
    void keepsStandardOutputFreeWhereACdkCalls() {
        var console = RecordedConsole.in(folder).with(Map.of("CDK_CLI_VERSION", "2.1000.0"));

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console)).isEqualTo(ExitCode.FINE);
        assertThat(console.printed()).isEmpty();
        assertThat(console.complained()).contains("findings: none\n");
    }

    @Test
    void saysInOneLineThatAFolderBelongsToSomebodyElse() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("cdk.out")).resolve("thesis.tex"), "...");
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console)).isEqualTo(ExitCode.USAGE);
        assertThat(console.complained()).hasLineCount(1).contains("holds other files");
        assertThat(console.printed()).isEmpty();
    }

    @Test
    void saysInOneLineThatAFolderCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("cdk.out"), "a file");
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console)).isEqualTo(ExitCode.MISSING);
        assertThat(console.complained()).hasLineCount(1).contains("cannot be written");
    }

    @Test
    void wantsANameForTheFolder() {
        var console = RecordedConsole.in(folder);

        assertThat(CommandLine.run(Program.of(Shop.SOUND), console, "synth", "--out", ""))
                .isEqualTo(ExitCode.USAGE);
        assertThat(console.complained())
                .isEqualTo("stowage: `` is the name of no file or folder. Write `.` for this folder.\n");
        assertThat(folder).isEmptyDirectory();
    }
}
