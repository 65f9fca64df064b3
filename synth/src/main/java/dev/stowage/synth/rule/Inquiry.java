package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Assignment;
import dev.stowage.schema.graph.Branches;
import dev.stowage.schema.graph.Branches.Answer;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Question;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One rule asked about one resource, in every way in which the conditions that it meets can turn out. */
final class Inquiry implements Question<Optional<List<Diagnostic>>> {

    private final Family family;
    private final Rule rule;
    private final Found subject;

    private Inquiry(Family family, Rule rule, Found subject) {
        this.family = family;
        this.rule = rule;
        this.subject = subject;
    }

    /** What the rule finds about the subject; empty where it depends on too many conditions to be answered. */
    static Optional<List<Diagnostic>> about(Found subject, Rule rule, Family family, ResourceGraph graph) {
        var answers = Branches.ask(graph, new Inquiry(family, rule, subject));
        return answers.isEmpty() ? Optional.empty() : Optional.of(merged(answers.get()));
    }

    /** What the rule finds this way; empty where the subject does not exist this way. */
    @Override
    public Optional<List<Diagnostic>> ask(ResourceGraph graph) {
        var here = graph.again(subject);
        if (here.exists() == Verdict.FAILS) {
            return Optional.empty();
        }
        var findings = new Findings(rule, here);
        family.judge(rule, here, graph, findings);
        return Optional.of(findings.found());
    }

    private static List<Diagnostic> merged(List<Answer<Optional<List<Diagnostic>>>> answers) {
        var first = answers.get(0);
        if (answers.size() == 1) {
            return first.answer().orElse(List.of());
        }
        var merged = new ArrayList<Diagnostic>();
        for (var answer : answers) {
            for (var finding : answer.answer().orElse(List.of())) {
                if (!contains(merged, finding)) {
                    merged.add(finding);
                }
            }
        }
        for (var i = 0; i < merged.size(); i++) {
            merged.set(i, withProviso(merged.get(i), answers));
        }
        return merged;
    }

    /** The finding, and when it holds, in as few conditions as tell it from the ways in which it does not. */
    private static Diagnostic withProviso(Diagnostic finding, List<Answer<Optional<List<Diagnostic>>>> answers) {
        Assignment when = null;
        for (var answer : answers) {
            if (when == null && contains(answer.answer().orElse(List.of()), finding)) {
                when = answer.under();
            }
        }
        if (when == null) {
            return finding;
        }
        for (var decision : when.decisions()) {
            var fewer = when.without(decision);
            when = isAlways(finding, fewer, answers) ? fewer : when;
        }
        return when.decisions().isEmpty()
                ? finding
                : finding.saying(Proviso.put(finding.message(), Proviso.when(when.decisions())));
    }

    private static boolean isAlways(
            Diagnostic finding, Assignment when, List<Answer<Optional<List<Diagnostic>>>> answers) {
        for (var answer : answers) {
            var applies = answer.answer().isPresent() && answer.under().agreesWith(when);
            if (applies && !contains(answer.answer().get(), finding)) {
                return false;
            }
        }
        return true;
    }

    private static boolean contains(List<Diagnostic> findings, Diagnostic wanted) {
        for (var finding : findings) {
            if (finding.message().equals(wanted.message())
                    && finding.severity() == wanted.severity()
                    && finding.resource().equals(wanted.resource())
                    && finding.property().equals(wanted.property())) {
                return true;
            }
        }
        return false;
    }
}
