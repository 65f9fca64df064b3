package dev.stowage.local.cli;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.docker.EngineTrouble;
import dev.stowage.local.run.DockerMachine;
import dev.stowage.local.run.Opening;
import dev.stowage.local.run.RunFolder;
import dev.stowage.schema.graph.Model;
import dev.stowage.synth.cli.Command;
import dev.stowage.synth.cli.CommandFault;
import dev.stowage.synth.cli.ExitCode;
import dev.stowage.synth.cli.Invocation;
import dev.stowage.synth.cli.Syntax;
import dev.stowage.synth.write.CloudAssembly;
import java.io.UncheckedIOException;

/** {@code local up}: runs the program, or a file, on Docker. */
public final class UpCommand implements Command {

    private static final String DETACHED = "-d";
    private static final String PLAIN = "--plain";

    @Override
    public String name() {
        return "local up";
    }

    @Override
    public String summary() {
        return "Runs the program, a template or a cloud assembly on Docker, as ECS would.";
    }

    @Override
    public Syntax syntax() {
        return Keyring.options(Wish.scale(Wish.options(Runs.option(Syntax.nothing()))))
                .flag(DETACHED, "leave it running, and come back once everything runs as it is wanted")
                .flag(PLAIN, "lines instead of a view that is written over")
                .optionalOperand("PATH")
                .details("""
                        PATH is a template, a task definition or the folder of a cloud assembly; without one, the program runs.
                        Nothing starts while an error stands. Ctrl-C stops every container after those that depend on it, and
                        leaves nothing behind; a second one ends them at once. What a process left that was killed is taken over.
                        """);
    }

    @Override
    public ExitCode run(Invocation call) {
        var wish = Wish.of(call, call.arguments().operands().stream().findFirst());
        var model = StackDoor.checked(wish, call);
        if (model.isEmpty()) {
            return ExitCode.FINDINGS;
        }
        var folder = RunFolder.of(Runs.home(call), Runs.named(call, Opening.name(model.get())));
        try {
            return up(folder, wish, model.get(), call);
        } catch (UncheckedIOException unwritable) {
            throw StackDoor.fault(folder, unwritable);
        }
    }

    private static ExitCode up(RunFolder folder, Wish wish, Model model, Invocation call) {
        var hold = folder.hold()
                .orElseThrow(() -> CommandFault.missing("The run `" + folder.id() + "` is up already. `local deploy`"
                        + " changes it, `local down` ends it, and `local up --run NAME` starts another beside it."));
        refuseOthers(hold);
        return call.arguments().has(DETACHED) ? detached(hold, wish, model, call) : attached(hold, wish, model, call);
    }

    /** What is on the engine under a name that nobody led here is somebody else's, or the folder of the run is lost. */
    private static void refuseOthers(RunFolder.Hold hold) {
        var id = hold.folder().id();
        try {
            if (hold.isNew() && DockerMachine.left().contains(id)) {
                hold.delete();
                hold.close();
                throw CommandFault.missing(
                        "The engine has containers of a run `" + id + "` that is not known here: another"
                                + " user's, or one whose folder is lost. `local up --run NAME` starts one beside it, and"
                                + " `local down --run " + id + "` removes it.");
            }
        } catch (EngineTrouble trouble) {
            hold.delete();
            hold.close();
            throw StackDoor.fault(trouble);
        }
    }

    private static ExitCode attached(RunFolder.Hold hold, Wish wish, Model model, Invocation call) {
        var view = Views.on(call.console(), call.arguments().has(PLAIN));
        var scale = new TimeScale(wish.scale());
        wish.keyring().notice().ifPresent(view::say);
        try {
            return new Leader(hold, view)
                    .lead(
                            () -> DockerMachine.open(
                                    hold.folder(),
                                    Runs.traffic(hold.folder(), scale),
                                    wish.keyring().credentials(),
                                    view::say),
                            scale,
                            machine -> StackDoor.workedOut(model, wish, machine, call));
        } catch (EngineTrouble trouble) {
            throw StackDoor.fault(trouble);
        }
    }

    private static ExitCode detached(RunFolder.Hold hold, Wish wish, Model model, Invocation call) {
        var folder = hold.folder();
        try (hold) {
            RunFolder.delete(folder.socket());
            var path = wish.path().orElse(folder.file("program"));
            if (wish.path().isEmpty()) {
                RunFolder.delete(path);
                CloudAssembly.write(model, path);
            }
            wish.at(path).write(folder.file("wish"));
        }
        return Detached.start(folder, call);
    }
}
