package dev.stowage.synth.emit;

import dev.stowage.dsl.traffic.Answer;
import dev.stowage.dsl.traffic.AnyListener;
import dev.stowage.dsl.traffic.Listening;
import dev.stowage.dsl.traffic.Routing;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The number of each route among the rules of its listener, from 1 to 50000. A route's number comes from its conditions
 * alone, so that a new route renumbers no other:
 *
 * <ol>
 *   <li>More conditions come before fewer.
 *   <li>Then more literal characters before fewer, and an exact value before a pattern, so that {@code /api/*} comes before
 *       {@code /*}.
 *   <li>Within such a {@link Band} a hash of the conditions picks the number. Where two hashes fall together, the route
 *       whose conditions sort later takes the next free number.
 * </ol>
 *
 * <p>A number that the user gives is kept, and others make room for it.
 */
public final class Priorities {

    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();

    private Priorities() {}

    /** The numbers of all routes of an estate; routes that cannot be told apart are added to the findings. */
    static Priorities of(Estate estate, List<Diagnostic> findings) {
        var priorities = new Priorities();
        var byListener = new TreeMap<String, List<Candidate>>();
        for (var service : estate.services()) {
            for (var route : service.spec().allRoutes()) {
                var routing = route.routing();
                var candidate = new Candidate(service, routing.listener(), routing);
                list(byListener, routing.listener()).add(candidate);
            }
        }
        for (var listener : estate.listeners()) {
            for (var answer : listener.listening().answers()) {
                list(byListener, listener).add(new Candidate(listener, answer));
            }
        }
        for (var candidates : byListener.values()) {
            var listening = estate.current(candidates.get(0).listener).listening();
            if (listening.locator().isPresent() || listening.firstPriority().isPresent()) {
                SharedPriorities.check(listening, findings);
                priorities.assign(candidates, findings);
                priorities.fit(candidates, listening, findings);
            } else {
                priorities.assign(candidates, findings);
            }
        }
        return priorities;
    }

    private static List<Candidate> list(Map<String, List<Candidate>> byListener, AnyListener listener) {
        var candidates = byListener.get(listener.key());
        if (candidates == null) {
            candidates = new ArrayList<>();
            byListener.put(listener.key(), candidates);
        }
        return candidates;
    }

    /** The number of a route. */
    public int of(Routing routing) {
        return numbers.getOrDefault(routing, 0);
    }

    /** The number of what a listener answers by itself. */
    public int of(Answer answer) {
        return numbers.getOrDefault(answer, 0);
    }

    private int of(Candidate candidate) {
        return numbers.getOrDefault(candidate.rule, 0);
    }

    private void assign(List<Candidate> candidates, List<Diagnostic> findings) {
        candidates.sort(null);
        var taken = new TreeMap<Integer, Candidate>();
        for (var candidate : candidates) {
            if (candidate.priority.isPresent()) {
                keep(candidate, taken, findings);
            }
        }
        Candidate before = null;
        for (var candidate : candidates) {
            if (before != null && before.text.equals(candidate.text) && !candidate.isPerhapsInsteadOf(before)) {
                findings.add(clash("route.conditions.same", candidate, before, "answer the same requests"));
            }
            before = candidate;
            if (candidate.priority.isEmpty() && !candidate.matches.isEmpty()) {
                var number = candidate.band().free(Names.hash(candidate.text), taken);
                taken.put(number, candidate);
                numbers.put(candidate.rule, number);
            }
        }
    }

    /** Fits the numbers of routes into what is free on a listener that others have rules on, in the same order. */
    private void fit(List<Candidate> candidates, Listening listening, List<Diagnostic> findings) {
        var free = new ArrayList<Candidate>();
        var kept = new TreeSet<Integer>();
        for (var candidate : candidates) {
            if (candidate.priority.isPresent()) {
                kept.add(candidate.priority.getAsInt());
            } else {
                free.add(candidate);
            }
        }
        if (free.isEmpty()) {
            return;
        }
        if (listening.firstPriority().isEmpty()) {
            findings.add(SharedPriorities.unsaid(listening, free.get(0).at()));
            return;
        }
        free.sort((one, other) -> Integer.compare(of(one), of(other)));
        var wanted = new int[free.size()];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = of(free.get(i));
        }
        var fitted = SharedPriorities.fit(listening, wanted, kept);
        for (var i = 0; i < wanted.length && i < fitted.length; i++) {
            numbers.put(free.get(i).rule, fitted[i]);
        }
        if (fitted.length < wanted.length) {
            findings.add(
                    SharedPriorities.full(listening, wanted.length, free.get(0).at()));
        }
    }

    /** Keeps the number that a user gives. */
    private void keep(Candidate candidate, TreeMap<Integer, Candidate> taken, List<Diagnostic> findings) {
        var number = candidate.priority.orElseThrow();
        numbers.put(candidate.rule, number);
        var other = taken.putIfAbsent(number, candidate);
        if (other != null && !candidate.isPerhapsInsteadOf(other)) {
            findings.add(clash("route.priority.taken", candidate, other, "have the priority " + number));
        }
        if (number < 1 || number > Band.NUMBERS) {
            findings.add(Diagnostic.of(
                            RuleId.of("route.priority.range"),
                            Severity.ERROR,
                            candidate.at("priority"),
                            "`" + candidate.owner.name() + "` has a route of priority " + number
                                    + ", and a rule of a listener has one from 1 to 50000.")
                    .fix("Write .priority(1), or leave the number out."));
        }
    }

    private static Diagnostic clash(String rule, Candidate one, Candidate other, String what) {
        return Diagnostic.of(
                        RuleId.of(rule),
                        Severity.ERROR,
                        one.at(),
                        "Two routes of listener `" + one.listener.name() + "` " + what + ": one of " + one.whose()
                                + " and one of " + other.whose() + ".")
                .also("the other route is here", other.at())
                .fix("Change one of them.");
    }

    /** The conditions of a route as a text, the same whatever their order. */
    public String text(Routing routing) {
        return Candidate.textOf(routing.matches());
    }

    /** The conditions of what a listener answers by itself as a text, the same whatever their order. */
    public String text(Answer answer) {
        return Candidate.textOf(answer.matches());
    }
}
