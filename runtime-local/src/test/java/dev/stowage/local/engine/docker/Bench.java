package dev.stowage.local.engine.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.model.HostConfig;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.ContainerStreams.Excerpt;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.ContainerSeen;
import dev.stowage.local.task.ContainerStatus;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A run on a real engine for one test: it gives orders, waits for what comes of them, and leaves nothing behind. */
final class Bench implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Docker docker = Docker.connect();
    final RunId run;
    final DockerEngine engine;

    private final Map<TaskId, Booking> tasks = new HashMap<>();
    private final Queue<Diagnostic> notices = new ConcurrentLinkedQueue<>();
    private final Semaphore news = new Semaphore(0);
    private final List<Seen> seen = new ArrayList<>();

    private Bench(RunId run, Surroundings around) {
        this.run = run;
        assertThat(TestImages.busybox(docker)).isNotEmpty();
        var settings = RunSettings.standard(Instant::now)
                .waking(news::release)
                .around(around)
                .explaining(notices::add);
        this.engine = DockerEngine.open(docker, run, task -> Optional.ofNullable(tasks.get(task)), settings);
    }

    static Bench open() {
        return open(Surroundings.NONE);
    }

    static Bench open(Surroundings around) {
        var id = "test-" + ProcessHandle.current().pid() + "-" + Long.toString(System.nanoTime(), 36);
        return new Bench(new RunId(id), around);
    }

    /** Another process of the same run. */
    static Bench again(Bench before) {
        return new Bench(before.run, Surroundings.NONE);
    }

    /** A shell that runs this line, as an essential container. */
    static ContainerSetup shell(String name, String line) {
        return ContainerSetup.essential(name, TestImages.BUSYBOX)
                .with(Command.OF_IMAGE.with(List.of("sh", "-c", line)));
    }

    /** A container that waits for its signal. */
    static ContainerSetup idle(String name) {
        return shell(name, "trap 'exit 143' TERM; echo ready; sleep 1000 & wait");
    }

    TaskId book(String id, TaskSetup setup) {
        var task = new TaskId(id);
        assertThat(booking(task, setup).cluster()).isEqualTo("dev");
        return task;
    }

    Booking booking(TaskId task, TaskSetup setup) {
        return booking(task, setup, "ecs-svc/1", "ecs-svc/1");
    }

    /** A task of that deployment, with the images that the other one chose. */
    Booking booking(TaskId task, TaskSetup setup, String startedBy, String images) {
        var arn = "arn:aws:ecs:eu-west-1:000000000000:task/dev/" + task;
        var booking = new Booking(setup, arn, "dev", Optional.of("shop"), startedBy, images);
        tasks.put(task, booking);
        return booking;
    }

    /** Starts the containers of a task one after the other, each when the one before it runs or has ended. */
    TaskId up(String id, TaskSetup setup) {
        var task = book(id, setup);
        for (var container : setup.definition().containers()) {
            start(task, container);
        }
        return task;
    }

    ContainerSeen start(TaskId task, ContainerDefinition container) {
        return start(task, container, 1);
    }

    ContainerSeen start(TaskId task, ContainerDefinition container, int number) {
        var id = new ContainerId(task, container.name());
        engine.begin(new Order.Start(id, number, container));
        return await(id, it -> it.run() == number && it.status().reached(container.steady()));
    }

    ContainerSeen stop(ContainerId id, Duration timeout) {
        engine.begin(new Order.Stop(id, timeout));
        return await(id, it -> it.status() == ContainerStatus.STOPPED);
    }

    /** The statuses that were told of a container so far, each once. */
    List<ContainerStatus> statuses(ContainerId id) {
        return seen.stream()
                .filter(ContainerSeen.class::isInstance)
                .map(ContainerSeen.class::cast)
                .filter(one -> one.container().equals(id))
                .map(ContainerSeen::status)
                .distinct()
                .toList();
    }

    /** Waits until something like that was seen of a container. */
    ContainerSeen await(ContainerId id, Predicate<ContainerSeen> wanted) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            seen.addAll(engine.changes());
            for (var one : seen) {
                if (one instanceof ContainerSeen container
                        && container.container().equals(id)
                        && wanted.test(container)) {
                    return container;
                }
            }
            waitForNews(end, id);
        }
    }

    private void waitForNews(long end, ContainerId id) {
        try {
            if (!news.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("not seen of " + id + " within " + PATIENCE + "; seen was " + seen);
            }
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }

    /** Starts the only container of a task, and waits for its end. */
    ContainerSeen ended(String id, TaskSetup setup) {
        return ended(book(id, setup), setup);
    }

    ContainerSeen ended(TaskId task, TaskSetup setup) {
        var container = setup.definition().containers().get(0);
        engine.begin(new Order.Start(id(task, container.name()), 1, container));
        return await(id(task, container.name()), it -> it.status() == ContainerStatus.STOPPED);
    }

    /** Waits until an idle container heeds its signal. */
    void ready(ContainerId id) {
        until(() -> {
            var lines = new ConcurrentLinkedQueue<LogLine>();
            engine.streams().logs(id, Excerpt.ALL, lines::add).orElseThrow().await();
            return lines.stream().anyMatch(line -> line.text().equals("ready"));
        });
    }

    /** How a container is now. */
    ContainerSeen now(ContainerId id) {
        return engine.everything().stream()
                .filter(ContainerSeen.class::isInstance)
                .map(ContainerSeen.class::cast)
                .filter(one -> one.container().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What a container printed. */
    String printed(ContainerId id) throws InterruptedException {
        var lines = new ConcurrentLinkedQueue<LogLine>();
        engine.streams().logs(id, Excerpt.ALL, lines::add).orElseThrow().await();
        return lines.stream().map(LogLine::text).collect(Collectors.joining("\n"));
    }

    /** Has a container that nobody ordered have an address in the network of the run; it goes with the run. */
    void occupy(String address) {
        var made = docker.within(Patience.CREATE)
                .createContainerCmd(TestImages.BUSYBOX)
                .withCmd("sleep", "1000")
                .withLabels(Map.of(Labels.RUN, run.value()))
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("stowage-" + run))
                .withIpv4Address(address)
                .exec();
        docker.within(Patience.START).startContainerCmd(made.getId()).exec();
    }

    /** The volumes of the run. */
    List<String> volumes() {
        return Volumes.labelled(docker.within(Patience.INSPECT), List.of(Labels.RUN + "=" + run)).stream()
                .map(InspectVolumeResponse::getName)
                .toList();
    }

    /** Removes a task, and waits until nothing of it is there. */
    void remove(TaskId task) {
        engine.begin(new Order.Remove(task));
        until(() -> engine.everything().stream().noneMatch(one -> one.task().equals(task)));
    }

    /** Something that is so at last. */
    @FunctionalInterface
    interface Goal {

        boolean isReached() throws Exception;
    }

    /** Waits until it is so; what fails meanwhile is tried again. */
    void until(Goal goal) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReached(goal)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not so within " + PATIENCE);
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isReached(Goal goal) {
        try {
            return goal.isReached();
        } catch (Exception notYet) {
            return false;
        }
    }

    /** Waits until something of that rule was explained, and checks how. */
    void explained(String rule, String words) {
        until(() -> notices.stream().anyMatch(one -> one.rule().value().equals(rule)));
        assertThat(notices).filteredOn(one -> one.rule().value().equals(rule)).allSatisfy(one -> {
            assertThat(one.message()).contains(words);
            assertThat(one.fix()).isPresent();
        });
    }

    /** The rules of what was explained so far. */
    Set<String> explained() {
        return notices.stream().map(one -> one.rule().value()).collect(Collectors.toSet());
    }

    TaskId task(String id) {
        return new TaskId(id);
    }

    ContainerId id(TaskId task, String container) {
        return new ContainerId(task, container);
    }

    ContainerId pause(TaskId task) {
        return id(task, TaskDefinition.PAUSE);
    }

    @Override
    public void close() {
        engine.close();
        engine.removeAll();
        assertThat(Sweep.of(docker).runs()).doesNotContain(run);
        docker.close();
    }
}
