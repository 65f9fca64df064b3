package dev.stowage.local.translate;

import dev.stowage.local.evaluate.Evaluation;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One translation at work: what it reads, and what it has to tell. */
final class Work {

    private final Evaluation evaluation;
    private final Machine machine;
    private final Map<String, Diagnostic> told = new LinkedHashMap<>();

    Work(Evaluation evaluation, Machine machine) {
        this.evaluation = evaluation;
        this.machine = machine;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    Machine machine() {
        return machine;
    }

    /** Tells something, once for the same words. */
    void tell(Diagnostic one) {
        told.putIfAbsent(one.rule() + " " + one.message(), one);
    }

    List<Diagnostic> findings() {
        var all = new ArrayList<>(evaluation.findings());
        all.addAll(told.values());
        return all;
    }
}
