package dev.stowage.local.testing;

import dev.stowage.local.run.Machine;
import dev.stowage.local.run.Snapshot;
import dev.stowage.local.run.Story;
import dev.stowage.local.service.Service;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import java.util.List;

/** Why services are not as they are wanted: what they said, why their tasks stopped, and what those printed last. */
final class Account {

    private static final int EVENTS = 8;
    private static final int TASKS = 3;
    private static final int LINES = 10;

    private final Snapshot now;
    private final Machine machine;
    private final StringBuilder text = new StringBuilder();

    private Account(Snapshot now, Machine machine) {
        this.now = now;
        this.machine = machine;
    }

    /** Of these services, with what was noted beside. */
    static String of(List<Service> services, Snapshot now, Machine machine, List<String> notes) {
        var account = new Account(now, machine);
        notes.forEach(note -> account.line(0, note));
        services.forEach(account::service);
        return account.text.toString().stripTrailing();
    }

    private void service(Service service) {
        var tasks = now.tasksOf(service);
        var primary = service.rollout().primary();
        line(
                0,
                "service `" + now.nameOf(service.spec().id()) + "`: "
                        + tasks.stream().filter(Task::isLive).count() + " tasks live, " + primary.definition() + " is "
                        + primary.state());
        var events = service.log().events();
        for (var i = Math.min(EVENTS, events.size()) - 1; i >= 0; i--) {
            line(1, events.get(i).message());
        }
        var told = tasks.stream()
                .filter(task -> task.isStopped() || !task.isWanted())
                .toList();
        var shown = told.isEmpty() ? tasks : told;
        last(shown, TASKS).forEach(this::task);
    }

    private void task(Task task) {
        var code = task.stop().map(Stop::code).map(it -> " " + it.word()).orElse("");
        line(1, "task " + Story.shortened(task.id()) + " " + task.status() + code + ": " + Story.ending(task));
        for (var container : Printed.apps(task)) {
            var printed = Printed.by(task, container, machine);
            last(printed, LINES).forEach(each -> line(2, container.definition().name() + " | " + each));
        }
    }

    private void line(int depth, String what) {
        text.append("  ".repeat(depth)).append(what).append('\n');
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
