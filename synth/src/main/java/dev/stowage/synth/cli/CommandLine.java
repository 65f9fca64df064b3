package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the command that is asked for, and runs it. */
public final class CommandLine {

    /** The commands that are built in, in the order in which help lists them. */
    static final List<String> BUILT_IN = List.of(
            "synth",
            "check",
            "template",
            "task-definition",
            "publish",
            "explain",
            "rules",
            "doctor",
            "completion",
            "help");

    private final Program program;
    private final Console console;

    private CommandLine(Program program, Console console) {
        this.program = program;
        this.console = console;
    }

    /** Does what these words ask, on this console. Without a word, a program is synthesized, and the jar gives help. */
    public static ExitCode run(Program program, Console console, String... words) {
        try {
            return told(new CommandLine(program, console).run(List.of(words)), console);
        } catch (RuntimeException | Error thrown) {
            return Faults.tell(thrown, console);
        } finally {
            console.out().flush();
            console.err().flush();
        }
    }

    /** How a command ends whose results must also have got out. */
    private static ExitCode told(ExitCode code, Console console) {
        var lost = console.lost();
        if (lost.isEmpty()) {
            return code;
        }
        console.err().println("The output is not whole: " + lost.get() + ".");
        return code.or(ExitCode.MISSING);
    }

    private ExitCode run(List<String> words) {
        var first = words.isEmpty() ? "" : words.get(0);
        if (first.equals("--version")) {
            console.out().println(Version.text());
            return ExitCode.FINE;
        }
        if (isHelp(first)) {
            return run(new HelpCommand(), List.of());
        }
        if (first.isEmpty() || first.startsWith("-")) {
            return run(program.isPresent() ? new SynthCommand() : new HelpCommand(), words);
        }
        var builtIn = builtIn(first);
        if (builtIn.isPresent()) {
            return run(builtIn.get(), words.subList(1, words.size()));
        }
        var command = added(words);
        return command instanceof FamilyCommand
                ? run(new HelpCommand(), words.subList(0, 1))
                : run(command, words.subList(wordsOf(command.name()), words.size()));
    }

    private ExitCode run(Command command, List<String> words) {
        for (var word : words) {
            if (word.equals("--")) {
                break;
            }
            if (isHelp(word)) {
                console.out().print(Help.of(command));
                return ExitCode.FINE;
            }
        }
        return command.run(new Invocation(program, console, Arguments.of(command.name(), command.syntax(), words)));
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    /** The command that these words begin with; the name of one that a module adds may be two words. */
    static Command command(List<String> words) {
        var builtIn = builtIn(words.get(0));
        return builtIn.isPresent() ? builtIn.get() : added(words);
    }

    private static Optional<Command> builtIn(String name) {
        return switch (name) {
            case "synth" -> Optional.of(new SynthCommand());
            case "check" -> Optional.of(new CheckCommand());
            case "template" -> Optional.of(new TemplateCommand());
            case "task-definition" -> Optional.of(new TaskDefinitionCommand());
            case "publish" -> Optional.of(new PublishCommand());
            case "doctor" -> Optional.of(new DoctorCommand());
            case "explain" -> Optional.of(new ExplainCommand());
            case "rules" -> Optional.of(new RulesCommand());
            case "completion" -> Optional.of(new CompletionCommand());
            case "help" -> Optional.of(new HelpCommand());
            default -> Optional.empty();
        };
    }

    private static Command added(List<String> words) {
        var names = new ArrayList<>(BUILT_IN);
        var family = new ArrayList<Command>();
        for (var command : added()) {
            var own = wordsOf(command.name());
            if (words.size() >= own && command.name().equals(String.join(" ", words.subList(0, own)))) {
                return command;
            }
            names.add(command.name());
            if (command.name().startsWith(words.get(0) + " ")) {
                family.add(command);
            }
        }
        if (!family.isEmpty() && (words.size() == 1 || isHelp(words.get(1)))) {
            return new FamilyCommand(words.get(0), family);
        }
        var name = family.isEmpty() ? words.get(0) : words.get(0) + " " + words.get(1);
        throw CommandFault.usage(
                "`" + name + "` is not a command." + CommandFault.guess(name, names) + " `help` lists them all.");
    }

    private static int wordsOf(String name) {
        return name.indexOf(' ') < 0 ? 1 : 2;
    }

    /** The commands that modules on the class path add. */
    static Iterable<Command> added() {
        return ServiceLoader.load(Command.class);
    }

    /** What modules on the class path add to a look at the machine. */
    static Iterable<Checkup> checkups() {
        return ServiceLoader.load(Checkup.class);
    }
}
