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

class JsonLinesTest {

    @Test
    void writesEveryKeyThatIsKnownInOneOrder() {
        var finding = finding(new Written("web.json", 12, 8))
                .on("web", "WebService")
                .property("DesiredCount")
                .fix("Write 1.")
                .also("the other one", new Written("db.json", 3, 4));

        assertThat(json(finding))
                .isEqualTo("{\"file\":\"web.json\",\"line\":12,\"column\":8,\"rule\":\"a.rule\",\"severity\":\"ERROR\","
                        + "\"stack\":\"web\",\"resource\":\"WebService\",\"property\":\"DesiredCount\","
                        + "\"message\":\"`x` is 1.\",\"fix\":\"Write 1.\","
                        + "\"related\":[{\"file\":\"db.json\",\"line\":3,\"column\":4,\"how\":\"the other one\"}]}\n");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(json(finding(Origin.NOWHERE)))
                .isEqualTo("{\"rule\":\"a.rule\",\"severity\":\"ERROR\",\"message\":\"`x` is 1.\"}\n");
    }

    @Test
    void namesASourceByItsPathFromTheWorkingFolder() {
        assertThat(json(finding(Shop.describe().said())))
                .startsWith("{\"file\":\"src/test/java/example/shop/Shop.java\",\"line\":29,")
                .contains("\"calledFrom\":[\"Shop.java:25\"]");
    }

    @Test
    void tellsTheLinesWithinALibrary() {
        assertThat(json(finding(Shop.house().said()))).contains("\"within\":[\"House.java:20\",\"House.java:24\"]");
    }

    @Test
    void saysWhyAFindingWasAllowed() {
        assertThat(json(finding(Origin.NOWHERE).allowed("We know."))).endsWith(",\"allowed\":\"We know.\"}\n");
    }

    @Test
    void escapesWhatJsonAndPipesCannotCarry() {
        assertThat(json(finding(Origin.NOWHERE).saying("\"a\\b\"\n\r\t\u0000\u001f\u007f é \ud83d\ude00 \ud800")))
                .contains(
                        "\"message\":\"\\\"a\\\\b\\\"\\n\\r\\t\\u0000\\u001f\\u007f \\u00e9 \\ud83d\\ude00 \\ud800\"");
    }

    private static Diagnostic finding(Origin at) {
        return Diagnostic.of(RuleId.of("a.rule"), Severity.ERROR, at, "`x` is 1.");
    }

    private static String json(Diagnostic finding) {
        return ReportFormat.json(Vantage.from(Path.of(""))).text(Report.of(List.of(finding)));
    }
}
