package dev.stowage.local.balance;

import static dev.stowage.local.balance.TargetHealthState.DRAINING;
import static dev.stowage.local.balance.TargetHealthState.HEALTHY;

import dev.stowage.schema.semantics.routing.Shares;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The targets of a group, what is thought of each, and which of them may get a request now. */
public final class Roster {

    private final TargetGroup group;
    private final List<Entry> entries;
    private final List<Entry> candidates;

    private Roster(TargetGroup group, List<Entry> entries) {
        this.group = group;
        this.entries = List.copyOf(entries);
        this.candidates = candidates(group, this.entries);
    }

    /** The roster of a group without targets. */
    public static Roster of(TargetGroup group) {
        return new Roster(group, List.of());
    }

    /** With fewer healthy targets than the group wants, all that are registered are tried. */
    private static List<Entry> candidates(TargetGroup group, List<Entry> entries) {
        var healthy = new ArrayList<Entry>();
        var registered = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry.state() != DRAINING) {
                registered.add(entry);
            }
            if (entry.state() == HEALTHY) {
                healthy.add(entry);
            }
        }
        return List.copyOf(healthy.size() < Math.max(1, group.fewestHealthy()) ? registered : healthy);
    }

    /** The group. */
    public TargetGroup group() {
        return group;
    }

    /** All targets, those that are being let go among them, in the order in which they came. */
    public List<Entry> entries() {
        return entries;
    }

    /** Those that may get a request. */
    public List<Entry> candidates() {
        return candidates;
    }

    /** What is known of a target. */
    public Optional<Entry> find(String key) {
        return entries.stream().filter(each -> each.target().key().equals(key)).findFirst();
    }

    /** The same targets in a group that changed. */
    public Roster with(TargetGroup other) {
        return new Roster(other, entries);
    }

    /** With one more target; one that is in already stays as it is, unless it is being let go. */
    public Roster registered(Target target) {
        var isUnasked = group.check().way() == HealthCheck.Way.NONE;
        return registered(target, isUnasked ? Judgement.UNASKED : Judgement.NONE);
    }

    /** With one more target, of which that is thought; one that is in already stays as it is, unless it is being let go. */
    public Roster registered(Target target, Judgement judgement) {
        var known = find(target.key());
        if (known.isPresent() && known.get().state() != DRAINING) {
            return this;
        }
        var more = new ArrayList<>(entries);
        known.ifPresent(more::remove);
        more.add(new Entry(target, judgement, Optional.empty()));
        return new Roster(group, more);
    }

    /** After a target gave an answer. A new target starts slowly only beside one that has its full share. */
    public Roster answered(String key, Judgement.Answer answer, Instant now) {
        return find(key)
                .filter(entry -> entry.state() != DRAINING)
                .map(entry -> {
                    var next = entry.judgement().after(answer, group.check());
                    return next.equals(entry.judgement()) ? this : replaced(entry, judged(entry, next, now));
                })
                .orElse(this);
    }

    private Entry judged(Entry entry, Judgement next, Instant now) {
        if (next.state() != HEALTHY) {
            return new Entry(entry.target(), next, Optional.empty());
        }
        var isNew = entry.state() != HEALTHY;
        var slow = isNew && isSlow(now) ? Optional.of(now) : isNew ? Optional.<Instant>empty() : entry.startedAt();
        return new Entry(entry.target(), next, slow);
    }

    private boolean isSlow(Instant now) {
        return !group.slowStart().isZero()
                && group.algorithm() == TargetGroup.Algorithm.ROUND_ROBIN
                && entries.stream().anyMatch(each -> each.state() == HEALTHY && each.share(group, now) >= 1);
    }

    /** With a target that gets no new requests. */
    public Roster draining(String key) {
        return find(key)
                .map(entry -> replaced(
                        entry,
                        new Entry(
                                entry.target(),
                                new Judgement(DRAINING, 0, "Target.DeregistrationInProgress", ""),
                                Optional.empty())))
                .orElse(this);
    }

    /** Without a target. */
    public Roster without(String key) {
        var fewer = new ArrayList<>(entries);
        return fewer.removeIf(each -> each.target().key().equals(key)) ? new Roster(group, fewer) : this;
    }

    private Roster replaced(Entry entry, Entry other) {
        var changed = new ArrayList<>(entries);
        changed.set(changed.indexOf(entry), other);
        return new Roster(group, changed);
    }

    /** Whether some candidate has less than its full share. */
    public boolean isStartingSlowly(Instant now) {
        for (var candidate : candidates) {
            if (candidate.startedAt().isPresent() && candidate.share(group, now) < 1) {
                return true;
            }
        }
        return false;
    }

    /**
     * A target and what is thought of it.
     *
     * @param target the target
     * @param judgement what is thought of it
     * @param startedAt since when it has been starting slowly, where it does
     */
    public record Entry(Target target, Judgement judgement, Optional<Instant> startedAt) {

        /** How it stands. */
        public TargetHealthState state() {
            return judgement.state();
        }

        /** Its part of a full share, 0 to 1. */
        double share(TargetGroup group, Instant now) {
            return startedAt
                    .map(since -> Shares.whileStarting(Duration.between(since, now), group.slowStart()))
                    .orElse(1.0);
        }
    }
}
