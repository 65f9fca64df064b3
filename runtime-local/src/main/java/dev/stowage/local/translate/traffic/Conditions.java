package dev.stowage.local.translate.traffic;

import dev.stowage.local.evaluate.Grounded;
import dev.stowage.local.gap.Gap;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.ElbListenerRule.RuleCondition;
import dev.stowage.schema.semantics.routing.ConditionReader;
import dev.stowage.schema.semantics.routing.RequestCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the conditions of a rule. */
final class Conditions {

    private final Grounded rule;
    private final Consumer<Diagnostic> findings;

    Conditions(Grounded rule, Consumer<Diagnostic> findings) {
        this.rule = rule;
        this.findings = findings;
    }

    RequestCondition read(RuleCondition condition) {
        return ConditionReader.read(condition, this::tell);
    }

    private void tell(String what) {
        findings.accept(Gap.VALUE.at(rule.at("Conditions"), "Rule `" + rule.name() + "` " + what + "."));
    }

    static List<String> texts(Items<Reading<String>> items) {
        var texts = new ArrayList<String>();
        for (var item : items) {
            item.known().ifPresent(texts::add);
        }
        return texts;
    }
}
