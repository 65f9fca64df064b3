package dev.stowage.local.traffic;

import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.Roster;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.task.Seen;
import dev.stowage.local.task.TaskId;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The load balancers of a run. They listen on the loopback address and on bridges of our own, send requests to the tasks that
 * are registered, ask those how they are, and let requests in flight end before a task is let go. All of it happens on one
 * thread of its own; every method may be called from any other.
 */
public final class Traffic implements AutoCloseable {

    /** How long opening and closing listeners may take. */
    private static final long PATIENCE_SECONDS = 20;

    private static final long SWEEP_MILLIS = 1000;

    private final Vertx vertx;
    private final Context loop;
    private final Registry registry;
    private final Claims claims = new Claims();
    private final Fronts fronts;
    private final Announcements announcements;

    private Traffic(TrafficSettings settings, Runnable bell) {
        this.vertx = Vertx.vertx(options());
        this.loop = vertx.getOrCreateContext();
        var time = InstantSource.system();
        this.announcements = new Announcements(bell);
        this.registry = new Registry(vertx, settings.scale(), time, announcements);
        this.fronts = new Fronts(vertx, registry, time, settings, claims);
        loop.runOnContext(start -> vertx.setPeriodic(SWEEP_MILLIS, timer -> sweep()));
    }

    /** One loop, no other threads at work, and no files: nothing is left behind. */
    private static VertxOptions options() {
        return new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setUseDaemonThread(true)
                .setBlockedThreadCheckInterval(TimeUnit.HOURS.toMillis(1))
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    /**
     * Traffic without a load balancer.
     *
     * @param bell rung whenever there is something new to be {@linkplain #changes seen}
     */
    public static Traffic open(TrafficSettings settings, Runnable bell) {
        return new Traffic(settings, bell);
    }

    /**
     * Has there be these load balancers and no others. A listener that was there goes on with its new rules; requests in
     * flight are not touched.
     */
    public Served serve(List<Balancer> balancers, List<TargetGroup> groups) {
        return serve(balancers, groups, Reach.LOOPBACK_ONLY);
    }

    /** The same, reached there too. */
    public Served serve(List<Balancer> balancers, List<TargetGroup> groups, Reach reach) {
        return await(() -> {
            registry.have(groups);
            return fronts.serve(balancers, reach);
        });
    }

    /**
     * Has these and no others be the targets of a group that asks nobody, as the tasks behind a name are. Nothing is said of
     * how they stand; requests in flight to a target that left may end.
     */
    public void members(String group, List<Target> targets) {
        loop.runOnContext(go -> registry.members(group, targets));
    }

    /** Puts a task into the target groups; it gets requests as soon as it is healthy. */
    public void register(TaskId task, List<Target> targets) {
        loop.runOnContext(go -> registry.register(task, targets));
    }

    /** Puts a task into the target groups that was in them and healthy before: it gets requests at once. */
    public void resume(TaskId task, List<Target> targets) {
        loop.runOnContext(go -> registry.resume(task, targets));
    }

    /** Takes a task out of all target groups: no new requests, and those in flight may end within the delay. */
    public void deregister(TaskId task) {
        loop.runOnContext(go -> registry.deregister(task));
    }

    /** Forgets a task that ended. */
    public void forget(TaskId task) {
        loop.runOnContext(go -> registry.forget(task));
    }

    /** How tasks stand since the last call, where it changed. */
    public List<Seen> changes() {
        return announcements.news();
    }

    /** How all tasks stand. */
    public List<Seen> everything() {
        return announcements.everything();
    }

    /** The target groups, and what is thought of each of their targets. */
    public List<Roster> rosters() {
        return await(() -> Future.succeededFuture(registry.rosters()));
    }

    /**
     * Has a port of this machine lead somewhere else.
     *
     * @param places where connections go on to, asked for each connection: the first of them that takes it; quick to answer
     * @return what is open until it is closed or the traffic is; empty where nobody can listen there, as when the port is in
     *     use
     */
    public Optional<Forward> forward(String host, int port, Supplier<List<InetSocketAddress>> places) {
        return await(() -> Forward.open(vertx, loop, claims, new Claims.Claim(host, port, false), places)
                .map(Optional::of)
                .otherwise(error -> Optional.empty()));
    }

    /** Closes all listeners and all connections. */
    @Override
    public void close() {
        loop.runOnContext(stop -> registry.close());
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void sweep() {
        var now = System.nanoTime();
        for (var group : registry.groups()) {
            for (var target : group.targets()) {
                if (target.load() > 0) {
                    target.passages().forEach(each -> each.checkIdle(now));
                }
            }
        }
    }

    private <T> T await(Supplier<Future<T>> task) {
        Promise<T> done = Promise.promise();
        loop.runOnContext(go -> {
            try {
                task.get().onComplete(done);
            } catch (RuntimeException e) {
                done.fail(e);
            }
        });
        try {
            return done.future().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("The load balancers did not answer within " + PATIENCE_SECONDS + " s", e);
        }
    }
}
