package dev.stowage.local.run;

import dev.stowage.local.engine.Engine;
import dev.stowage.local.ledger.Ledger;
import dev.stowage.local.ledger.TaskNote;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has the ledger of a run know what happens: after each round of the loop, and of a task before a container of it is started,
 * so that nothing is ever on the engine of which the folder of the run does not tell.
 */
final class Journal implements Engine {

    private final Engine engine;
    private final Ledger ledger;
    private final Book book;
    private final Map<TaskId, Task> noted = new HashMap<>();

    Journal(Engine engine, Ledger ledger, Book book) {
        this.engine = engine;
        this.ledger = ledger;
        this.book = book;
    }

    /** Takes note of what a round of the loop left, on its thread. */
    void saw(Snapshot now) {
        now.services().forEach(ledger::note);
        now.tasks().forEach(this::note);
        if (noted.size() > now.tasks().size()) {
            noted.keySet().removeIf(id -> now.tasks(id.value()).isEmpty());
        }
        ledger.keepOnly(noted.keySet());
    }

    private void note(Task task) {
        if (!task.equals(noted.put(task.id(), task))) {
            book.setup(task).ifPresent(setup -> ledger.note(new TaskNote(task, ledger.note(setup), book.links(task))));
        }
    }

    @Override
    public void begin(Order order) {
        if (order instanceof Order.Start) {
            book.task(order.task()).ifPresent(this::note);
        }
        engine.begin(order);
    }

    @Override
    public List<Seen> changes() {
        return engine.changes();
    }

    @Override
    public List<Seen> everything() {
        return engine.everything();
    }
}
