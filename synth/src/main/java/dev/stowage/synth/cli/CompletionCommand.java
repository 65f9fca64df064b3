package dev.stowage.synth.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/** {@code completion}: a script by which bash or zsh completes the commands, their options, and the names of rules. */
final class CompletionCommand implements Command {

    private static final String BASH = "bash";
    private static final String ZSH = "zsh";

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "Prints a script for bash or zsh that completes commands and options.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing().operand("SHELL").details("""
                        SHELL is bash or zsh. The script completes the words after `stowage`, an alias or script of yours that
                        runs `java -jar stowage.jar`: put `source <(stowage completion bash)` into ~/.bashrc.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var shell = call.arguments().operands().get(0);
        if (!shell.equals(BASH) && !shell.equals(ZSH)) {
            throw CommandFault.usage("`" + shell + "` is no shell that there is a script for. Write `bash` or `zsh`.");
        }
        var script = script();
        call.console()
                .out()
                .print(shell.equals(ZSH) ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script);
        return ExitCode.FINE;
    }

    private static String script() {
        var commands = new ArrayList<Command>();
        for (var name : CommandLine.BUILT_IN) {
            commands.add(CommandLine.command(List.of(name)));
        }
        for (var command : CommandLine.added()) {
            commands.add(command);
        }
        var cases = new StringBuilder();
        var names = new LinkedHashSet<String>();
        var families = new LinkedHashMap<String, String>();
        for (var command : commands) {
            var name = command.name();
            var blank = name.indexOf(' ');
            names.add(blank < 0 ? name : name.substring(0, blank));
            var pattern = blank < 0 ? name + "\\ *" : name.replace(" ", "\\ ");
            cases.append(line(pattern, String.join(" ", options(command))));
            if (blank > 0) {
                families.merge(name.substring(0, blank), name.substring(blank + 1), (one, more) -> one + " " + more);
            }
        }
        families.forEach((first, seconds) -> cases.append(line(first + "\\ *", seconds)));
        return """
                _stowage() {
                    local word="${COMP_WORDS[COMP_CWORD]}" words
                    if [ "$COMP_CWORD" -eq 1 ]; then
                        COMPREPLY=($(compgen -W '%COMMANDS%' -- "$word"))
                        return
                    fi
                    case "${COMP_WORDS[1]} ${COMP_WORDS[2]}" in
                        explain\\ *) words="$(stowage rules 2> /dev/null | awk '{print $2}')" ;;
                %CASES%    esac
                    COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word"))
                }
                complete -o filenames -F _stowage stowage
                """.replace("%COMMANDS%", String.join(" ", names)).replace("%CASES%", cases);
    }

    private static String line(String pattern, String words) {
        return "        " + pattern + ") words='" + words + "' ;;\n";
    }

    private static List<String> options(Command command) {
        var options = new ArrayList<String>();
        for (var option : command.syntax().options()) {
            options.add(option.name());
        }
        return options;
    }
}
