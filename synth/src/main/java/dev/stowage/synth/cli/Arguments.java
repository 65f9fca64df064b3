package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The words that follow a command, taken apart by what the command takes. */
public final class Arguments {

    private final List<String> names;
    private final List<String> values;
    private final List<String> operands;

    private Arguments(List<String> names, List<String> values, List<String> operands) {
        this.names = names;
        this.values = values;
        this.operands = operands;
    }

    /** Whether this flag was given. */
    public boolean has(String flag) {
        return names.contains(flag);
    }

    /** What this option was given; of several, the last. */
    public Optional<String> value(String option) {
        var at = names.lastIndexOf(option);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    /** Everything that this option was given, in order. */
    public List<String> values(String option) {
        var given = new ArrayList<String>();
        for (var at = 0; at < names.size(); at++) {
            if (names.get(at).equals(option)) {
                given.add(values.get(at));
            }
        }
        return given;
    }

    /** The words that are neither options nor their values, in order. */
    public List<String> operands() {
        return operands;
    }

    /** Takes words apart; what stands behind {@code --} is an operand whatever it looks like. */
    static Arguments of(String command, Syntax syntax, List<String> words) {
        var parser = new Parser(command, syntax, words.iterator());
        while (parser.words.hasNext()) {
            parser.read(parser.words.next());
        }
        return parser.done();
    }

    /** Reads one word after another. */
    private static final class Parser {

        private final String command;
        private final Syntax syntax;
        private final Iterator<String> words;
        private final Arguments found = new Arguments(new ArrayList<>(2), new ArrayList<>(2), new ArrayList<>(2));

        private Parser(String command, Syntax syntax, Iterator<String> words) {
            this.command = command;
            this.syntax = syntax;
            this.words = words;
        }

        private void read(String word) {
            if (word.equals("--")) {
                while (words.hasNext()) {
                    operand(words.next());
                }
            } else if (word.startsWith("-") && word.length() > 1) {
                option(word);
            } else {
                operand(word);
            }
        }

        private void operand(String word) {
            if (found.operands.size() == syntax.most()) {
                var read = syntax.option("--from").isPresent() ? " A file or folder to read goes with `--from`." : "";
                throw CommandFault.usage("`" + word + "` is one word too many for `" + command + "`." + read);
            }
            found.operands.add(word);
        }

        private void option(String word) {
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            var option = syntax.option(name);
            if (option.isEmpty()) {
                throw unknown(name);
            }
            found.names.add(name);
            found.values.add(equals < 0 ? following(option.get()) : attached(option.get(), word.substring(equals + 1)));
        }

        private String following(Syntax.Option option) {
            if (option.isFlag()) {
                return "";
            }
            if (!words.hasNext()) {
                throw CommandFault.usage(
                        "`" + option.name() + "` ends the line, but wants " + option.placeholder() + " behind it.");
            }
            return words.next();
        }

        private static String attached(Syntax.Option option, String value) {
            if (option.isFlag()) {
                throw CommandFault.usage("`" + option.name() + "` is given `" + value + "`, but stands alone.");
            }
            return value;
        }

        private CommandFault unknown(String name) {
            var names = new ArrayList<String>();
            for (var option : syntax.options()) {
                names.add(option.name());
            }
            return CommandFault.usage(
                    "`" + name + "` is not an option of `" + command + "`." + CommandFault.guess(name, names));
        }

        private Arguments done() {
            if (found.operands.size() < syntax.fewest()) {
                throw CommandFault.usage(
                        "`" + command + "` stands alone, but wants " + syntax.operand() + " behind it.");
            }
            return found;
        }
    }
}
