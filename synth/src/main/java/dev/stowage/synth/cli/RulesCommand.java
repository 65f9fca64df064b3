package dev.stowage.synth.cli;

import dev.stowage.synth.rule.RuleCatalogue;
import dev.stowage.synth.rule.RuleText;
import java.util.ArrayList;
import java.util.List;

/** {@code rules}: every rule, with its severity and what it finds. */
final class RulesCommand implements Command {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public String summary() {
        return "Lists every rule with its severity and what it finds.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing();
    }

    @Override
    public ExitCode run(Invocation call) {
        call.console().out().print(table(RuleCatalogue.all()));
        return ExitCode.FINE;
    }

    /** A line for each of these rules. */
    static String table(List<RuleText> rules) {
        var rows = new ArrayList<List<String>>();
        for (var rule : rules) {
            rows.add(List.of(rule.severity().name(), rule.id(), rule.title()));
        }
        return Columns.of(rows, "");
    }
}
