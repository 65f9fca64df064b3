package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import java.util.ArrayList;
import java.util.List;

/** The form for machines: JSON Lines, keys always in the same order. */
final class JsonLines implements ReportFormat {

    private final Vantage vantage;

    JsonLines(Vantage vantage) {
        this.vantage = vantage;
    }

    @Override
    public String text(Report report) {
        var text = new StringBuilder();
        for (var finding : report.findings()) {
            text.append(object(finding).text()).append('\n');
        }
        return text.toString();
    }

    private JsonObject object(Diagnostic finding) {
        var spot = Spot.of(finding.at(), vantage);
        return place(new JsonObject(), spot)
                .put("rule", finding.rule().value())
                .put("severity", finding.severity().name())
                .put("stack", finding.stack())
                .put("resource", finding.resource())
                .put("property", finding.property())
                .put("message", finding.message())
                .put("fix", finding.fix())
                .put("allowed", finding.allowance())
                .put("within", spot.within())
                .put("calledFrom", spot.callers())
                .putObjects("related", related(finding));
    }

    private List<JsonObject> related(Diagnostic finding) {
        var objects = new ArrayList<JsonObject>();
        for (var related : finding.related()) {
            objects.add(place(new JsonObject(), Spot.of(related.at(), vantage)).put("how", related.how()));
        }
        return objects;
    }

    private static JsonObject place(JsonObject object, Spot spot) {
        return object.put("file", spot.file()).put("line", spot.line()).put("column", spot.column());
    }
}
