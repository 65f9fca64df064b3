package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.semantics.routing.ConditionReader;
import dev.stowage.schema.semantics.routing.Coverage;
import dev.stowage.schema.semantics.routing.RequestCondition;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules about the order of the rules of one listener: {@code route.priority.taken}, {@code listener-rule.shadowed}. */
final class ListenerRuleOrder implements Family {

    static final Rule TAKEN = Rule.of("route.priority.taken", Severity.ERROR);
    static final Rule SHADOWED = Rule.of("listener-rule.shadowed", Severity.WARNING);

    /** The conditions of each rule that is written out, read once. */
    private final Map<Found, Optional<List<RequestCondition>>> read = new HashMap<>();

    @Override
    public String judges() {
        return ElbListenerRule.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TAKEN, SHADOWED);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var priority = subject.view(ElbListenerRule.EMPTY).priority();
        if (!priority.isKnown()) {
            return;
        }
        for (var other : graph.all(ElbListenerRule.TYPE)) {
            if (rule == TAKEN && other.isSame(subject)) {
                return;
            }
            var before = other.view(ElbListenerRule.EMPTY).priority();
            if (rule == TAKEN && before.is(priority.or(0)) && isWrittenBeside(subject, other)) {
                tellTaken(subject, other, priority, before, findings);
                return;
            }
            if (rule == SHADOWED && Reading.less(before, priority) == Verdict.HOLDS && hides(other, subject)) {
                tellHidden(subject, other, priority, before, findings);
                return;
            }
        }
    }

    /** Of two rules that a program said, whoever numbered them has found as much already. */
    private static boolean isWrittenBeside(Found subject, Found other) {
        return !(subject.isSaid() && other.isSaid()) && isBeside(subject, other);
    }

    private static void tellTaken(
            Found subject, Found other, Reading<Integer> priority, Reading<Integer> before, Findings findings) {
        var message = "`" + subject.name() + "` has the priority " + priority.or(0)
                + ", as has another rule of its listener, `" + other.name() + "`.";
        findings.add(
                findings.fault("Priority", priority, message)
                        .fix("Give one of them a number that no rule of the listener has.")
                        .also("the other rule", other.at("Priority")),
                priority,
                before);
    }

    private static void tellHidden(
            Found subject, Found other, Reading<Integer> priority, Reading<Integer> before, Findings findings) {
        var message = "`" + subject.name() + "` is never asked: `" + other.name()
                + "` comes before it with the priority " + before.or(0)
                + " and takes every request that it would take.";
        findings.add(
                findings.fault("Conditions", message)
                        .fix("Give it a lower number than " + before.or(0) + ", or take it away.")
                        .also("the rule before it", other.at("Conditions")),
                priority,
                before);
    }

    private boolean hides(Found other, Found subject) {
        if (!isBeside(subject, other)) {
            return false;
        }
        var wide = conditions(other);
        var narrow = conditions(subject);
        return wide.isPresent() && narrow.isPresent() && Coverage.covers(wide.get(), narrow.get());
    }

    /** Whether both certainly exist, at one listener. */
    private static boolean isBeside(Found subject, Found other) {
        return subject.exists() == Verdict.HOLDS
                && other.exists() == Verdict.HOLDS
                && isOne(subject.follow("ListenerArn"), other.follow("ListenerArn"));
    }

    private static boolean isOne(Target one, Target other) {
        if (one instanceof Target.Held a && other instanceof Target.Held b) {
            return a.found().isSame(b.found());
        }
        return one instanceof Target.Outside a
                && other instanceof Target.Outside b
                && a.text().startsWith("arn:")
                && a.text().equals(b.text());
    }

    /** The conditions of a rule that is written out; empty where something in them is left to the deployment. */
    private Optional<List<RequestCondition>> conditions(Found rule) {
        var known = read.get(rule);
        if (known == null) {
            known = readOut(rule);
            read.put(rule, known);
        }
        return known;
    }

    private static Optional<List<RequestCondition>> readOut(Found rule) {
        var written = rule.resource().properties().peek("Conditions");
        var faults = new ArrayList<String>(0);
        if (written == null || hasCall(written)) {
            return Optional.empty();
        }
        var conditions = new ArrayList<RequestCondition>(2);
        for (var condition : rule.view(ElbListenerRule.EMPTY).conditions()) {
            conditions.add(ConditionReader.read(condition, faults::add));
        }
        return faults.isEmpty() && !conditions.isEmpty() ? Optional.of(conditions) : Optional.empty();
    }

    private static boolean hasCall(Node node) {
        if (node instanceof ListNode list) {
            for (var item : list.items()) {
                if (hasCall(item)) {
                    return true;
                }
            }
        } else if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (hasCall(object.value(i))) {
                    return true;
                }
            }
        }
        return node instanceof CallNode;
    }
}
