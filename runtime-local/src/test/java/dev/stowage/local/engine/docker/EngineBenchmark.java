package dev.stowage.local.engine.docker;

import com.github.dockerjava.api.model.HostConfig;
import dev.stowage.local.clock.Clock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.loop.ControlLoop;
import dev.stowage.local.loop.Witness;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.Order;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskStatus;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How long tasks take from accepted to RUNNING: a task of three containers beside the same Docker calls made bare, and ten
 * services of one container beside Docker Compose. Rounds of both take turns, and in who begins; the median of their ratios
 * counts. Started by
 * {@code runtime-local/bench/engine}.
 */
final class EngineBenchmark {

    private static final List<String> IDLE = List.of("sh", "-c", "trap exit TERM; sleep 1000 & wait");
    private static final int TEN = 10;

    private final Docker docker;
    private final RunId run = new RunId("bench-" + ProcessHandle.current().pid());
    private final Map<String, TaskSetup> setups = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();
    private final DockerEngine engine;
    private final ControlLoop loop;
    private final ExecutorService workers = Executors.newCachedThreadPool();

    /** The time of day; whoever sleeps on it is woken when something happens. */
    private static final class Bell implements Clock {

        private final Semaphore rung = new Semaphore(0);

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleepUntil(Instant until) {
            try {
                var left = Math.max(0, Duration.between(now(), until).toMillis());
                if (rung.tryAcquire(left, TimeUnit.MILLISECONDS)) {
                    rung.drainPermits();
                }
            } catch (InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }

    private EngineBenchmark(Docker docker) {
        this.docker = docker;
        var settings = RunSettings.standard(Instant::now).waking(bell.rung::release);
        this.engine = DockerEngine.open(docker, run, task -> book(task.value()), settings);
        this.loop = ControlLoop.around(engine, bell, TimeScale.REAL, Names.seeded(run.hashCode()), Witness.NOBODY);
    }

    private Optional<Booking> book(String task) {
        return loop.cluster().tasks().stream()
                .filter(one -> one.id().value().equals(task))
                .findFirst()
                .map(one -> new Booking(
                        setups.get(one.definition().family()),
                        "arn:aws:ecs:eu-west-1:000000000000:task/dev/" + task,
                        "dev",
                        Optional.empty(),
                        "bench"));
    }

    public static void main(String[] words) throws Exception {
        var rounds = words.length == 0 ? 15 : Integer.parseInt(words[0]);
        try (var docker = Docker.connect()) {
            System.out.println("Docker " + docker.facts().version() + ", image " + TestImages.busybox(docker));
            var benchmark = new EngineBenchmark(docker);
            try {
                benchmark.measure(rounds);
            } finally {
                benchmark.engine.close();
                benchmark.engine.removeAll();
                benchmark.workers.shutdown();
            }
        }
    }

    private void measure(int rounds) throws Exception {
        compare("A task of three containers", "the bare calls", rounds, this::ourTask, this::bareTask);
        if (hasCompose()) {
            compare("Ten services", "Docker Compose", rounds, this::ourServices, this::composeServices);
        } else {
            System.out.println("Ten services: there is no docker-compose and no `docker compose` here to compare with");
        }
    }

    private static void compare(
            String what, String beside, int rounds, Callable<Duration> ours, Callable<Duration> others)
            throws Exception {
        var mine = new ArrayList<Duration>();
        var theirs = new ArrayList<Duration>();
        var ratios = new ArrayList<Double>();
        for (var round = -2; round < rounds; round++) {
            // Who goes second finds the engine as the first one left it: they take turns in that, too.
            var isFirst = round % 2 == 0;
            var early = (isFirst ? ours : others).call();
            var late = (isFirst ? others : ours).call();
            if (round >= 0) {
                mine.add(isFirst ? early : late);
                theirs.add(isFirst ? late : early);
                ratios.add(
                        (double) mine.get(round).toNanos() / theirs.get(round).toNanos());
            }
        }
        ratios.sort(Comparator.naturalOrder());
        System.out.printf(
                "%s: %d ms, %s %d ms; ratio of a round: median %.2f, half of them from %.2f to %.2f%n",
                what,
                median(mine).toMillis(),
                beside,
                median(theirs).toMillis(),
                ratios.get(rounds / 2),
                ratios.get(rounds / 4),
                ratios.get(rounds * 3 / 4));
    }

    private static Duration median(List<Duration> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static ContainerSetup idle(String name) {
        return ContainerSetup.essential(name, TestImages.BUSYBOX).with(Command.OF_IMAGE.with(IDLE));
    }

    private Duration ourTask() {
        return ours(NetworkMode.AWSVPC, 1, idle("one"), idle("two"));
    }

    private Duration ourServices() {
        return ours(NetworkMode.BRIDGE, TEN, idle("one"));
    }

    private Duration ours(NetworkMode mode, int services, ContainerSetup... containers) {
        var names = new ArrayList<String>();
        for (var i = 0; i < services; i++) {
            var family = "f" + setups.size();
            setups.put(family, TaskSetup.of(family, mode, containers));
            names.add(family);
        }
        var begin = System.nanoTime();
        names.forEach(
                name -> loop.put(ServiceSpec.replica(name, setups.get(name).definition(), 1)));
        await(() -> running(names) == services);
        var taken = Duration.ofNanos(System.nanoTime() - begin);
        names.forEach(name -> loop.delete(ServiceId.of(name)));
        await(() -> running(names) == 0);
        await(() -> loop.cluster().tasks().stream().allMatch(Task::isStopped));
        loop.cluster().tasks().forEach(task -> engine.begin(new Order.Remove(task.id())));
        await(() -> engine.everything().isEmpty());
        return taken;
    }

    private void await(BooleanSupplier goal) {
        if (!loop.runUntil(goal, Instant.now().plusSeconds(120))) {
            throw new IllegalStateException("not within two minutes");
        }
    }

    private long running(List<String> families) {
        return loop.cluster().tasks().stream()
                .filter(task -> families.contains(task.definition().family()))
                .filter(task -> task.status() == TaskStatus.RUNNING)
                .count();
    }

    /** The calls that the task above needs, the two applications at once. */
    private Duration bareTask() throws Exception {
        var client = docker.within(Patience.CREATE);
        var network = "stowage-" + run;
        var begin = System.nanoTime();
        var pause = client.createContainerCmd("stowage/pause:" + docker.facts().architecture())
                .withHostConfig(HostConfig.newHostConfig().withNetworkMode(network))
                .exec()
                .getId();
        client.startContainerCmd(pause).exec();
        var shared = HostConfig.newHostConfig().withNetworkMode("container:" + pause);
        Callable<String> application = () -> {
            var id = client.createContainerCmd(TestImages.BUSYBOX)
                    .withCmd(IDLE)
                    .withHostConfig(shared)
                    .exec()
                    .getId();
            client.startContainerCmd(id).exec();
            return id;
        };
        var made = new ArrayList<String>();
        for (var one : workers.invokeAll(List.of(application, application))) {
            made.add(one.get());
        }
        var taken = Duration.ofNanos(System.nanoTime() - begin);
        made.add(pause);
        made.forEach(id -> client.removeContainerCmd(id).withForce(true).exec());
        return taken;
    }

    private static boolean hasCompose() {
        return !compose().isEmpty();
    }

    private static List<String> compose() {
        return List.of(List.of("docker", "compose"), List.of("docker-compose")).stream()
                .filter(EngineBenchmark::runs)
                .findFirst()
                .orElse(List.of());
    }

    private static boolean runs(List<String> words) {
        try {
            var all = new ArrayList<>(words);
            all.add("version");
            return quietly(all) == 0;
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }

    private static int quietly(List<String> words) throws IOException, InterruptedException {
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                .start()
                .waitFor();
    }

    private Duration composeServices() throws IOException, InterruptedException {
        var file = Files.createTempFile("stowage-bench", ".yml");
        try {
            Files.writeString(file, composeFile());
            var begin = System.nanoTime();
            composed(file, "up", "-d");
            var taken = Duration.ofNanos(System.nanoTime() - begin);
            composed(file, "kill");
            composed(file, "rm", "-f");
            return taken;
        } finally {
            Files.delete(file);
        }
    }

    private String composeFile() {
        var text = new StringBuilder("version: '3.5'\nservices:\n");
        for (var i = 0; i < TEN; i++) {
            text.append("  s")
                    .append(i)
                    .append(": {image: '")
                    .append(TestImages.BUSYBOX)
                    .append("', command: [");
            text.append('"').append(String.join("\", \"", IDLE)).append("\"]}\n");
        }
        return text.append("networks: {default: {external: true, name: stowage-")
                .append(run)
                .append("}}\n")
                .toString();
    }

    private void composed(Path file, String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(compose());
        all.addAll(List.of("-p", run.value(), "-f", file.toString()));
        all.addAll(List.of(words));
        var code = quietly(all);
        if (code != 0) {
            throw new IllegalStateException(all + " ended with exit code " + code);
        }
    }
}
