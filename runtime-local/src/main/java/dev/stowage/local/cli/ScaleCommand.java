package dev.stowage.local.cli;

import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import java.util.ArrayList;
import java.util.List;

/** {@code local scale}: how many tasks a service wants. */
public final class ScaleCommand implements Command {

    @Override
    public String name() {
        return "local scale";
    }

    @Override
    public String summary() {
        return "Has services want another number of tasks.";
    }

    @Override
    public Syntax syntax() {
        return Runs.option(Syntax.nothing()).operands("SERVICE=COUNT").details("""
                        A SERVICE is its name, or CLUSTER/NAME where several clusters have one of that name.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var words = new ArrayList<>(List.of(Verbs.SCALE));
        for (var word : call.arguments().operands()) {
            var equals = word.indexOf('=');
            words.add(word.substring(0, Math.max(0, equals)));
            words.add(count(word, word.substring(equals + 1)));
        }
        if (words.size() == 1) {
            throw CommandFault.usage("`local scale` stands alone, but wants SERVICE=COUNT behind it.");
        }
        return Runs.ask(call, words);
    }

    private static String count(String word, String count) {
        var isCount = count.length() < 5 && !count.isEmpty() && count.chars().allMatch(Character::isDigit);
        if (word.indexOf('=') < 1 || !isCount) {
            throw CommandFault.usage("`" + word + "` is no SERVICE=COUNT. Write such as `web=3`.");
        }
        return count;
    }
}
