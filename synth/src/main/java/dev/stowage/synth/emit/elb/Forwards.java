package dev.stowage.synth.emit.elb;

import dev.stowage.dsl.traffic.TargetGroup;
import dev.stowage.dsl.traffic.TargetShare;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.ElbListener.ForwardConfig;
import dev.stowage.schema.resource.ElbListener.TargetGroupStickinessConfig;
import dev.stowage.schema.resource.ElbListener.TargetGroupTuple;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Forwards to several target groups by their weights, some of which belong to others. */
final class Forwards {

    private static final int MOST_GROUPS = 5;
    private static final int MOST_PARTS = 999;
    private static final int LONGEST_STAY = 604_800;

    private final List<TargetGroupTuple> tuples = new ArrayList<>();
    private final String whose;
    private final Said at;
    private final Emission out;

    private Forwards(String whose, Said at, Emission out) {
        this.whose = whose;
        this.at = at;
        this.out = out;
    }

    /**
     * A forward that no group is part of yet.
     *
     * @param whose who forwards, for findings
     * @param at where the weights were said
     */
    static Forwards of(String whose, Said at, Emission out) {
        return new Forwards(whose, at, out);
    }

    /** The resource name of a target group. */
    static Node arn(TargetGroup group, Emission out) {
        return out.locate(group, group.locator(), "String", "Arn")
                .at(group.particulars().at("existing"));
    }

    Forwards add(Node group, int weight) {
        tuples.add(TargetGroupTuple.of().said(at).targetGroupArn(group).weight(weight));
        if (weight < 0 || weight > MOST_PARTS) {
            out.find(
                    "listener.share.weight",
                    at,
                    whose + " gives a target group " + weight + " parts of its requests, and it can have 0 to "
                            + MOST_PARTS + ".",
                    "Write parts from 0 to 999, such as 90 and 10.");
        }
        return this;
    }

    Forwards add(List<TargetShare> shares) {
        for (var share : shares) {
            var unused = add(arn(share.group(), out), share.weight());
        }
        return this;
    }

    /** What listeners and their rules take alike. */
    ForwardConfig config(Optional<Duration> stickiness, Said stay) {
        if (tuples.size() > MOST_GROUPS) {
            out.find(
                    "listener.share.groups",
                    at,
                    whose + " shares its requests among " + tuples.size() + " target groups, and it can among "
                            + MOST_GROUPS + ".",
                    "Leave some out.");
        }
        var config = ForwardConfig.of().said(at).targetGroups(tuples);
        if (stickiness.isEmpty()) {
            return config;
        }
        var seconds = out.seconds(stickiness.get(), stay);
        if (seconds < 1 || seconds > LONGEST_STAY) {
            out.find(
                    "listener.share.stay",
                    stay,
                    whose + " keeps callers with a target group for " + seconds + " s, and it can for 1 s to 7 days.",
                    "Write a time such as Duration.ofHours(1).");
        }
        return config.said(stay)
                .targetGroupStickinessConfig(
                        TargetGroupStickinessConfig.of().enabled(true).durationSeconds(seconds));
    }
}
