package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.synth.read.ModelReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Templates for the tests of rules, in JSON with single quotes, and what a rule says about them. */
final class Sketch {

    private final List<Template> templates = new ArrayList<>();

    private Sketch() {}

    /** A stack of these resources. */
    static Sketch of(String resources) {
        return of("", resources);
    }

    /** A stack of these resources with these sections before them. */
    static Sketch of(String sections, String resources) {
        return new Sketch().and("stack", sections, resources);
    }

    /** The same with another stack. */
    Sketch and(String stack, String sections, String resources) {
        var json = "{" + sections + (sections.isEmpty() ? "" : ", ") + "'Resources': {" + resources + "}}";
        var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        templates.addAll(ModelReader.template(stack + ".json", bytes).templates());
        return this;
    }

    Model model() {
        return Model.of(templates);
    }

    /** What this rule finds, each as severity, resource, property and message. */
    List<String> found(String rule) {
        var lines = new ArrayList<String>();
        for (var finding : findings(rule)) {
            lines.add(finding.severity() + " " + finding.resource().orElse("") + "/"
                    + finding.property().orElse("") + ": " + finding.message());
        }
        return lines;
    }

    List<Diagnostic> findings(String rule) {
        var findings = new ArrayList<Diagnostic>();
        for (var finding : Checker.check(model()).findings()) {
            if (finding.rule().value().equals(rule)) {
                findings.add(finding);
            }
        }
        return findings;
    }
}
