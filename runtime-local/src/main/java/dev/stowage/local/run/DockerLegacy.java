package dev.stowage.local.run;

import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.LeftTask;
import dev.stowage.local.ledger.Kept;
import dev.stowage.local.ledger.Ledger;
import dev.stowage.local.ledger.Past;
import dev.stowage.local.ledger.TaskNote;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What an earlier process left on Docker and in the folder of its run. */
final class DockerLegacy implements Legacy {

    private final Ledger ledger;
    private final Past past;
    private final Book book;
    private final DockerEngine engine;
    private final DebugPorts debug;
    private final TargetDesk targets;

    DockerLegacy(Ledger ledger, Past past, Book book, DockerEngine engine, DebugPorts debug, TargetDesk targets) {
        this.ledger = ledger;
        this.book = book;
        this.engine = engine;
        this.debug = debug;
        this.targets = targets;
        this.past = readable(past);
        this.past.revisions().forEach(this::remember);
    }

    /** Of a task whose setup cannot be read nothing is known but its containers. */
    private static Past readable(Past all) {
        var known = all.tasks().stream()
                .filter(note -> all.of(note.setup()).isPresent())
                .toList();
        return new Past(all.services(), known, all.revisions(), all.setups(), all.ports());
    }

    private void remember(String revision, String print) {
        var number = Integer.parseInt(revision.substring(revision.lastIndexOf(':') + 1));
        past.of(print)
                .filter(Kept::isWhole)
                .ifPresent(kept -> book.remember(kept.setup().revision(number)));
    }

    @Override
    public Past past() {
        return past;
    }

    @Override
    public Wanted followedBy(Wanted next) {
        return next.with(past.followedBy(next.stack(), ledger::note));
    }

    @Override
    public boolean canMake(TaskDefinition revision) {
        return book.has(revision);
    }

    @Override
    public boolean resume(TaskNote note) {
        var task = note.task();
        var wanted = book.stack().flatMap(stack -> wanted(stack, note));
        var kept = past.of(note.setup());
        var setup = wanted.or(() -> kept.map(Kept::setup)).orElseThrow();
        book.resume(task.id(), setup.revision(task.definition().revision()), note.links());
        engine.adopt(task, book.booking(task).orElseThrow());
        var isMakeable = wanted.isPresent() || kept.filter(Kept::isWhole).isPresent();
        if (task.isWanted() && !isMakeable && !isMade(task)) {
            return false;
        }
        begin(task);
        return true;
    }

    private Optional<TaskSetup> wanted(LocalStack stack, TaskNote note) {
        var all = new ArrayList<TaskSetup>();
        stack.services().forEach(service -> all.add(service.setup()));
        all.addAll(stack.tasks());
        stack.jobs().forEach(job -> all.add(job.setup().overridden(job.overrides())));
        return all.stream()
                .filter(setup -> ledger.note(setup).equals(note.setup()))
                .findFirst();
    }

    private boolean isMade(Task task) {
        return task.containers().stream()
                .filter(one -> !one.isStopped())
                .allMatch(one -> engine.isLaunched(idOf(task, one)));
    }

    private void begin(Task task) {
        for (var container : task.containers()) {
            if (engine.isLaunched(idOf(task, container)) && !container.isStopped()) {
                debug.open(idOf(task, container));
            }
        }
        for (var order : task.outstanding()) {
            if (order instanceof Order.Register || order instanceof Order.Deregister) {
                targets.resume(task, order);
            } else if (!(order instanceof Order.Start start) || !engine.isLaunched(start.container())) {
                debug.begin(order);
            }
        }
    }

    private static ContainerId idOf(Task task, Container container) {
        return new ContainerId(task.id(), container.definition().name());
    }

    @Override
    public List<Stranger> strangers(LocalStack stack, Consumer<String> progress) {
        var adopted = new ArrayList<Stranger>();
        for (var task : engine.left()) {
            var service = serviceOf(task, stack);
            if (service.isPresent()) {
                engine.adopt(task, book.booking(task.id(), service.get(), task.startedBy()));
                var group = service.get().spec().group();
                adopted.add(new Stranger(task.id(), service.get().setup(), group, task.startedBy()));
            } else {
                engine.discard(task);
                progress.accept("Removed task " + Story.shortened(task.id()) + " of " + task.family() + ":"
                        + task.revision() + ", which an earlier process left: nothing was noted down of it.");
            }
        }
        return adopted;
    }

    private static Optional<ServiceSetup> serviceOf(LeftTask task, LocalStack stack) {
        return stack.services().stream()
                .filter(one -> task.isRunning()
                        && task.cluster().equals(one.cluster())
                        && task.service().equals(Optional.of(one.name()))
                        && task.isOf(one.setup()))
                .findFirst();
    }
}
