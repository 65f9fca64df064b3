package dev.stowage.local.run;

import dev.stowage.local.endpoint.Credentials;
import dev.stowage.local.endpoint.LogSink;
import dev.stowage.local.engine.Engine;
import dev.stowage.local.engine.RunId;
import dev.stowage.local.engine.docker.Docker;
import dev.stowage.local.engine.docker.DockerEngine;
import dev.stowage.local.engine.docker.RunSettings;
import dev.stowage.local.engine.docker.Sweep;
import dev.stowage.local.ledger.Ledger;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.local.task.Container;
import dev.stowage.local.task.ContainerId;
import dev.stowage.local.task.Task;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.local.task.TaskId;
import dev.stowage.local.traffic.LocalAuthority;
import dev.stowage.local.traffic.Served;
import dev.stowage.local.traffic.Traffic;
import dev.stowage.local.traffic.TrafficSettings;
import dev.stowage.schema.diagnostic.Diagnostic;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The Docker engine of this machine, with load balancers before it. */
public final class DockerMachine implements Machine {

    private static final int MEBIBYTE = 1 << 20;

    private static final String USUAL_REGION = "us-east-1";

    private final Docker docker;
    private final boolean givesKeys;
    private final DockerEngine engine;
    private final Traffic traffic;
    private final TrafficSettings settings;
    private final Gateways gateways;
    private final HostDoors doors;
    private final DebugPorts debug;
    private final Journal journal;
    private final Legacy legacy;
    private final Ledger ledger;
    private final Talks talks;
    private final Book book = new Book();
    private final List<Address> addresses = new ArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Endpoints endpoints;
    private final Members members;
    private volatile Optional<Client> client = Optional.empty();
    private volatile Map<String, String> hosts = Map.of();
    private boolean isTold;

    private DockerMachine(
            Docker docker,
            RunFolder folder,
            TrafficSettings settings,
            Credentials credentials,
            Consumer<String> progress) {
        this.docker = docker;
        this.settings = settings;
        this.givesKeys = credentials != Credentials.NONE;
        var tenants = new Tenants(book);
        this.ledger = Ledger.in(folder.path(), Presence.made(folder).key());
        var past = ledger.read();
        this.endpoints = Endpoints.open(folder, tenants, credentials, () -> places().zone());
        Runnable bell = () -> client.ifPresent(Client::news);
        var pulls = new PullLines(progress);
        var engineSettings = RunSettings.standard(Instant::now)
                .waking(bell)
                .around(new EcsAround(endpoints, () -> hosts))
                .telling(pulls::reached)
                .explaining(notice -> progress.accept(said(notice)));
        this.traffic = Traffic.open(settings.at(past.ports()), bell);
        this.engine = opened(docker, folder.id(), book, engineSettings, List.of(traffic::close, endpoints::close));
        tenants.moveTo(engine);
        this.talks = new Talks(engine.streams());
        this.members = new Members(traffic, book, engine::reached);
        reach(progress);
        this.gateways = new Gateways(engine::gateways);
        this.doors = new HostDoors(traffic);
        this.debug = new DebugPorts(engine, traffic, book::published, (one, port) -> places().of(one, port), progress);
        var targets = new TargetDesk(traffic, book::links, engine::reached);
        this.legacy = new DockerLegacy(ledger, past, book, engine, debug, targets);
        this.journal = new Journal(new Junction(debug, targets), ledger, book);
    }

    private void reach(Consumer<String> progress) {
        endpoints.tell(engine.block());
        endpoints.join();
        if (!endpoints.isReached()) {
            progress.accept(said(docker.facts().isApart() ? Endpoints.APART : Endpoints.UNREACHED));
        }
    }

    private Places places() {
        return new Places(book, engine);
    }

    /** The engine; where it refuses the run, what was opened before is closed again. */
    private static DockerEngine opened(
            Docker docker, RunId run, Book book, RunSettings settings, List<Runnable> before) {
        try {
            return DockerEngine.open(docker, run, book, settings);
        } catch (RuntimeException refused) {
            before.forEach(Runnable::run);
            docker.close();
            throw refused;
        }
    }

    /**
     * Connects to the engine, and makes ready for a run. Its endpoints are found by other runs once its folder is held.
     *
     * @param settings how its load balancers are set up, with the scale of its times
     * @param credentials what the tasks of the run get for their roles
     * @throws dev.stowage.local.engine.docker.EngineTrouble if there is no engine, or it will not do what a run needs
     */
    public static DockerMachine open(
            RunFolder folder, TrafficSettings settings, Credentials credentials, Consumer<String> progress) {
        return new DockerMachine(Docker.connect(), folder, settings, credentials, progress);
    }

    /** A notice as one line. */
    static String said(Diagnostic notice) {
        return notice.rule() + ": " + notice.message() + "."
                + notice.fix().map(fix -> " " + fix).orElse("");
    }

    /** The runs that have something on the engine. */
    public static List<RunId> left() {
        try (var docker = Docker.connect()) {
            return List.copyOf(Sweep.of(docker).runs());
        }
    }

    /** Those of them that this user started. */
    public static List<RunId> leftOfThisUser() {
        try (var docker = Docker.connect()) {
            return List.copyOf(Sweep.of(docker).ownRuns());
        }
    }

    /** Removes everything that a run has on the engine. */
    public static void sweep(RunId run) {
        try (var docker = Docker.connect()) {
            Sweep.of(docker).remove(run);
        }
    }

    @Override
    public dev.stowage.local.translate.Machine facts() {
        var facts = docker.facts();
        return new dev.stowage.local.translate.Machine(
                facts.cpus(),
                (int) (facts.memory() / MEBIBYTE),
                facts.architecture().equals("arm64") ? "ARM64" : "X86_64",
                facts.logDrivers().stream().sorted().toList(),
                facts.runtimes().contains("nvidia"),
                facts.cgroups().nest(),
                Optional.ofNullable(System.getenv("AWS_REGION")).orElse(USUAL_REGION),
                givesKeys);
    }

    @Override
    public Engine engine() {
        return journal;
    }

    @Override
    public void works(Client run) {
        client = Optional.of(run);
        book.works(run);
    }

    @Override
    public void saw(Snapshot now) {
        book.saw(now);
        journal.saw(now);
        members.saw(now);
    }

    @Override
    public synchronized void take(Wanted wanted, Consumer<String> progress) {
        wanted.stack().builds().forEach(engine::build);
        book.take(wanted.stack());
        ledger.note(wanted.stack());
        endpoints.take(wanted.stack());
        var plan = gateways.take(wanted);
        hosts = plan.hosts();
        var served = traffic.serve(wanted.balancers(), wanted.groups(), plan.reach());
        doors.take(wanted.stack(), plan.doors(), served).forEach(note -> progress.accept(said(note)));
        addresses.clear();
        var ports = new TreeMap<String, Integer>();
        for (var one : served.addresses()) {
            if (one.host().equals(TrafficSettings.LOOPBACK)) {
                ports.put(one.listener(), one.port());
                addresses.add(new Address(one.balancer(), one.wanted(), URI.create(one.url())));
            }
        }
        ledger.note(ports);
        trust(served).ifPresent(progress);
        for (var refusal : served.refusals()) {
            if (refusal.host().equals(TrafficSettings.LOOPBACK)) {
                progress.accept("Listener `" + refusal.listener() + "` cannot listen at " + refusal.host() + ":"
                        + refusal.port() + ": " + refusal.why());
            }
        }
    }

    /** Which certificate makes clients trust listeners in TLS; nothing where that was said, or there is none. */
    private Optional<String> trust(Served served) {
        var isNews = !isTold
                && served.addresses().stream().anyMatch(one -> one.protocol().isSecure());
        isTold |= isNews;
        return isNews
                ? settings.folder()
                        .map(folder -> "Listeners in TLS have certificates of the authority in "
                                + LocalAuthority.trust(folder) + "; LOCAL.md says how clients come to trust it.")
                : Optional.empty();
    }

    @Override
    public LogSink collected() {
        return endpoints.logs();
    }

    @Override
    public void knows(TaskId task, TaskSetup setup) {
        book.knows(task, setup);
    }

    @Override
    public Legacy legacy() {
        return legacy;
    }

    @Override
    public synchronized List<Address> addresses() {
        var all = new ArrayList<>(addresses);
        all.addAll(debug.addresses());
        return List.copyOf(all);
    }

    @Override
    public boolean isOutdated(Task task) {
        return task.containers().stream()
                .map(Container::definition)
                .filter(definition -> !definition.name().equals(TaskDefinition.PAUSE))
                .anyMatch(definition -> isOutdated(new ContainerId(task.id(), definition.name()), definition.image()));
    }

    private boolean isOutdated(ContainerId container, String image) {
        var made = engine.made(container);
        var meant = engine.imageId(image);
        return made.isPresent() && meant.isPresent() && !made.get().imageId().equals(meant.get());
    }

    @Override
    public Optional<String> addressOf(TaskId task) {
        return engine.address(task).map(address -> address.ip());
    }

    @Override
    public Optional<String> digestOf(ContainerId container) {
        return engine.digest(container);
    }

    @Override
    public Optional<String> idOf(ContainerId container) {
        return engine.idOf(container);
    }

    @Override
    public void logs(ContainerId container, boolean follow, Consumer<String> lines) {
        talks.logs(container, follow, lines);
    }

    @Override
    public int exec(ContainerId container, List<String> command, Consumer<String> out, Consumer<String> err) {
        return talks.exec(container, command, out, err);
    }

    @Override
    public void kill(ContainerId container) {
        engine.kill(container);
    }

    @Override
    public void kill() {
        engine.kill();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            traffic.close();
            engine.removeAll();
            engine.close();
            endpoints.close();
            docker.close();
        }
    }
}
