package dev.stowage.local.traffic;

import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Roster;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetHealthState;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.task.TargetComplaint;
import dev.stowage.local.task.TargetHealth;
import dev.stowage.local.task.TargetSeen;
import dev.stowage.local.task.TaskId;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The target groups of a run and who is in them: asks targets how they are, lets them go, says how tasks stand. On the loop. */
final class Registry {

    private final Vertx vertx;
    private final Prober prober;
    private final TimeScale scale;
    private final InstantSource time;
    private final Announcements announcements;
    private final Map<String, LiveGroup> groups = new HashMap<>();

    Registry(Vertx vertx, TimeScale scale, InstantSource time, Announcements announcements) {
        this.vertx = vertx;
        this.prober = new Prober(vertx);
        this.scale = scale;
        this.time = time;
        this.announcements = announcements;
    }

    /** Has there be these groups, with the targets that are in them already. */
    void have(List<TargetGroup> wanted) {
        for (var group : wanted) {
            var known = groups.get(group.name());
            if (known == null) {
                groups.put(group.name(), new LiveGroup(group, scale));
            } else {
                known.become(group);
            }
        }
    }

    @Nullable
    LiveGroup group(String name) {
        return groups.get(name);
    }

    List<LiveGroup> groups() {
        return new ArrayList<>(groups.values());
    }

    void register(TaskId task, List<Target> targets) {
        register(task, targets, LiveGroup::register);
    }

    /** The same for a task that was healthy as far as anybody knows. */
    void resume(TaskId task, List<Target> targets) {
        register(task, targets, LiveGroup::resume);
    }

    private void register(TaskId task, List<Target> targets, BiPredicate<LiveGroup, Target> way) {
        for (var target : targets) {
            var group = groups.get(target.group());
            if (group != null
                    && way.test(group, target)
                    && group.group().check().way() != HealthCheck.Way.NONE) {
                probe(group, target);
            }
        }
        sayHowItStands(task);
    }

    void members(String name, List<Target> targets) {
        var group = groups.get(name);
        if (group == null) {
            return;
        }
        for (var known : group.targets()) {
            if (!targets.contains(known.target())) {
                group.drain(known.target().task()).forEach(leaving -> letGo(group, leaving, () -> {}));
            }
        }
        targets.forEach(group::register);
    }

    /** Takes a task out of all groups; it is unused once nothing is in flight to it, or the delay is over. */
    void deregister(TaskId task) {
        announcements.say(task, TargetHealth.DRAINING);
        var open = new AtomicInteger(1);
        Runnable left = () -> {
            if (open.decrementAndGet() == 0) {
                announcements.say(task, TargetHealth.UNUSED);
            }
        };
        for (var group : groups.values()) {
            for (var target : group.drain(task)) {
                open.incrementAndGet();
                letGo(group, target, left);
            }
        }
        left.run();
    }

    private void letGo(LiveGroup group, LiveTarget target, Runnable left) {
        var delay = Math.max(1, scale.of(group.group().delay()).toMillis());
        var end = vertx.setTimer(delay, timer -> target.passages().forEach(Passage::abandon));
        target.whenEmpty(() -> {
            vertx.cancelTimer(end);
            target.closeIdle();
            group.forget(target);
            left.run();
        });
    }

    void forget(TaskId task) {
        announcements.forget(task);
    }

    private void probe(LiveGroup group, Target target) {
        if (!isIn(group, target)) {
            return;
        }
        var check = group.group().check();
        var began = System.nanoTime();
        prober.ask(target, check).onSuccess(answer -> {
            if (isIn(group, target)) {
                group.answered(target.key(), answer, time.instant());
                sayHowItStands(target.task());
                var passed = (System.nanoTime() - began) / 1_000_000;
                var rest = scale.of(check.interval()).toMillis() - passed;
                vertx.setTimer(Math.max(1, rest), timer -> probe(group, target));
            }
        });
    }

    /** Asks nobody any more. */
    void close() {
        groups.clear();
    }

    private boolean isIn(LiveGroup group, Target target) {
        return groups.containsValue(group)
                && group.roster()
                        .find(target.key())
                        .filter(entry -> entry.state() != TargetHealthState.DRAINING)
                        .isPresent();
    }

    private void sayHowItStands(TaskId task) {
        var states = new ArrayList<TargetHealthState>();
        Optional<TargetComplaint> complaint = Optional.empty();
        for (var group : groups.values()) {
            for (var entry : group.roster().entries()) {
                if (entry.target().task().equals(task)) {
                    states.add(entry.state());
                    complaint = complaint.or(() -> complaintOf(group.group().name(), entry));
                }
            }
        }
        if (complaint.isPresent()) {
            announcements.say(new TargetSeen(task, TargetHealth.UNHEALTHY, complaint));
        } else if (states.contains(TargetHealthState.INITIAL)) {
            announcements.say(task, TargetHealth.INITIAL);
        } else if (states.contains(TargetHealthState.HEALTHY)) {
            announcements.say(task, TargetHealth.HEALTHY);
        }
    }

    private static Optional<TargetComplaint> complaintOf(String group, Roster.Entry entry) {
        return entry.state() == TargetHealthState.UNHEALTHY
                ? Optional.of(new TargetComplaint(
                        group, entry.target().port(), entry.judgement().detail()))
                : Optional.empty();
    }

    /** What is thought of the targets of every group now. */
    List<Roster> rosters() {
        return groups.values().stream().map(LiveGroup::roster).toList();
    }
}
