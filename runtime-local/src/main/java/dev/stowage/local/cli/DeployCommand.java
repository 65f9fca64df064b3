package dev.stowage.local.cli;

import dev.stowage.local.run.RunFolder;
import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import dev.stowage.synth.write.CloudAssembly;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** {@code local deploy}: a run goes over to what the program, or a file, says now. */
public final class DeployCommand implements Command {

    private static final String FORCE = "--force";

    @Override
    public String name() {
        return "local deploy";
    }

    @Override
    public String summary() {
        return "Goes over to what the program, or a file, says now, as a rolling deployment.";
    }

    @Override
    public Syntax syntax() {
        return Wish.options(Runs.option(Syntax.nothing()))
                .option(
                        FORCE,
                        "SERVICE",
                        "deploy this service although nothing of it changed; may be given several times")
                .optionalOperand("PATH")
                .details("""
                        PATH is a template, a task definition or the folder of a cloud assembly; without one, the program is
                        deployed. A service whose task definition or image changed is deployed, under traffic; the command ends
                        when nothing more comes of it, with 1 where a circuit breaker gave up.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var folder = Runs.folder(call);
        var wish = Wish.of(call, call.arguments().operands().stream().findFirst());
        var model = StackDoor.checked(wish, call);
        if (model.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        var file = folder.file("next.wish");
        try {
            var path = wish.path().orElse(folder.file("next"));
            if (wish.path().isEmpty()) {
                RunFolder.delete(path);
                CloudAssembly.write(model.get(), path);
            }
            wish.at(path).write(file);
        } catch (UncheckedIOException unwritable) {
            throw StackDoor.fault(folder, unwritable);
        }
        var words = new ArrayList<>(List.of(Verbs.DEPLOY, file.toString()));
        words.addAll(call.arguments().values(FORCE));
        return Runs.ask(folder, call, words);
    }
}
