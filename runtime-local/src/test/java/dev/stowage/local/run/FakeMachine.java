package dev.stowage.local.run;

import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.ledger.Ledger;
import dev.stowage.local.ledger.Past;
import dev.stowage.local.ledger.TaskNote;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A machine without containers, on which everything happens at once. */
public final class FakeMachine implements Machine, Engine {

    private static final int TERMINATED = 143;

    final List<Legacy.Stranger> strangers = new ArrayList<>();
    private final Optional<Ledger> ledger;
    private final Past past;
    private final Book book = new Book();
    private final Map<ContainerId, ContainerSeen> there = new LinkedHashMap<>();
    private final List<Seen> news = new ArrayList<>();
    private final LogSink logs = LogSink.empty();
    final List<Order> orders = new ArrayList<>();
    private Runnable listener = () -> {};
    private boolean closed;
    private boolean dead;
    private boolean stalled;
    boolean outdated;

    /** One that forgets everything with its process. */
    public FakeMachine() {
        this.ledger = Optional.empty();
        this.past = Past.NONE;
    }

    /** One whose runs keep what they know in that folder. */
    FakeMachine(Path folder) {
        var kept = Ledger.in(folder, new byte[] {1});
        this.ledger = Optional.of(kept);
        this.past = kept.read();
    }

    /** Does nothing any more of what it is asked. */
    synchronized void stall() {
        stalled = true;
    }

    /** Has everything of a task be gone. */
    synchronized void loses(TaskId task) {
        there.keySet().removeIf(one -> one.task().equals(task));
    }

    /** What the next process finds after this one was killed: the containers, and what was kept in that folder. */
    synchronized FakeMachine killed(Path folder) {
        var next = new FakeMachine(folder);
        next.there.putAll(there);
        dead = true;
        listener = () -> {};
        return next;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** The containers that run. */
    public synchronized List<ContainerId> running() {
        return there.values().stream()
                .filter(seen -> seen.status().isRunning())
                .map(ContainerSeen::container)
                .toList();
    }

    /** Has a container that runs end with this code. */
    void ends(ContainerId container, int code) {
        synchronized (this) {
            happens(ContainerSeen.exited(container, there.get(container).run(), code, Instant.now()));
        }
        listener.run();
    }

    /** Has a container run that nobody started. */
    synchronized void runs(ContainerId container) {
        there.put(container, ContainerSeen.running(container, 1, Health.UNKNOWN, Instant.now()));
    }

    @Override
    public synchronized void begin(Order order) {
        var now = Instant.now();
        orders.add(order);
        if (dead || stalled) {
            return;
        }
        if (order instanceof Order.Start start) {
            happens(ContainerSeen.at(
                    start.container(), start.run(), start.definition().steady(), now));
        } else if (order instanceof Order.Stop stop && there.containsKey(stop.container())) {
            happens(ContainerSeen.exited(
                    stop.container(), there.get(stop.container()).run(), TERMINATED, now));
        } else if (order instanceof Order.Register) {
            news.add(new TargetSeen(order.task(), TargetHealth.HEALTHY));
        } else if (order instanceof Order.Deregister) {
            news.add(new TargetSeen(order.task(), TargetHealth.UNUSED));
        } else if (order instanceof Order.Remove) {
            there.keySet().removeIf(one -> one.task().equals(order.task()));
        }
        listener.run();
    }

    private void happens(ContainerSeen seen) {
        there.put(seen.container(), seen);
        news.add(seen);
    }

    @Override
    public synchronized List<Seen> changes() {
        var all = List.copyOf(news);
        news.clear();
        return all;
    }

    @Override
    public synchronized List<Seen> everything() {
        news.clear();
        return List.copyOf(there.values());
    }

    @Override
    public dev.stowage.local.translate.Machine facts() {
        return dev.stowage.local.translate.Machine.ANY;
    }

    @Override
    public Engine engine() {
        return ledger.<Engine>map(it -> new Journal(this, it, book)).orElse(this);
    }

    @Override
    public void works(Client client) {
        book.works(client);
        listener = client::news;
    }

    @Override
    public synchronized void saw(Snapshot now) {
        if (!dead) {
            book.saw(now);
            ledger.ifPresent(it -> new Journal(this, it, book).saw(now));
        }
    }

    @Override
    public void take(Wanted wanted, Consumer<String> progress) {
        progress.accept("takes " + wanted.stack().name());
        book.take(wanted.stack());
        ledger.ifPresent(it -> it.note(wanted.stack()));
    }

    @Override
    public LogSink collected() {
        return logs;
    }

    @Override
    public int exec(ContainerId container, List<String> command, Consumer<String> out, Consumer<String> err) {
        out.accept(String.join(" ", command));
        return command.size();
    }

    @Override
    public void knows(TaskId task, TaskSetup setup) {
        book.knows(task, setup);
    }

    @Override
    public Legacy legacy() {
        return new Left();
    }

    /** What the process before this one left. */
    private final class Left implements Legacy {

        @Override
        public Past past() {
            return past;
        }

        @Override
        public Wanted followedBy(Wanted next) {
            return ledger.map(it -> next.with(past.followedBy(next.stack(), it::note)))
                    .orElse(next);
        }

        @Override
        public boolean canMake(TaskDefinition revision) {
            return true;
        }

        @Override
        public boolean resume(TaskNote note) {
            book.resume(note.task().id(), past.of(note.setup()).orElseThrow().setup(), note.links());
            note.task().outstanding().forEach(FakeMachine.this::begin);
            return true;
        }

        @Override
        public List<Stranger> strangers(LocalStack stack, Consumer<String> progress) {
            return strangers;
        }
    }

    @Override
    public List<Address> addresses() {
        return List.of(new Address("front", 80, URI.create("http://127.0.0.1:8080")));
    }

    @Override
    public boolean isOutdated(Task task) {
        return outdated;
    }

    @Override
    public Optional<String> digestOf(ContainerId container) {
        return Optional.empty();
    }

    @Override
    public Optional<String> addressOf(TaskId task) {
        return Optional.of("10.0.0.2");
    }

    @Override
    public Optional<String> idOf(ContainerId container) {
        return Optional.of(container.name());
    }

    @Override
    public void logs(ContainerId container, boolean follow, Consumer<String> lines) {
        lines.accept("hello from " + container.name());
    }

    @Override
    public void kill(ContainerId container) {
        ends(container, 137);
    }

    @Override
    public void kill() {
        running().forEach(one -> ends(one, 137));
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
