package dev.stowage.synth.rule;

import dev.stowage.schema.conformance.Conformance;
import dev.stowage.schema.conformance.Numbers;
import dev.stowage.schema.conformance.ReadForm;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.table.Limits;
import dev.stowage.schema.table.Ranges;
import java.util.ArrayList;
import java.util.List;

/** Asks every rule of a model, and weighs what is found against what somebody accepted. */
public final class Checker {

    private final ResourceGraph graph;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<String> unanswered = new ArrayList<>(0);

    private Checker(ResourceGraph graph) {
        this.graph = graph;
    }

    /**
     * All findings about a model: those of whoever described or read it, those of the second net, those of the
     * rules; accepted ones as accepted.
     */
    public static Report check(Model model) {
        return check(model, ResourceGraph.of(model));
    }

    /** The same, for a caller that has joined the model already and goes on to read the graph. */
    public static Report check(Model model, ResourceGraph graph) {
        var checker = new Checker(graph);
        checker.found.addAll(model.findings());
        var conformance = Conformance.to(Catalogue.standard());
        for (var template : model.templates()) {
            checker.found.addAll(conformance.check(template));
            checker.found.addAll(Numbers.check(template, Limits.standard(), Ranges.standard()));
        }
        var isRead = isRead(model);
        if (isRead) {
            checker.found.addAll(ReadForm.check(model.templates()));
        }
        for (var family : Families.of(checker.graph, isRead)) {
            checker.ask(family);
        }
        return Report.of(Allowances.of(model, checker.unanswered).weigh(checker.found));
    }

    /** Whether somebody wrote a template of the model, rather than words of a program. */
    private static boolean isRead(Model model) {
        for (var template : model.templates()) {
            for (var resource : template.resources()) {
                if (!(resource.at() instanceof Said)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A finding that is no rule's, such as one about a local run, as accepted where the model accepts it. */
    public static Diagnostic accepted(Model model, Diagnostic finding) {
        return Allowances.of(model, List.of()).weigh(finding);
    }

    private void ask(Family family) {
        for (var subject : graph.all(family.judges())) {
            if (!subject.isRewritten()) {
                for (var rule : family.rules()) {
                    var findings = Inquiry.about(subject, rule, family, graph);
                    found.addAll(findings.orElse(List.of()));
                    if (findings.isEmpty()) {
                        unanswered.add(rule.id().value());
                    }
                }
            }
        }
    }
}
