package dev.stowage.synth.cli;

import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Template;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.rule.Checker;
import dev.stowage.synth.write.JsonWriter;
import dev.stowage.synth.write.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** {@code template}: the template of one stack on standard output, in JSON or in YAML. */
final class TemplateCommand implements Command {

    private static final String FROM = "--from";
    private static final String YAML = "--yaml";

    @Override
    public String name() {
        return "template";
    }

    @Override
    public String summary() {
        return "Prints the template of a stack, in JSON or in YAML.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .flag(YAML, "in YAML, with the short forms of functions; else in JSON")
                .option(FROM, "PATH", "of a template or a cloud assembly, instead of the program")
                .optionalOperand("STACK")
                .details("""
                        Without a STACK there must be only one. Nothing is checked, so that a template which AWS would refuse
                        can be looked at. Comments, and the order of keys in sections, are those of Stowage.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var from = call.arguments().value(FROM);
        var model = from.isPresent() ? ModelReader.open(call.path(from.get())) : call.model();
        if (model.templates().isEmpty()) {
            call.console().err().print(Findings.snippets(model, call.console()).text(Checker.check(model)));
            return ExitCode.FINDINGS;
        }
        var template = chosen(model, call.arguments().operands());
        var text = call.arguments().has(YAML) ? YamlWriter.template(template) : JsonWriter.template(template);
        call.console().out().writeBytes(text);
        return ExitCode.FINE;
    }

    private static Template chosen(Model model, List<String> wanted) {
        if (wanted.isEmpty() && model.templates().size() == 1) {
            return model.templates().get(0);
        }
        var names = new ArrayList<String>();
        for (var template : model.templates()) {
            if (wanted.contains(template.stack())) {
                return template;
            }
            names.add(template.stack());
        }
        var stacks = " The stacks are `" + String.join("`, `", names) + "`.";
        throw CommandFault.usage(
                wanted.isEmpty()
                        ? "`template` prints one stack, and there are " + names.size() + ": name one of them." + stacks
                        : "`" + wanted.get(0) + "` is not a stack here." + stacks);
    }
}
