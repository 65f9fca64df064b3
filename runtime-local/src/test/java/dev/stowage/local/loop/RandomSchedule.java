package dev.stowage.local.loop;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import dev.stowage.local.clock.SimulatedClock;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.deploy.Alarms;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.deploy.Deployment;
import dev.stowage.local.deploy.DeploymentSettings;
import dev.stowage.local.deploy.RolloutState;
import dev.stowage.local.engine.FakeEngine;
import dev.stowage.local.engine.Faults;
import dev.stowage.local.engine.Workload;
import dev.stowage.local.event.ServiceEvent;
import dev.stowage.local.place.Instance;
import dev.stowage.local.place.Launch;
import dev.stowage.local.place.Placement;
import dev.stowage.local.place.Strategy;
import dev.stowage.local.service.Names;
import dev.stowage.local.service.Scheduling;
import dev.stowage.local.service.Service;
import dev.stowage.local.service.ServiceId;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.service.ServiceStatus;
import dev.stowage.local.task.ContainerDefinition;
import dev.stowage.local.task.ContainerError;
import dev.stowage.local.task.Demand;
import dev.stowage.local.task.Health;
import dev.stowage.local.task.Stop;
import dev.stowage.local.task.TaskDefinition;
import dev.stowage.schema.semantics.DependencyCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What may happen to one service in a few bad minutes, all of it drawn from one seed: deployments of sound and of broken
 * revisions, scaling, draining, deaths, interruptions, alarms, its deletion and return, refusals, lost and doubled news, jumps
 * of the clock. Then the world is sound, and everything must come to rest.
 */
final class RandomSchedule {

    private static final ServiceId SHOP = ServiceId.of("shop");
    private static final Instant BEGIN = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration BAD = ofMinutes(6);
    private static final Duration LOOK = ofMinutes(6);
    private static final Duration REST = Duration.ofHours(2);
    private static final int BROKEN = 2;
    private static final int SOUND = 9;

    private final SplittableRandom random;
    private final SimulatedClock clock = SimulatedClock.at(BEGIN);
    private final FakeEngine engine;
    private final Inspector inspector;
    private final ControlLoop loop;
    private final boolean checked;
    private final boolean sidecar;
    private final boolean endsByItself;
    private final boolean networked;

    private RandomSchedule(long seed) {
        this.random = new SplittableRandom(seed);
        this.engine = FakeEngine.on(clock, Faults.random(seed, clock, BEGIN.plus(BAD)));
        this.inspector = new Inspector(clock);
        var audited = new OrderInspector(engine);
        this.loop = ControlLoop.around(audited, clock, TimeScale.REAL, Names.seeded(seed), inspector);
        this.checked = random.nextBoolean();
        this.sidecar = random.nextInt(3) == 0;
        this.endsByItself = random.nextInt(3) == 0;
        this.networked = random.nextInt(4) == 0;
    }

    /** Plays the schedule of a seed; throws an {@link AssertionError} where a promise is broken. What the service said of it. */
    static List<ServiceEvent> play(long seed) {
        var schedule = new RandomSchedule(seed);
        schedule.play();
        return schedule.service().log().events();
    }

    private void play() {
        engine.behaves("web:1", anySound());
        engine.behaves("web:" + BROKEN, anyBroken());
        engine.behaves("web:" + SOUND, anySound());
        for (var zone : List.of("a", "b", "c")) {
            loop.put(SHOP.cluster(), instance(zone));
        }
        loop.put(anyService());
        for (var step = random.nextInt(2, 8); step > 0; step--) {
            loop.runFor(ofSeconds(random.nextInt(1, 90)));
            happen();
        }
        comeToRest();
    }

    private void happen() {
        switch (random.nextInt(13)) {
            case 0 -> loop.put(spec().with(revision(BROKEN)));
            case 1 -> loop.put(spec().with(revision(SOUND)));
            case 2 -> scale();
            case 3 -> drain();
            case 4, 5 -> kill();
            case 6 -> sicken();
            case 7 -> vanish();
            case 8 -> clock.jump(ofSeconds(random.nextInt(-300, 600)));
            case 9 -> loop.alarm("errors", random.nextBoolean());
            case 10 -> loop.put(spec().attachedTo("subnet-" + random.nextInt(3)));
            case 11 -> deleteOrNot();
            default -> bother();
        }
    }

    /** A deleted service may come back at the next change of what is wanted. */
    private void deleteOrNot() {
        if (random.nextInt(3) == 0) {
            loop.delete(SHOP);
        }
    }

    private void scale() {
        if (spec().launch() instanceof Launch.OnFargate) {
            loop.put(spec().desired(random.nextInt(5)));
        }
    }

    private void drain() {
        var instance = instance(List.of("a", "b", "c").get(random.nextInt(3)));
        loop.put(SHOP.cluster(), random.nextBoolean() ? instance.drained() : instance);
    }

    private void kill() {
        var running = engine.running();
        if (!running.isEmpty()) {
            engine.kill(running.get(random.nextInt(running.size())), random.nextBoolean() ? 137 : 0);
        }
    }

    private void vanish() {
        var running = engine.running();
        if (!running.isEmpty()) {
            engine.vanish(running.get(random.nextInt(running.size())));
        }
    }

    private void sicken() {
        var running = engine.running();
        if (!running.isEmpty()) {
            var health = random.nextInt(4) == 0 ? Health.HEALTHY : Health.UNHEALTHY;
            engine.says(running.get(random.nextInt(running.size())), health);
        }
    }

    private void bother() {
        var tasks = loop.cluster().tasks();
        if (tasks.isEmpty() || random.nextBoolean()) {
            loop.redeploy(SHOP);
            return;
        }
        var task = tasks.get(random.nextInt(tasks.size()));
        if (random.nextBoolean()) {
            loop.stop(task.id(), random.nextBoolean() ? Stop.byUser("because") : Stop.bySpot());
        } else {
            loop.protect(task.id(), clock.now().plus(ofMinutes(random.nextInt(1, 10))));
        }
    }

    /** Nothing goes wrong any more; what is broken for ever, without a breaker that sees it, is replaced by something sound. */
    private void comeToRest() {
        var isBroken = spec().definition().revision() == BROKEN;
        var isWatched = spec().settings().breaker() != Breaker.OFF && primary().isInProgress();
        var breaks = isBroken && (endsByItself || !isWatched);
        for (var zone : List.of("a", "b", "c")) {
            loop.put(SHOP.cluster(), instance(zone));
        }
        var now = clock.now();
        clock.jump(Duration.between(now, now.isBefore(BEGIN.plus(BAD)) ? BEGIN.plus(BAD) : now));
        loop.alarm("errors", false);
        var isThere = service().status() == ServiceStatus.ACTIVE;
        if (breaks && isThere || random.nextBoolean()) {
            loop.put(spec().with(revision(SOUND)));
        }
        loop.runFor(LOOK);
        var rests = loop.runUntil(this::isAtRest, clock.now().plus(REST));
        Inspector.expect(rests, () -> "the deployment comes to an end: " + described());
        inspector.inspectEnd(loop.cluster(), engine.running());
        inspector.inspectRest(service(), loop.cluster().tasksOf(SHOP.group()));
    }

    private String described() {
        var tasks = loop.cluster().tasks().stream()
                .map(task -> task.status() + " " + task.target() + " " + task.health() + " " + task.stop());
        return primary() + ", tasks " + tasks.toList() + ", " + loop.cluster().service(SHOP);
    }

    private boolean isAtRest() {
        var service = service();
        if (service.status() != ServiceStatus.ACTIVE) {
            return service.status() == ServiceStatus.INACTIVE && noneIsEnding();
        }
        var primary = service.rollout().primary();
        var isDone = primary.state() == RolloutState.COMPLETED && service.steady() && isEven();
        return (isDone || primary.isFailed()) && noneIsEnding();
    }

    /** Whether no zone has two tasks more than another, where the service is to see to it. */
    private boolean isEven() {
        var spec = spec();
        var isReplica = spec.scheduling() instanceof Scheduling.Replica replica && replica.rebalanced();
        var mayBePacked = spec.launch() instanceof Launch.OnInstances on
                && !on.placement().strategies().isEmpty();
        var desired = spec.scheduling() instanceof Scheduling.Replica replica ? replica.desired() : 0;
        var hasRoom = desired * spec.settings().maximumPercent() / 100 > desired;
        return !isReplica
                || mayBePacked
                || !hasRoom
                || Inspector.isEven(loop.cluster().tasksOf(SHOP.group()), zones());
    }

    private List<String> zones() {
        return spec().launch() instanceof Launch.OnFargate fargate ? fargate.zones() : List.of("a", "b", "c");
    }

    private boolean noneIsEnding() {
        return loop.cluster().tasks().stream().allMatch(task -> task.isLive() || task.isStopped());
    }

    private Service service() {
        return loop.cluster().service(SHOP).orElseThrow();
    }

    private Deployment primary() {
        return service().rollout().primary();
    }

    private ServiceSpec spec() {
        return service().spec();
    }

    private ServiceSpec anyService() {
        var settings = anySettings();
        var grace = ofSeconds(random.nextInt(60));
        if (random.nextInt(6) == 0) {
            var minimum = List.of(0, 30, 50).get(random.nextInt(3));
            return ServiceSpec.daemon("shop", revision(1), anywhere())
                    .with(settings.between(minimum, 100))
                    .graceful(grace);
        }
        var launch = random.nextInt(3) == 0 ? anywhere() : new Launch.OnFargate(List.of("a", "b"));
        var spec = ServiceSpec.replica("shop", revision(1), random.nextInt(5));
        return (random.nextInt(3) == 0 ? spec.withoutRebalancing() : spec)
                .with(settings)
                .graceful(grace)
                .behind(random.nextInt(3) == 0 ? List.of("tg") : List.of())
                .on(launch);
    }

    private Launch.OnInstances anywhere() {
        var strategies = random.nextBoolean()
                ? List.<Strategy>of()
                : List.<Strategy>of(new Strategy.Binpack(Strategy.Resource.MEMORY));
        return new Launch.OnInstances(new Placement(List.of(), strategies));
    }

    /** Bounds that leave room for every count that occurs. */
    private DeploymentSettings anySettings() {
        var breaker = List.of(Breaker.OFF, Breaker.ON, Breaker.ROLLBACK, Breaker.ROLLBACK.cumulative());
        while (true) {
            var any = DeploymentSettings.REPLICA
                    .between(random.nextInt(101), random.nextInt(100, 201))
                    .with(breaker.get(random.nextInt(breaker.size())))
                    .with(anyAlarms());
            if (any.bounds(1).canRoll()
                    && any.bounds(3).canRoll()
                    && any.bounds(4).canRoll()) {
                return any;
            }
        }
    }

    private Alarms anyAlarms() {
        var alarms = Alarms.of("errors");
        return switch (random.nextInt(6)) {
            case 0 -> alarms;
            case 1 -> alarms.rollingBack().baking(ofSeconds(random.nextInt(120)));
            default -> Alarms.NONE;
        };
    }

    private TaskDefinition revision(int number) {
        var definition = plain(number);
        return networked ? definition.withOwnNetwork() : definition;
    }

    private TaskDefinition plain(int number) {
        var web = ContainerDefinition.essential("web", "web:" + number);
        var main = checked ? web.withHealthCheck() : web;
        var log = ContainerDefinition.sidecar("log", "log:1");
        return sidecar
                ? TaskDefinition.of("web", number, main.dependsOn("log", DependencyCondition.START), log)
                : TaskDefinition.of("web", number, main).asking(Demand.of(64, 64));
    }

    private Workload anySound() {
        return Workload.SOUND
                .startingIn(ofSeconds(random.nextInt(1, 10)))
                .healthyAfter(ofSeconds(random.nextInt(5, 40)));
    }

    private Workload anyBroken() {
        if (endsByItself) {
            return anySound().endingAfter(ofSeconds(random.nextInt(20, 90)), 1);
        }
        return random.nextBoolean()
                ? anySound().refused(ContainerError.cannotPull("no such tag"))
                : anySound().unhealthyAfter(ofSeconds(10)).ignoringSignals();
    }

    private static Instance instance(String zone) {
        return Instance.of("i-" + zone, zone, 1_024, 1_024);
    }
}
