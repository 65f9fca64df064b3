package dev.stowage.synth.emit;

import dev.stowage.dsl.traffic.Listening;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;
import java.util.List;
import java.util.Set;

/** The priorities of a listener on which others have rules, too: which are free, and how routes share them. */
final class SharedPriorities {

    private SharedPriorities() {}

    /** Finds bounds that are no priorities, or that are the wrong way round. */
    static void check(Listening listening, List<Diagnostic> findings) {
        var first = listening.firstPriority().orElse(1);
        var last = listening.lastPriority().orElse(Band.NUMBERS);
        if (first < 1 || last > Band.NUMBERS || first > last) {
            findings.add(error(
                            "listener.priorities.range",
                            listening.particulars().at("priorities"),
                            "`" + listening.particulars().name() + "` leaves priorities " + first + " to " + last
                                    + " to this app, and a listener has 1 to " + Band.NUMBERS + ".")
                    .fix("Write .priorities(1000, 1999)."));
        }
    }

    /**
     * Priorities from first to last, in the order of the wanted ones and as near to their share of the range as that
     * allows; none at all where there are too few.
     *
     * @param wanted numbers of all 50,000, in ascending order
     * @param kept numbers that are taken
     */
    static int[] fit(Listening listening, int[] wanted, Set<Integer> kept) {
        var first = Math.max(1, listening.firstPriority().orElse(1));
        var last = Math.min(Band.NUMBERS, listening.lastPriority().orElse(Band.NUMBERS));
        var size = Math.max(0, last - first + 1);
        var free = new int[size];
        var count = 0;
        for (var number = first; number <= last; number++) {
            if (!kept.contains(number)) {
                free[count++] = number;
            }
        }
        if (count < wanted.length) {
            return new int[0];
        }
        var fitted = new int[wanted.length];
        var next = 0;
        for (var i = 0; i < wanted.length; i++) {
            var share = (int) ((wanted[i] - 1L) * count / Band.NUMBERS);
            var latest = count - (wanted.length - i);
            next = Math.min(Math.max(next, share), latest);
            fitted[i] = free[next++];
        }
        return fitted;
    }

    static Diagnostic unsaid(Listening listening, Origin at) {
        var name = listening.particulars().name();
        return error(
                        "listener.priorities.unsaid",
                        at,
                        "A route of listener `" + name
                                + "` wants a priority, and which ones its other rules have is not " + "known.")
                .fix("Say which ones are free, as in .priorities(1000, 1999), or give the route its .priority(…).");
    }

    static Diagnostic full(Listening listening, int routes, Origin at) {
        return error(
                        "listener.priorities.full",
                        at,
                        "Listener `" + listening.particulars().name()
                                + "` leaves fewer priorities to this app than its " + routes + " routes.")
                .fix("Ask for a wider range, and say it by .priorities(…, …).");
    }

    private static Diagnostic error(String rule, Origin at, String message) {
        return Diagnostic.of(RuleId.of(rule), Severity.ERROR, at, message);
    }
}
