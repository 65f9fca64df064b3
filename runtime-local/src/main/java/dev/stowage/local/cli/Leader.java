package dev.stowage.local.cli;

import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.run.ControlSocket;
import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.RunFolder;
import dev.stowage.local.run.Wanted;
import dev.stowage.synth.cli.ExitCode;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;

/** The process that a run lives in. Whatever goes wrong, what was made is removed, and the folder of the run with it. */
final class Leader {

    private final RunFolder.Hold hold;
    private final Views view;
    private final CountDownLatch end = new CountDownLatch(1);

    Leader(RunFolder.Hold hold, Views view) {
        this.hold = hold;
        this.view = view;
    }

    /**
     * Has a stack run until its end.
     *
     * @param open opens the machine
     * @param work works out what is to run on it; empty where an error stands
     */
    ExitCode lead(Supplier<Machine> open, TimeScale scale, Function<Machine, Optional<Wanted>> work) {
        try (hold) {
            try (var machine = open.get()) {
                var wanted = work.apply(machine);
                wanted.ifPresent(it -> run(it, machine, scale));
                return wanted.isPresent() ? ExitCode.FINE : ExitCode.FINDINGS;
            } finally {
                hold.delete();
            }
        }
    }

    private void run(Wanted wanted, Machine machine, TimeScale scale) {
        var run = LocalRun.begin(wanted, machine, scale, view::say, view);
        var desk = new Desk(run, view.notes(), end::countDown);
        Interrupts.handle(this::end, machine::kill);
        var socket = ControlSocket.open(hold.folder(), desk);
        try {
            view.reachedAt(run);
            await();
        } finally {
            run.close();
            desk.ended();
            socket.close();
        }
    }

    private void end() {
        view.say("Stopping, each container after those that depend on it. Ctrl-C again ends them at once.");
        end.countDown();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
