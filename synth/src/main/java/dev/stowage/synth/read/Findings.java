package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings and allowances as a {@code stowage.json} remembers them. */
final class Findings {

    private final Origins origins;

    Findings(Origins origins) {
        this.origins = origins;
    }

    List<Allowance> allowances(ListNode list) {
        var allowances = new ArrayList<Allowance>();
        for (var item : list.items()) {
            if (item instanceof ObjectNode object) {
                allowances.add(new Allowance(
                        object.text("rule").orElse(""),
                        object.text("reason").orElse(""),
                        origins.at(object.peek("at"))));
            }
        }
        return allowances;
    }

    List<Diagnostic> findings(ListNode list) {
        var findings = new ArrayList<Diagnostic>();
        for (var item : list.items()) {
            var severity = item instanceof ObjectNode object ? severity(object) : Optional.<Severity>empty();
            if (severity.isPresent()) {
                findings.add(finding((ObjectNode) item, severity.get()));
            }
        }
        return findings;
    }

    private Diagnostic finding(ObjectNode object, Severity severity) {
        var finding = Diagnostic.of(
                RuleId.of(object.text("rule").orElse("")),
                severity,
                origins.at(object.peek("at")),
                object.text("message").orElse(""));
        finding = object.text("fix").map(finding::fix).orElse(finding);
        if (object.text("stack").isPresent() && object.text("resource").isPresent()) {
            finding = finding.on(
                    object.text("stack").get(), object.text("resource").get());
        }
        finding = object.text("property").map(finding::property).orElse(finding);
        for (var item : object.list("related").items()) {
            if (item instanceof ObjectNode related) {
                finding = finding.also(related.text("how").orElse(""), origins.at(related.peek("at")));
            }
        }
        return object.text("allowed").map(finding::allowed).orElse(finding);
    }

    private static Optional<Severity> severity(ObjectNode finding) {
        var name = finding.text("severity").orElse("");
        for (var severity : Severity.values()) {
            if (severity.name().equals(name)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
