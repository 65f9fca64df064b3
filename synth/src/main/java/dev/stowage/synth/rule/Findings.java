package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.reading.Reading;
import java.util.ArrayList;
import java.util.List;

/** What one rule finds about one resource, in one way in which conditions can turn out. */
final class Findings {

    private final Rule rule;
    private final Found subject;
    private final List<Diagnostic> found = new ArrayList<>(0);

    Findings(Rule rule, Found subject) {
        this.rule = rule;
        this.subject = subject;
    }

    /**
     * A finding of the rule about a property of its subject, to be completed and given to {@link #add}.
     *
     * @param property a path with slashes
     * @param message one sentence that ends with a full stop
     */
    Diagnostic fault(String property, String message) {
        return fault(property, subject.at(property), message);
    }

    /** The same, at the place where a reading was written if that is known. */
    Diagnostic fault(String property, Reading<?> reading, String message) {
        return fault(property, place(property, reading), message);
    }

    private Diagnostic fault(String property, Origin at, String message) {
        return Diagnostic.of(rule.id(), rule.severity(), at, message)
                .on(subject.stack(), subject.logicalId())
                .property(property);
    }

    private Origin place(String property, Reading<?> reading) {
        return reading.at() == Origin.NOWHERE ? subject.at(property) : reading.at();
    }

    /**
     * Adds a finding about a list that is longer than AWS takes.
     *
     * @param does what the subject does with them, as in {@code registers its tasks with}
     * @param things what is counted, as in {@code target groups}
     * @param taker who takes fewer, as in {@code ECS}
     */
    void addCount(String property, String does, int count, String things, String taker, int most, String fix) {
        var message = "`" + subject.name() + "` " + does + " " + count + " " + things + ", and " + taker + " takes "
                + most + ".";
        add(fault(property, message).fix(fix));
    }

    /** Advice in the words of a program where a program said the subject, in those of a template otherwise. */
    String advice(String inProgram, String inTemplate) {
        return subject.isSaid() ? inProgram : inTemplate;
    }

    /**
     * Adds a finding and what it rests on. One that rests on the default of a parameter says so and is a warning at most,
     * because a deployment may be given another value.
     */
    void add(Diagnostic fault, Reading<?>... basis) {
        var assumed = Reading.of("", basis).assumed();
        if (assumed.isEmpty()) {
            found.add(fault);
            return;
        }
        var several = assumed.size() == 1 ? "parameter " : "parameters ";
        var keep = assumed.size() == 1 ? " keeps its default" : " keep their defaults";
        var resting = fault.saying(Proviso.put(fault.message(), "while " + several + Proviso.names(assumed) + keep));
        found.add(fault.severity().compareTo(Severity.WARNING) > 0 ? resting.as(Severity.WARNING) : resting);
    }

    List<Diagnostic> found() {
        return found;
    }
}
