package dev.stowage.local.cli;

import dev.stowage.local.run.LocalRun;
import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.synth.cli.Columns;
import dev.stowage.synth.cli.Console;
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What somebody sees of a run while it goes on: what happens, line by line; on a terminal with the state of every service
 * below the last line, which is written over whenever something changes.
 */
final class Views implements Consumer<Snapshot> {

    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintStream out;
    private final boolean live;
    private final Notes notes = new Notes();
    private final List<Machine.Address> addresses = new ArrayList<>();
    private Snapshot last = Snapshot.NOTHING;
    private int below;
    private boolean wasStable;

    private Views(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** A view for that console: live on a terminal that can move its cursor, unless plain lines are asked for. */
    static Views on(Console console, boolean plain) {
        var canMove = !console.environment("TERM").orElse("dumb").equals("dumb");
        return new Views(console.out(), console.isTerminal() && canMove && !plain);
    }

    /** Says something beside what happens. */
    synchronized void say(String line) {
        notes.add(line);
        clear();
        out.println(line);
        draw();
    }

    /** What was said beside what happens. */
    Notes notes() {
        return notes;
    }

    /** Tells from where the run is reached, and shows it from now on. */
    synchronized void reachedAt(LocalRun run) {
        clear();
        addresses.clear();
        addresses.addAll(run.addresses());
        addresses.forEach(one -> out.println(one.label() + "  " + one.uri()));
        draw();
    }

    @Override
    public synchronized void accept(Snapshot now) {
        if (last.equals(Snapshot.NOTHING)) {
            // What an earlier process did is no news.
            last = now;
            return;
        }
        var lines = Story.between(last, now, ZoneId.systemDefault());
        var isStable = now.isStable();
        if (lines.isEmpty() && isStable == wasStable && now.services().equals(last.services())) {
            last = now;
            return;
        }
        clear();
        lines.forEach(out::println);
        if (isStable
                && !wasStable
                && !now.services().isEmpty()
                && now.tasks().stream().anyMatch(one -> one.isLive())) {
            out.println("Everything runs as it is wanted. Ctrl-C stops it.");
        }
        last = now;
        wasStable = isStable;
        draw();
    }

    private void clear() {
        if (live && below > 0) {
            out.print("\u001b[" + below + "A\r" + CLEAR_BELOW);
            below = 0;
        }
    }

    private void draw() {
        if (live && !last.services().isEmpty()) {
            var rows = new ArrayList<List<String>>();
            last.services().forEach(service -> rows.add(ProcessTable.row(service, last)));
            var text = "\n" + Columns.of(rows, "  ");
            out.print(text);
            below = (int) text.chars().filter(each -> each == '\n').count();
        }
        out.flush();
    }
}
