package dev.stowage.local.run;

import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.service.Service;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.task.TaskStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happened between two looks at a run, in lines: what services say in ECS's words, and where tasks begin and end. */
public final class Story {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static final int SHORT = 8;

    private final Snapshot now;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private Story(Snapshot now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** The lines, oldest first, with the time of day in that zone. */
    public static List<String> between(Snapshot before, Snapshot after, ZoneId zone) {
        var story = new Story(after, zone);
        for (var task : after.tasks()) {
            story.task(before.tasks(task.id().value()).stream().findFirst().map(Task::status), task);
        }
        for (var service : after.services()) {
            story.service(
                    before.service(service.spec().id())
                            .map(one -> one.log().events())
                            .orElse(List.of()),
                    service);
        }
        return story.lines;
    }

    /** The first eight digits of a task's name, which tell it from others well enough. */
    public static String shortened(TaskId task) {
        return task.value().substring(0, Math.min(SHORT, task.value().length()));
    }

    /** What became of its containers, where it ended: {@code web exit code 1; sidecar OutOfMemoryError: ...}. */
    public static String ending(Task task) {
        var parts = new ArrayList<String>();
        var reason = task.stop().map(Stop::reason).orElse("");
        parts.add(reason);
        for (var container : task.containers()) {
            var what = ending(container);
            if (!what.isEmpty() && !what.equals(reason) && !isPause(container)) {
                parts.add(container.definition().name() + ": " + what);
            }
        }
        return String.join("; ", parts);
    }

    private static boolean isPause(Container container) {
        return container.definition().name().equals(TaskDefinition.PAUSE);
    }

    private static String ending(Container container) {
        var error = container.error().map(Object::toString).orElse("");
        var code = container.exitCode().isPresent()
                ? "exit code " + container.exitCode().getAsInt()
                : "";
        return error.isEmpty() || code.isEmpty() ? error + code : error + " (" + code + ")";
    }

    private void task(Optional<TaskStatus> before, Task task) {
        if (before.isPresent() && before.get() == task.status()) {
            return;
        }
        if (task.status() == TaskStatus.RUNNING) {
            line(
                    task.times().started().orElse(task.times().created()),
                    nameOf(task),
                    shortened(task.id()) + " RUNNING");
        } else if (task.isStopped()) {
            var at = task.times().stopped().orElse(task.times().created());
            line(at, nameOf(task), shortened(task.id()) + " STOPPED: " + ending(task));
        }
    }

    private String nameOf(Task task) {
        return now.nameOf(task.assignment().group());
    }

    private void service(List<ServiceEvent> known, Service service) {
        var name = service.spec().name();
        var events = service.log().events();
        var fresh = known.isEmpty() ? events.size() : Math.max(0, events.indexOf(known.get(0)));
        for (var i = fresh - 1; i >= 0; i--) {
            line(events.get(i).at(), now.nameOf(service.spec().id()), shortened(said(events.get(i), name)));
        }
    }

    private static String said(ServiceEvent event, String name) {
        var subject = "(service " + name + ") ";
        var text = event.message();
        return text.startsWith(subject) ? text.substring(subject.length()) : text;
    }

    /** With the names of tasks as they are shown elsewhere. */
    private String shortened(String text) {
        var shorter = text;
        for (var task : now.tasks()) {
            shorter = shorter.replace(task.id().value(), shortened(task.id()));
        }
        return shorter;
    }

    private void line(Instant at, String who, String what) {
        lines.add(CLOCK.format(at.atZone(zone)) + "  " + who + "  " + what);
    }
}
