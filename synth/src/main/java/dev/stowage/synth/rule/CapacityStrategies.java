package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsCapacityProvider;
import dev.stowage.schema.resource.EcsCluster;
import dev.stowage.schema.resource.EcsClusterCapacityProviderAssociations;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.CapacityProviderStrategyItem;
import dev.stowage.schema.resource.SchedulerSchedule;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules about the strategy by which tasks are spread over capacity providers. */
final class CapacityStrategies implements Family {

    static final Rule BASES = Rule.of("capacity.strategy.bases", Severity.ERROR);
    static final Rule WEIGHTS = Rule.of("capacity.strategy.weights", Severity.ERROR);
    static final Rule MIXED = Rule.of("capacity.strategy.mixed", Severity.ERROR);
    static final Rule TWICE = Rule.of("capacity.provider.twice", Severity.ERROR);
    static final Rule UNASSOCIATED = Rule.of("capacity.provider.unassociated", Severity.ERROR);
    static final Rule LAUNCH_TYPE = Rule.of("capacity.launch-type", Severity.ERROR);

    /** Stands for a provider that a stack makes, whose name only deployment tells. */
    private static final String MADE = "?";

    private static final String SERVICE = "CapacityProviderStrategy";
    private static final String CLUSTER = "DefaultCapacityProviderStrategy";

    private static final String SCHEDULE = "Target/EcsParameters/" + SERVICE;

    private final String type;
    private final String property;

    private CapacityStrategies(String type, String property) {
        this.type = type;
        this.property = property;
    }

    static CapacityStrategies ofServices() {
        return new CapacityStrategies(EcsService.TYPE, SERVICE);
    }

    static CapacityStrategies ofClusters() {
        return new CapacityStrategies(EcsCluster.TYPE, CLUSTER);
    }

    static CapacityStrategies ofAssociations() {
        return new CapacityStrategies(EcsClusterCapacityProviderAssociations.TYPE, CLUSTER);
    }

    static CapacityStrategies ofSchedules() {
        return new CapacityStrategies(SchedulerSchedule.TYPE, SCHEDULE);
    }

    /** Whether a schedule spreads its tasks over several providers. */
    static boolean isSpread(Found schedule) {
        return strategy(schedule, SCHEDULE) instanceof ListNode list
                && list.items().size() > 1;
    }

    private static @Nullable Node strategy(Found subject, String path) {
        @Nullable Node node = subject.resource().properties();
        for (var step : path.split("/", -1)) {
            node = node instanceof ObjectNode object ? object.peek(step) : null;
        }
        return node;
    }

    @Override
    public String judges() {
        return type;
    }

    @Override
    public List<Rule> rules() {
        return type.equals(EcsService.TYPE)
                ? List.of(BASES, WEIGHTS, MIXED, TWICE, UNASSOCIATED, LAUNCH_TYPE)
                : List.of(BASES, WEIGHTS, MIXED, TWICE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var strategy = strategy(subject, property);
        if (strategy == null) {
            return;
        }
        var items = items(subject, strategy);
        if (rule == BASES) {
            bases(subject, items, findings);
        } else if (rule == WEIGHTS) {
            weights(subject, items, findings);
        } else if (rule == MIXED) {
            mixed(subject, items, findings);
        } else if (rule == TWICE) {
            twice(subject, items, findings);
        } else if (rule == UNASSOCIATED) {
            unassociated(subject, items, graph, findings);
        } else {
            launchType(subject, items, findings);
        }
    }

    /** The items of a strategy have one form wherever it stands. */
    private static Items<CapacityProviderStrategyItem> items(Found subject, Node strategy) {
        return EcsService.EMPTY
                .over(ObjectNode.of(SERVICE, strategy), subject.scope(), strategy.at())
                .capacityProviderStrategy();
    }

    private String at(int position, String part) {
        return property + "/" + position + "/" + part;
    }

    private void bases(Found subject, Items<CapacityProviderStrategyItem> items, Findings findings) {
        Reading<Integer> first = Reading.absent();
        var position = 0;
        for (var item : items) {
            var where = at(position++, "Base");
            var base = item.base();
            if (base.or(0) > 0 && first.isKnown()) {
                var message = "`" + subject.name()
                        + "` gives a base to two of its capacity providers, and a strategy has" + " one.";
                var fault = findings.fault(where, base, message)
                        .fix("Keep the base of one of them.")
                        .also("the other base", first.at());
                findings.add(fault, base, first);
            }
            first = base.or(0) > 0 ? base : first;
        }
    }

    private void weights(Found subject, Items<CapacityProviderStrategyItem> items, Findings findings) {
        if (!items.isComplete() || items.known().size() < 2) {
            return;
        }
        var basis = new Reading<?>[items.known().size()];
        for (var i = 0; i < basis.length; i++) {
            var weight = items.known().get(i).weight().orDefault(0);
            if (!weight.is(0)) {
                return;
            }
            basis[i] = weight;
        }
        var message = "`" + subject.name() + "` gives none of its capacity providers a weight, so that no task beyond a"
                + " base finds a place.";
        findings.add(findings.fault(at(0, "Weight"), message).fix("Give one of them a weight of 1 or more."), basis);
    }

    private void mixed(Found subject, Items<CapacityProviderStrategyItem> items, Findings findings) {
        var fargate = -1;
        var other = -1;
        var position = 0;
        for (var item : items) {
            var isFargate = item.capacityProvider().or("").startsWith("FARGATE");
            fargate = isFargate ? position : fargate;
            other = !isFargate && isOwn(subject, item) ? position : other;
            position++;
        }
        if (fargate >= 0 && other >= 0) {
            var provider = items.known().get(fargate).capacityProvider();
            var message = "`" + subject.name() + "` runs its tasks on " + provider.or("")
                    + " and on instances by one strategy, and ECS takes one kind.";
            findings.add(
                    findings.fault(at(Math.max(fargate, other), "CapacityProvider"), message)
                            .fix("Keep the providers of one kind; a second service can run on the other."),
                    provider);
        }
    }

    /** Whether a provider is one of somebody's own: a name that is not of Fargate, or one that the stack makes. */
    private static boolean isOwn(Found subject, CapacityProviderStrategyItem item) {
        var node = item.tree().peek("CapacityProvider");
        var target = node == null ? Target.Absent.INSTANCE : subject.follow(node);
        return item.capacityProvider().isKnown()
                || target instanceof Target.Held held && held.is(EcsCapacityProvider.TYPE);
    }

    private void twice(Found subject, Items<CapacityProviderStrategyItem> items, Findings findings) {
        var first = new HashMap<String, Reading<String>>();
        var position = 0;
        for (var item : items) {
            var where = at(position++, "CapacityProvider");
            var provider = item.capacityProvider();
            var other = provider.isKnown() ? first.putIfAbsent(provider.or(""), provider) : null;
            if (other != null) {
                var message = "`" + subject.name() + "` names the capacity provider " + provider.or("")
                        + " twice in one strategy.";
                var fault = findings.fault(where, provider, message)
                        .fix("Keep one of the two.")
                        .also("the other one is here", other.at());
                findings.add(fault, provider, other);
            }
        }
    }

    private void launchType(Found subject, Items<CapacityProviderStrategyItem> items, Findings findings) {
        var launchType = subject.view(EcsService.EMPTY).launchType();
        if (launchType.isKnown() && !items.known().isEmpty()) {
            var message = "`" + subject.name()
                    + "` has a launch type and a strategy of capacity providers, and ECS takes" + " one of the two.";
            var fault = findings.fault("LaunchType", launchType, message).fix("Leave `LaunchType` out.");
            findings.add(fault, launchType);
        }
    }

    /** Fargate's providers, too, serve only clusters that are associated with them. */
    private void unassociated(
            Found subject, Items<CapacityProviderStrategyItem> items, ResourceGraph graph, Findings findings) {
        if (!(subject.follow("Cluster") instanceof Target.Held held) || !held.is(EcsCluster.TYPE)) {
            return;
        }
        var associated = associated(held.found(), graph);
        if (associated.isEmpty()) {
            return;
        }
        var position = 0;
        for (var item : items) {
            var where = at(position++, "CapacityProvider");
            var provider = item.capacityProvider();
            var isFargate = provider.or("").startsWith("FARGATE");
            var mayBeMade = !isFargate && associated.get().contains(MADE);
            if (provider.isKnown() && !mayBeMade && !associated.get().contains(provider.or(""))) {
                var message = "`" + subject.name() + "` runs on " + provider.or("") + ", which is not associated with"
                        + " its cluster `" + held.found().name() + "`.";
                var fault = findings.fault(where, provider, message)
                        .fix("Add " + provider.or("") + " to the capacity providers of the cluster.")
                        .also("the cluster", held.found().at("CapacityProviders"));
                findings.add(fault, provider);
            }
        }
    }

    /** The names of the providers of a cluster, {@code ?} for one that the stack makes; empty where they may not be all. */
    private static Optional<List<String>> associated(Found cluster, ResourceGraph graph) {
        if (!graph.isClosedFor(EcsClusterCapacityProviderAssociations.TYPE)) {
            return Optional.empty();
        }
        var names = new ArrayList<String>();
        var isComplete = add(cluster, names);
        for (var each : graph.all(EcsClusterCapacityProviderAssociations.TYPE)) {
            var target = each.follow("Cluster");
            var isOther = target instanceof Target.Held held && !held.found().isSame(cluster);
            if (!isOther) {
                var isItsOwn = target instanceof Target.Held && each.exists() == Verdict.HOLDS;
                isComplete = isItsOwn && add(each, names) && isComplete;
            }
        }
        return isComplete ? Optional.of(names) : Optional.empty();
    }

    private static boolean add(Found from, List<String> names) {
        var providers = from.resource().properties().peek("CapacityProviders");
        if (providers == null) {
            return true;
        }
        if (!(providers instanceof ListNode list)) {
            return false;
        }
        var isComplete = true;
        for (var item : list.items()) {
            var target = from.follow(item);
            var isMade = target instanceof Target.Held held && held.is(EcsCapacityProvider.TYPE);
            isComplete = isComplete && (isMade || target instanceof Target.Outside);
            names.add(target instanceof Target.Outside outside ? outside.text() : MADE);
        }
        return isComplete;
    }
}
