package dev.stowage.synth.cli;

import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.synth.write.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code doctor}: what is there on this machine, and what is missing, for each thing that Stowage can do. */
final class DoctorCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public String name() {
        return "doctor";
    }

    @Override
    public String summary() {
        return "Says what this machine has and lacks for each thing that Stowage can do.";
    }

    @Override
    public Syntax syntax() {
        return Syntax.nothing()
                .flag(JSON, "one JSON object on a line for each thing")
                .details("""
                Nothing is changed, nothing but a Docker engine on this machine is asked, and no secret is shown. What is
                optional serves its own purpose alone; where something that has to be there is missing, the code is 3.
                """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var vitals = new ArrayList<Vital>();
        vitals.addAll(new MachineCheckup().look(call.console()));
        vitals.addAll(new DockerCheckup().look(call.console()));
        for (var more : CommandLine.checkups()) {
            vitals.addAll(more.look(call.console()));
        }
        call.console().out().print(call.arguments().has(JSON) ? json(vitals) : table(vitals));
        for (var vital : vitals) {
            if (vital.state() == Vital.State.MISSING) {
                return ExitCode.MISSING;
            }
        }
        return ExitCode.FINE;
    }

    private static String state(Vital vital) {
        return vital.state().name().toLowerCase(Locale.ROOT);
    }

    private static String table(List<Vital> vitals) {
        var rows = new ArrayList<List<String>>();
        for (var vital : vitals) {
            rows.add(List.of(state(vital), vital.name(), vital.found(), "for " + vital.purpose()));
        }
        return Columns.of(rows, "");
    }

    private static String json(List<Vital> vitals) {
        var lines = new StringBuilder();
        for (var vital : vitals) {
            var object = ObjectNode.empty()
                    .with("name", vital.name())
                    .with("state", state(vital))
                    .with("found", vital.found())
                    .with("purpose", vital.purpose());
            lines.append(JsonWriter.line(object)).append('\n');
        }
        return lines.toString();
    }
}
