package dev.stowage.schema.diagnostic.format;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The form that code hosts read: one SARIF 2.1.0 document for any number of reports, all in one run. DANGER, which takes a
 * service down, is an {@code error} there; the severity itself stands among the properties. What was allowed is suppressed.
 */
public final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final String version;
    private final List<JsonObject> results = new ArrayList<>();
    private final TreeMap<String, JsonObject> rules = new TreeMap<>();

    private SarifLog(String version) {
        this.version = version;
    }

    /** A document without results, by this version of Stowage. */
    public static SarifLog by(String version) {
        return new SarifLog(version);
    }

    /** Adds the findings of a report, as seen from there. */
    public void add(Report report, Vantage vantage) {
        for (var finding : report.findings()) {
            rules.putIfAbsent(finding.rule().value(), rule(finding));
            results.add(result(finding, vantage));
        }
    }

    /** The document, on one line. */
    public String text() {
        var driver = new JsonObject()
                .put("name", "Stowage")
                .put("version", version)
                .putObjects("rules", List.copyOf(rules.values()));
        // A run without results says so: an absent list would mean that nothing was looked for.
        var run = new JsonObject()
                .putObject("tool", new JsonObject().putObject("driver", driver))
                .putAllObjects("results", results);
        return new JsonObject()
                        .put("$schema", SCHEMA)
                        .put("version", "2.1.0")
                        .putObjects("runs", List.of(run))
                        .text()
                + "\n";
    }

    private static JsonObject rule(Diagnostic finding) {
        return new JsonObject().put("id", finding.rule().value());
    }

    private static JsonObject result(Diagnostic finding, Vantage vantage) {
        var message = finding.message() + finding.fix().map(fix -> " " + fix).orElse("");
        var properties = new JsonObject()
                .put("severity", finding.severity().name())
                .put("stack", finding.stack())
                .put("resource", finding.resource())
                .put("property", finding.property());
        return new JsonObject()
                .put("ruleId", finding.rule().value())
                .put("level", level(finding.severity()))
                .putObject("message", new JsonObject().put("text", message))
                .putObjects("locations", location(Spot.of(finding.at(), vantage), ""))
                .putObjects("relatedLocations", related(finding, vantage))
                .putObjects("suppressions", suppressions(finding))
                .putObject("properties", properties);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR, DANGER -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static List<JsonObject> related(Diagnostic finding, Vantage vantage) {
        var places = new ArrayList<JsonObject>();
        for (var related : finding.related()) {
            places.addAll(location(Spot.of(related.at(), vantage), related.how()));
        }
        return places;
    }

    private static List<JsonObject> location(Spot spot, String message) {
        if (spot.file().isEmpty()) {
            return List.of();
        }
        var physical = new JsonObject().putObject("artifactLocation", new JsonObject().put("uri", uri(spot.file())));
        if (spot.line() > 0) {
            physical.putObject(
                    "region", new JsonObject().put("startLine", spot.line()).put("startColumn", spot.column()));
        }
        var location = new JsonObject().putObject("physicalLocation", physical);
        if (!message.isEmpty()) {
            location.putObject("message", new JsonObject().put("text", message));
        }
        return List.of(location);
    }

    private static List<JsonObject> suppressions(Diagnostic finding) {
        return finding.allowance()
                .map(reason -> List.of(new JsonObject().put("kind", "inSource").put("justification", reason)))
                .orElse(List.of());
    }

    /** A path as a relative reference: what a URI keeps for itself is escaped. */
    private static String uri(String file) {
        return file.replace("%", "%25").replace(" ", "%20").replace("#", "%23").replace("?", "%3F");
    }
}
