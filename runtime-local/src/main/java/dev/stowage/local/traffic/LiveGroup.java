package dev.stowage.local.traffic;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.stowage.local.balance.Judgement;
import dev.stowage.local.balance.Outliers;
import dev.stowage.local.balance.Roster;
import dev.stowage.local.balance.Target;
import dev.stowage.local.balance.TargetChoice;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.balance.TargetHealthState;
import dev.stowage.local.clock.TimeScale;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** A target group that is in use: its roster, and what is under way to each of its targets. Lives on the loop. */
final class LiveGroup {

    private final TargetChoice choice =
            TargetChoice.by(() -> ThreadLocalRandom.current().nextDouble());
    private final Map<Target, LiveTarget> live = new HashMap<>();
    private final Outliers outliers;
    private Roster roster;

    LiveGroup(TargetGroup group, TimeScale scale) {
        this.outliers = Outliers.none(scale);
        this.roster = Roster.of(group);
    }

    TargetGroup group() {
        return roster.group();
    }

    Roster roster() {
        return roster;
    }

    void become(TargetGroup group) {
        roster = roster.with(group);
    }

    /** Whether the target was not in before. */
    @CanIgnoreReturnValue
    boolean register(Target target) {
        return become(roster.registered(target), target);
    }

    /** The same for a target that is known to be healthy. */
    @CanIgnoreReturnValue
    boolean resume(Target target) {
        return become(roster.registered(target, Judgement.UNASKED), target);
    }

    private boolean become(Roster next, Target target) {
        var before = roster;
        roster = next;
        if (roster == before) {
            return false;
        }
        live.put(target, new LiveTarget(target));
        return true;
    }

    void answered(String key, Judgement.Answer answer, Instant now) {
        roster = roster.answered(key, answer, now);
    }

    /** The targets of a task that get no new requests from now on. */
    List<LiveTarget> drain(dev.stowage.local.task.TaskId task) {
        var leaving = new ArrayList<LiveTarget>();
        for (var target : List.copyOf(live.values())) {
            if (target.target().task().equals(task) && stateOf(target) != TargetHealthState.DRAINING) {
                roster = roster.draining(target.target().key());
                target.closeIdle();
                leaving.add(target);
            }
        }
        return leaving;
    }

    /** Forgets a target, unless it was registered anew meanwhile. */
    void forget(LiveTarget target) {
        if (live.remove(target.target(), target)) {
            roster = roster.without(target.target().key());
            outliers.forget(target.target().key());
        }
    }

    private TargetHealthState stateOf(LiveTarget target) {
        return roster.find(target.target().key()).map(Roster.Entry::state).orElse(TargetHealthState.DRAINING);
    }

    /** The target for a request; none where none is registered. Where all are left out, each is as good as another. */
    @Nullable
    LiveTarget choose(Instant now) {
        var next = next(now);
        if (group().proxy().isPresent()) {
            for (var tries = live.size(); tries > 1 && next != null && isOut(next, now); tries--) {
                next = next(now);
            }
        }
        return next;
    }

    /** The target for whoever has that address: always the same, as long as the targets are. */
    @Nullable
    LiveTarget choose(String address) {
        var candidates = roster.candidates();
        return candidates.isEmpty()
                ? null
                : live.get(candidates
                        .get(Math.floorMod(address.hashCode(), candidates.size()))
                        .target());
    }

    private boolean isOut(LiveTarget target, Instant now) {
        return outliers.isOut(target.target().key(), now);
    }

    /** A connection to that target failed. */
    void failed(LiveTarget target, Instant now) {
        if (group().proxy().isPresent()) {
            outliers.failed(target.target().key(), now);
        }
    }

    private @Nullable LiveTarget next(Instant now) {
        return choice.choose(roster, this::load, now).map(live::get).orElse(null);
    }

    /** The target that a caller stays with, as long as it may get requests. */
    Optional<LiveTarget> stay(String key) {
        for (var candidate : roster.candidates()) {
            if (candidate.target().key().equals(key)) {
                return Optional.ofNullable(live.get(candidate.target()));
            }
        }
        return Optional.empty();
    }

    private int load(Target target) {
        var known = live.get(target);
        return known == null ? 0 : known.load();
    }

    List<LiveTarget> targets() {
        return new ArrayList<>(live.values());
    }
}
