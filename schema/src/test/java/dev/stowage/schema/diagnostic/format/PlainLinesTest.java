package dev.stowage.schema.diagnostic.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Written;
import example.shop.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainLinesTest {

    @Test
    void putsThePlaceFirstAndTheFixLast() {
        assertThat(plain(finding(Shop.chain().said()).fix("Write more.")))
                .isEqualTo("Shop.java:16: DANGER a.rule: `x` is 1. Fix: Write more.\n");
        assertThat(plain(finding(new Written("web.json", 12, 8))))
                .isEqualTo("web.json:12:8: DANGER a.rule: `x` is 1.\n");
    }

    @Test
    void namesTheResourceWhereThereIsNoPlace() {
        assertThat(plain(finding(Origin.NOWHERE).on("shop", "Web")))
                .isEqualTo("in `Web` of stack `shop`: DANGER a.rule: `x` is 1.\n");
        assertThat(plain(finding(Origin.NOWHERE))).isEqualTo("DANGER a.rule: `x` is 1.\n");
    }

    @Test
    void saysWhatWasAllowedAndWhy() {
        assertThat(plain(finding(Shop.chain().said()).allowed("It starts in a second.")))
                .isEqualTo("Shop.java:16: allowed a.rule: `x` is 1. Allowed: It starts in a second.\n");
    }

    @Test
    void keepsOneLineForEachFindingWhateverStandsInIt() {
        assertThat(plain(finding(new Written("a\nb.json", 1, 1)).saying("one\ntwo\u2028three")))
                .isEqualTo("a b.json:1:1: DANGER a.rule: one two three\n");
    }

    private static Diagnostic finding(Origin at) {
        return Diagnostic.of(RuleId.of("a.rule"), Severity.DANGER, at, "`x` is 1.");
    }

    private static String plain(Diagnostic finding) {
        return ReportFormat.plain(Vantage.from(Path.of(""))).text(Report.of(List.of(finding)));
    }
}
