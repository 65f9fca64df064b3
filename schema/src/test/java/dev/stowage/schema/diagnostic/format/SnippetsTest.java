package dev.stowage.schema.diagnostic.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.origin.Written;
import example.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnippetsTest {

    private static final RuleId RULE = RuleId.of("service.grace-period.too-short");
    private static final String MESSAGE =
            "`storefront` is given 10 s to start, but its health check needs at least 40 s.";

    @TempDir
    private Path folder;

    @Test
    void pointsAtTheWordInTheLineOfTheProgram() {
        assertThat(snippet(finding(Shop.chain().said()).fix("Write .graceful(ofSeconds(40)) or more.")))
                .isEqualTo("""
                        ── DANGER ─────────────────────────────── service.grace-period.too-short
                           Shop.java:16   in service `storefront`

                         16 |                 .graceful(10);
                            |                  ^^^^^^^^
                           `storefront` is given 10 s to start, but its health check needs at least 40 s.
                           Fix: Write .graceful(ofSeconds(40)) or more.

                        """);
    }

    @Test
    void marksEveryCallOfTheWordOnTheLine() {
        assertThat(snippet(finding(Shop.twiceOnOneLine().said()))).contains("""
                 21 |         return Thing.of("storefront").count(1).count(2);
                    |                                       ^^^^^    ^^^^^
                """);
    }

    @Test
    void marksTheNameOfTheThingWhereTheWordIsNotOnTheLine() {
        var site = Shop.twiceOnOneLine().said().site();

        assertThat(snippet(finding(Said.of("service", "storefront", "deploy", site))))
                .contains("""
                 21 |         return Thing.of("storefront").count(1).count(2);
                    |                         ^^^^^^^^^^^^
                """);
    }

    @Test
    void takesTheMethodOfAWordThatGoesOn() {
        var site = Shop.twiceOnOneLine().said().site();

        assertThat(snippet(finding(Said.of("service", "storefront", "of storefront", site))))
                .contains("""
                    |                      ^^
                """);
    }

    @Test
    void namesTheLinesThatLedThereAndEndsAtDescribe() {
        assertThat(snippet(finding(Shop.describe().said())))
                .contains("   Shop.java:29   in service `storefront`\n")
                .contains("   called from Shop.java:25\n");
    }

    @Test
    void leavesOutTheMethodAroundALambda() {
        assertThat(snippet(finding(Shop.loop().get(0).said())))
                .contains("   Shop.java:33   in service `a`\n")
                .doesNotContain("called from");
    }

    @Test
    void pointsAtTheCallerOfALibrary() {
        assertThat(snippet(finding(Shop.house().said()))).contains("""
                           Shop.java:41   in service `storefront`

                         41 |         return House.service("storefront");
                            |                      ^^^^^^^
                           through House.java:20, House.java:24
                        """);
    }

    @Test
    void pointsAtAMethodReferenceIntoALibrary() {
        assertThat(snippet(finding(Shop.reference().get(0).said()))).contains("""
                 37 |         return Stream.of("a", "b").map(House::service).toList();
                    |                                               ^^^^^^^
                """);
    }

    @Test
    void pointsAtTheMethodThatGaveALibrarysLambda() {
        assertThat(snippet(finding(Shop.habit().said()))).contains("""
                 45 |         return Thing.of("storefront").with(House.careful());
                    |                                                  ^^^^^^^
                """);
    }

    @Test
    void pointsAtTheConstructorOfALibrary() {
        assertThat(snippet(finding(Shop.made().said()))).contains("""
                 49 |         return new House("storefront").service();
                    |                    ^^^^^
                """);
    }

    @Test
    void looksPastPackagesThatTheAppCallsLibraries() {
        var vantage = Vantage.from(folder).past(List.of("example.toolbox"));
        var report = Report.of(List.of(finding(Shop.toolbox().said())));

        assertThat(ReportFormat.snippets(vantage, Ink.plain()).text(report)).contains("   Shop.java:53   in service");
    }

    @Test
    void staysInAPackageThatNobodyCallsALibrary() {
        assertThat(snippet(finding(Shop.toolbox().said())))
                .contains("   Toolbox.java:11   in service")
                .contains("   called from Shop.java:53");
    }

    @Test
    void keepsCaretsInPlaceBehindTabs() {
        assertThat(snippet(finding(Shop.tabbed().said()))).contains("""
                 58 |   return Thing.of("storefront").graceful(10);
                    |                                 ^^^^^^^^
                """);
    }

    @Test
    void pointsAtATokenOfAFile() throws IOException {
        var file = Files.writeString(folder.resolve("web.json"), """
                {
                  "Memory": "4096",
                  "Cpu": 256
                }
                """);
        var text =
                finding(new Written(file.toString(), 2, 13)).on("web", "Task").property("Memory");

        assertThat(snippet(text))
                .contains(file + ":2:13   in `Task` of stack `web`\n")
                .contains("""
                 2 |   "Memory": "4096",
                   |             ^^^^^^
                """);
        assertThat(snippet(finding(new Written(file.toString(), 3, 10)))).contains("""
                 3 |   "Cpu": 256
                   |          ^^^
                """);
    }

    @Test
    void cutsALineThatNoScreenCanShow() throws IOException {
        var file = Files.writeString(
                folder.resolve("small.json"),
                "{" + "\"a\": 1, ".repeat(5000) + "\"Memory\": 7" + ", \"b\": 2".repeat(5000) + "}");

        var lines = snippet(finding(new Written(file.toString(), 1, 40_002)))
                .lines()
                .toList();

        assertThat(lines.get(3)).startsWith(" 1 | ... ").endsWith(" ...").hasSizeLessThan(180);
        assertThat(lines.get(4).indexOf('^')).isEqualTo(lines.get(3).indexOf("\"Memory\""));
        assertThat(lines.get(4).strip()).endsWith(" ^^^^^^^^");
    }

    @Test
    void letsNoFileSteerTheTerminal() throws IOException {
        var file = Files.writeString(folder.resolve("evil.json"), "\"\u001B[2J\u202Egood\"\n");

        assertThat(snippet(finding(new Written(file.toString(), 1, 1)).saying("`\u001B[31m` is\nred.")))
                .doesNotContain("\u001B", "\u202E")
                .contains("` [31m` is red.");
    }

    @Test
    void showsTheLineAloneWhereTheFileIsGone() {
        assertThat(snippet(finding(new Written("gone.json", 2, 7)))).isEqualTo("""
                ── DANGER ─────────────────────────────── service.grace-period.too-short
                   gone.json:2:7
                   %s

                """.formatted(MESSAGE));
    }

    @Test
    void saysWhatItKnowsWhereNothingWasWritten() {
        assertThat(snippet(finding(Origin.NOWHERE).on("shop", "WebService")))
                .contains("\n   in `WebService` of stack `shop`\n");
        assertThat(snippet(finding(Origin.NOWHERE))).contains("too-short\n   `storefront` is given");
    }

    @Test
    void saysWhyAThingWasDerived() {
        assertThat(snippet(finding(Shop.chain().said().because("for its log group"))))
                .contains("   Shop.java:16   in service `storefront`, for its log group\n");
    }

    @Test
    void showsOtherPlacesWithTheirLines() {
        var finding = finding(Shop.chain().said())
                .also("the other one is made here", Shop.house().said());

        assertThat(snippet(finding)).endsWith("""
                   %s

                   Shop.java:41   the other one is made here

                 41 |         return House.service("storefront");
                    |                      ^^^^^^^
                   through House.java:20, House.java:24

                """.formatted(MESSAGE));
    }

    @Test
    void listsWhatWasAllowedAtTheEndOnALineEach() {
        var report = Report.of(List.of(
                finding(Shop.chain().said()).as(Severity.ERROR).allowed("It starts in a second."),
                finding(new Written("web.json", 1, 2))));

        assertThat(ReportFormat.snippets(Vantage.from(folder), Ink.plain()).text(report))
                .endsWith("\n\nallowed service.grace-period.too-short at Shop.java:16: It starts in a second.\n");
    }

    @Test
    void coloursOnlyWhereAsked() {
        var report = Report.of(List.of(finding(Shop.chain().said()).fix("Write more.")));
        var vantage = Vantage.from(folder);
        var coloured = ReportFormat.snippets(vantage, Ink.plain().coloured()).text(report);

        assertThat(coloured).contains("\u001B[1;31mDANGER\u001B[0m").contains("\u001B[1;31m^^^^^^^^\u001B[0m");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
                .isEqualTo(ReportFormat.snippets(vantage, Ink.plain()).text(report));
    }

    @Test
    void drawsWithHyphensOnAScreenThatKnowsAsciiAlone() {
        var report = Report.of(List.of(finding(Origin.NOWHERE)));

        assertThat(ReportFormat.snippets(Vantage.from(folder), Ink.plain().ascii())
                        .text(report))
                .startsWith("-- DANGER -----")
                .isASCII();
    }

    @Test
    void saysNothingAboutAnEmptyReport() {
        assertThat(ReportFormat.snippets(Vantage.from(folder), Ink.plain()).text(Report.of(List.of())))
                .isEmpty();
    }

    private static Diagnostic finding(Origin at) {
        return Diagnostic.of(RULE, Severity.DANGER, at, MESSAGE);
    }

    private String snippet(Diagnostic finding) {
        return ReportFormat.snippets(Vantage.from(folder), Ink.plain()).text(Report.of(List.of(finding)));
    }
}
