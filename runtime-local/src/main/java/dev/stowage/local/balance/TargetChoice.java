package dev.stowage.local.balance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.ToIntFunction;

/** Chooses targets of one group, one request after the other. For one thread. */
public final class TargetChoice {

    private final DoubleSupplier random;
    private int turn;

    private TargetChoice(DoubleSupplier random) {
        this.random = random;
    }

    /** A choice that takes its chances from there: numbers from 0 to below 1. */
    public static TargetChoice by(DoubleSupplier random) {
        return new TargetChoice(random);
    }

    /**
     * The target for a request; none where none is registered.
     *
     * @param inFlight how many requests a target is at now
     */
    public Optional<Target> choose(Roster roster, ToIntFunction<Target> inFlight, Instant now) {
        var candidates = roster.candidates();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        var place = switch (roster.group().algorithm()) {
            case RANDOM -> (int) (random.getAsDouble() * candidates.size());
            case LEAST_OUTSTANDING -> idlest(candidates, inFlight);
            case ROUND_ROBIN ->
                roster.isStartingSlowly(now) ? byShare(candidates, roster.group(), now) : next(candidates.size());
        };
        return Optional.of(candidates.get(place).target());
    }

    private int next(int size) {
        turn = turn + 1 >= size ? 0 : turn + 1;
        return turn;
    }

    /** Of several that are equally idle, each in its turn. */
    private int idlest(List<Roster.Entry> candidates, ToIntFunction<Target> inFlight) {
        var first = next(candidates.size());
        var best = first;
        for (var step = 1; step < candidates.size(); step++) {
            var place = (first + step) % candidates.size();
            if (inFlight.applyAsInt(candidates.get(place).target())
                    < inFlight.applyAsInt(candidates.get(best).target())) {
                best = place;
            }
        }
        return best;
    }

    private int byShare(List<Roster.Entry> candidates, TargetGroup group, Instant now) {
        var sum = 0.0;
        for (var candidate : candidates) {
            sum += candidate.share(group, now);
        }
        var rest = random.getAsDouble() * sum;
        for (var place = 0; place < candidates.size(); place++) {
            rest -= candidates.get(place).share(group, now);
            if (rest < 0) {
                return place;
            }
        }
        return next(candidates.size());
    }
}
