package dev.stowage.synth.cli;

import dev.stowage.synth.rule.RuleCatalogue;
import dev.stowage.synth.rule.RuleText;
import java.util.ArrayList;

/** {@code explain}: what a rule finds, why that matters, and when it is no fault. */
final class ExplainCommand implements Command {

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "Tells what a rule finds, why AWS cares, and when it is no fault.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().operand("RULE").details("""
                        RULE is a name as a finding shows it, or the beginning of one up to a dot: that lists a family.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var name = call.arguments().operands().get(0);
        var family = RuleCatalogue.family(name);
        if (family.isEmpty()) {
            throw unknown(name);
        }
        var only = family.get(0);
        call.console().out().print(only.id().equals(name) ? text(only) : RulesCommand.table(family));
        return ExitCode.FINE;
    }

    private static String text(RuleText rule) {
        var acceptance = rule.id().startsWith(RuleCatalogue.DIFFERENCE)
                ? "`local up` tells it, and no check does. To accept it, unless it is an error: .allow(\"" + rule.id()
                        + "\", \"why\") on the thing, the stack or the app."
                : "To accept it: .allow(\"" + rule.id() + "\", \"why\") on the thing, the stack or the app.";
        return rule.severity() + " " + rule.id() + "\n" + rule.title() + ".\n\n" + rule.explanation() + "\n\n"
                + acceptance + "\n";
    }

    private static CommandFault unknown(String name) {
        var names = new ArrayList<String>();
        for (var rule : RuleCatalogue.all()) {
            names.add(rule.id());
        }
        return CommandFault.usage(
                "`" + name + "` is not a rule." + CommandFault.guess(name, names) + " `rules` lists them all.");
    }
}
