package dev.stowage.synth.cli;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.TaskDefinitionWriter;
import java.util.ArrayList;
import java.util.List;

/** {@code task-definition}: one task definition as {@code aws ecs register-task-definition} takes it. */
final class TaskDefinitionCommand implements Command {

    private static final String FROM = "--from";

    @Override
    public String name() {
        return "task-definition";
    }

    @Override
    public String summary() {
        return "Prints a task definition in JSON, as `aws ecs register-task-definition` takes it.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .option(FROM, "PATH", "of a template or a cloud assembly, instead of the program")
                .optionalOperand("ID")
                .details("""
                        An ID is the logical id of a task definition; without one there must be only one. Functions are worked
                        out and parameters count as their defaults. Where a value is left that only a deployment tells, such as
                        the role that the stack makes, the JSON lacks it, a finding names it, and the code is 1.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var from = call.arguments().value(FROM);
        var model = from.isPresent() ? ModelReader.open(call.path(from.get())) : call.model();
        var definition = chosen(
                ResourceGraph.of(model).all(EcsTaskDefinition.TYPE),
                call.arguments().operands());
        var missing = new ArrayList<Diagnostic>();
        call.console().out().writeBytes(TaskDefinitionWriter.json(definition, missing));
        if (missing.isEmpty()) {
            return ExitCode.FINE;
        }
        call.console().err().print(Findings.snippets(model, call.console()).text(Report.of(missing)));
        return ExitCode.FINDINGS;
    }

    private static Found chosen(List<Found> definitions, List<String> wanted) {
        if (wanted.isEmpty() && definitions.size() == 1) {
            return definitions.get(0);
        }
        var ids = new ArrayList<String>();
        for (var definition : definitions) {
            if (wanted.contains(definition.logicalId())) {
                return definition;
            }
            ids.add("`" + definition.logicalId() + "`");
        }
        var known = ids.isEmpty() ? " There is none." : " There are " + String.join(", ", ids) + ".";
        throw CommandFault.usage(
                wanted.isEmpty()
                        ? "`task-definition` prints one task definition: name it by its logical id." + known
                        : "`" + wanted.get(0) + "` is not a task definition here." + known);
    }
}
