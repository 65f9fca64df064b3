package dev.stowage.synth.index;

import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.Shape;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which target groups get requests: those that an action of a listener, or of a rule of one, forwards to. */
public final class Forwarding {

    /** Resources that name a target group and never make a listener forward to it. */
    private static final Set<String> BYSTANDERS = Set.of(
            "AWS::ECS::Service",
            "AWS::ECS::TaskSet",
            "AWS::ApplicationAutoScaling::ScalingPolicy",
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::CloudWatch::Alarm",
            "AWS::CloudWatch::Dashboard");

    private final Mentions mentions;

    private Forwarding(Mentions mentions) {
        this.mentions = mentions;
    }

    /** The forwarding in a graph whose mentions are known. */
    public static Forwarding of(Mentions mentions) {
        return new Forwarding(mentions);
    }

    /**
     * Whether some listener forwards to a target group. It fails only where the graph holds everything that could: no output
     * shows the group to other stacks, nothing names it that might hand it on, and no listener forwards to something that
     * only deployment tells. What the stack imports does not matter: an import brings nothing out.
     */
    public Verdict isForwarded(ResourceGraph graph, Found group) {
        var verdict = Verdict.FAILS;
        for (var from : mentions.of(group)) {
            var here = isListening(from) ? forwards(from, group) : unlessBystander(from);
            if (here == Verdict.HOLDS) {
                return here;
            }
            verdict = here == Verdict.UNKNOWN ? here : verdict;
        }
        var isSure = verdict == Verdict.FAILS
                && !mentions.isShown(group)
                && !hasBlindListener(graph, group)
                && graph.isWrittenOutFor(ElbListener.TYPE, ElbListenerRule.TYPE);
        return isSure ? Verdict.FAILS : Verdict.UNKNOWN;
    }

    /** The listeners and rules that certainly forward to a target group, in the order in which they were written. */
    public List<Found> forwarders(Found group) {
        var forwarders = new ArrayList<Found>(2);
        for (var from : mentions.of(group)) {
            if (isListening(from) && forwards(from, group) == Verdict.HOLDS) {
                forwarders.add(from);
            }
        }
        return forwarders;
    }

    /** Whether a listener or a rule certainly leads no request to a target group. */
    public boolean isNever(Found from, Found group) {
        return isListening(from) && forwards(from, group) == Verdict.FAILS;
    }

    /** The services that certainly exist and register their tasks in a target group, or in one beside it during a shift. */
    public List<Found> services(Found group) {
        var services = new ArrayList<Found>(1);
        for (var from : mentions.of(group)) {
            if (from.is(EcsService.TYPE) && from.exists() == Verdict.HOLDS) {
                services.add(from);
            }
        }
        return services;
    }

    private static boolean isListening(Found from) {
        return from.is(ElbListener.TYPE) || from.is(ElbListenerRule.TYPE);
    }

    private static Verdict unlessBystander(Found from) {
        return BYSTANDERS.contains(from.resource().type()) ? Verdict.FAILS : Verdict.UNKNOWN;
    }

    /** Whether a listener that names nobody may forward to the group all the same. */
    private static boolean hasBlindListener(ResourceGraph graph, Found group) {
        for (var listener : graph.all(ElbListener.TYPE)) {
            if (forwards(listener, group) == Verdict.UNKNOWN) {
                return true;
            }
        }
        for (var rule : graph.all(ElbListenerRule.TYPE)) {
            if (forwards(rule, group) == Verdict.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /** Whether a listener or a rule exists and one of its actions forwards to the group. */
    private static Verdict forwards(Found from, Found group) {
        Items<? extends Shape<?>> actions = from.is(ElbListener.TYPE)
                ? from.view(ElbListener.EMPTY).defaultActions()
                : from.view(ElbListenerRule.EMPTY).actions();
        var verdict = actions.isComplete() ? Verdict.FAILS : Verdict.UNKNOWN;
        for (var action : actions) {
            verdict = either(verdict, sends(from, action.tree(), group));
        }
        return verdict == Verdict.FAILS ? verdict : both(verdict, from.exists());
    }

    private static Verdict sends(Found from, ObjectNode action, Found group) {
        var verdict = leadsTo(from, action.peek("TargetGroupArn"), group);
        var config = resolved(from, action.peek("ForwardConfig"));
        if (!(config instanceof ObjectNode forward)) {
            return action.has("ForwardConfig") ? either(verdict, Verdict.UNKNOWN) : verdict;
        }
        if (!(resolved(from, forward.peek("TargetGroups")) instanceof ListNode groups)) {
            return either(verdict, Verdict.UNKNOWN);
        }
        for (var each : groups.items()) {
            var tuple = resolved(from, each) instanceof ObjectNode object
                    ? leadsTo(from, object.peek("TargetGroupArn"), group)
                    : Verdict.UNKNOWN;
            verdict = either(verdict, tuple);
        }
        return verdict;
    }

    private static @Nullable Node resolved(Found from, @Nullable Node node) {
        return node == null ? null : from.scope().resolve(node).node();
    }

    private static Verdict leadsTo(Found from, @Nullable Node arn, Found group) {
        if (arn == null) {
            return Verdict.FAILS;
        }
        var target = from.follow(arn);
        if (target instanceof Target.Held held) {
            return held.found().isSame(group) ? Verdict.HOLDS : Verdict.FAILS;
        }
        return target instanceof Target.Unknown ? Verdict.UNKNOWN : Verdict.FAILS;
    }

    private static Verdict either(Verdict one, Verdict other) {
        if (one == Verdict.HOLDS || other == Verdict.HOLDS) {
            return Verdict.HOLDS;
        }
        return one == Verdict.UNKNOWN || other == Verdict.UNKNOWN ? Verdict.UNKNOWN : Verdict.FAILS;
    }

    private static Verdict both(Verdict one, Verdict other) {
        if (one == Verdict.FAILS || other == Verdict.FAILS) {
            return Verdict.FAILS;
        }
        return one == Verdict.UNKNOWN || other == Verdict.UNKNOWN ? Verdict.UNKNOWN : Verdict.HOLDS;
    }
}
