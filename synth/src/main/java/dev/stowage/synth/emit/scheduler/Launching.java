package dev.stowage.synth.emit.scheduler;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.schedule.Launch;
import dev.stowage.dsl.schedule.LaunchSpec;
import dev.stowage.dsl.storage.DiskVolume;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.SchedulerSchedule.CapacityProviderStrategyItem;
import dev.stowage.schema.resource.SchedulerSchedule.RetryPolicy;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ec2.Networks;
import dev.stowage.synth.emit.ec2.Reach;
import dev.stowage.synth.emit.ec2.SecurityGroups;
import dev.stowage.synth.emit.ec2.SharedGroups;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.Strategies;
import dev.stowage.synth.emit.ecs.TaskDefinitions;
import dev.stowage.synth.emit.efs.Mounting;
import dev.stowage.synth.emit.iam.Roles;
import dev.stowage.synth.emit.iam.RunTaskGrant;
import dev.stowage.synth.emit.logs.LogGroups;
import dev.stowage.synth.emit.rds.Connections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a schedule and a rule have in common: all that stands around the task that they start, and how it is started. */
final class Launching {

    private static final int MOST_COPIES = 10;
    private static final int MOST_RETRIES = 185;
    private static final int MINUTE = 60;
    private static final int DAY = 24 * 60 * MINUTE;

    private final Launch<?> launch;
    private final LaunchSpec spec;
    private final Particulars particulars;
    private final Cluster cluster;
    private final String launcher;
    private final Emission out;

    private Launching(Launch<?> launch, String launcher, Emission out) {
        this.launch = launch;
        this.spec = launch.spec();
        this.particulars = launch.particulars();
        this.cluster = out.estate().current(spec.cluster());
        this.launcher = launcher;
        this.out = out;
    }

    /** How this thing is started by this service of AWS. */
    static Launching of(Launch<?> launch, String launcher, Emission out) {
        return new Launching(launch, launcher, out);
    }

    /** Adds what the task needs, and the role with which it is started, which may send to this queue with this key. */
    void emit(String principal, Optional<Node> queue, Optional<Node> key) {
        LogGroups.emit(launch, out);
        Roles.emit(launch, out);
        TaskDefinitions.emit(launch, out);
        SecurityGroups.emit(launch, SecurityGroups.TASKS, cluster.network(), "Tasks of " + particulars.kind(), out);
        var own = out.ref(launch, SecurityGroups.TASKS, "GroupId");
        if (launch.hasVolumes()) {
            refuseDisks();
            // What must stand first is no concern here: tasks start long after their stack stands.
            var unused = Mounting.admit(launch, own, out);
        }
        if (!spec.entrances().isEmpty()) {
            var unused = SharedGroups.admit(launch, spec.entrances(), own, out);
        }
        if (launch.hasDatabases()) {
            var unused = Connections.admit(launch, own, out);
        }
        Reach.check(launch, cluster.network(), subnetKind(), spec.hasPublicAddress(), particulars.at("in"), out);
        RunTaskGrant.emit(
                launch,
                principal,
                out.ref(launch, TaskDefinitions.TASK),
                ClusterEmitter.arn(cluster, out),
                ClusterEmitter.name(cluster, out),
                queue,
                key,
                particulars.birth().because(launcher + " starts its tasks with it"),
                out);
    }

    private void refuseDisks() {
        for (var container : launch.task().containers()) {
            for (var mount : container.spec().mounts()) {
                if (mount.volume() instanceof DiskVolume disk) {
                    out.find(
                            "schedule.disk",
                            container.particulars().at("mount " + mount.path()),
                            "`" + launch.name() + "` has the disk `" + disk.name() + "`, and " + launcher
                                    + " starts no task with one.",
                            "Mount a file system, or take scratch space: .scratch(…) and .ephemeralStorage(…).");
                }
            }
        }
    }

    Cluster cluster() {
        return cluster;
    }

    /** What must stand before a task can start: its way to the internet, and the providers of its cluster. */
    List<String> after() {
        var after = new ArrayList<>(Networks.routes(cluster.network(), subnetKind(), out));
        if (out.estate().isOwner(out.stack(), cluster)) {
            after.add(out.estate().stem(cluster) + ClusterEmitter.PROVIDERS);
        }
        return after;
    }

    /** How many copies start. */
    int copies() {
        var copies = spec.copies();
        refuseUnless(copies >= 1 && copies <= MOST_COPIES, "count", "in " + copies + " copies", "1 to 10");
        return copies;
    }

    /** The capacity that they run on. */
    List<CapacityProviderStrategyItem> strategy() {
        var strategy = new ArrayList<CapacityProviderStrategyItem>();
        for (var capacity : spec.strategy().isEmpty() ? Strategies.of(cluster) : spec.strategy()) {
            var item = CapacityProviderStrategyItem.of().capacityProvider(Strategies.provider(capacity));
            item = Strategies.base(capacity) > 0 ? item.base(Strategies.base(capacity)) : item;
            strategy.add(item.weight(Strategies.weight(capacity)));
        }
        return strategy;
    }

    /** Where that was said. */
    Said placed() {
        return spec.strategy().isEmpty() ? cluster.particulars().at("on") : particulars.at("on");
    }

    /** Whether something was said of retries. */
    boolean hasRetries() {
        return spec.retries().isPresent() || spec.givenUpAfter().isPresent();
    }

    /** How often and for how long a failed start is tried again. */
    RetryPolicy retries() {
        var policy = RetryPolicy.of();
        if (spec.retries().isPresent()) {
            var retries = spec.retries().getAsInt();
            refuseUnless(retries >= 0 && retries <= MOST_RETRIES, "retry", retries + " more times", "0 to 185");
            policy = policy.said(particulars.at("retry")).maximumRetryAttempts(retries);
        }
        if (spec.givenUpAfter().isPresent()) {
            var seconds = between(spec.givenUpAfter().get(), "giveUpAfter");
            policy = policy.said(particulars.at("giveUpAfter")).maximumEventAgeInSeconds(seconds);
        }
        return policy;
    }

    private void refuseUnless(boolean isRight, String word, String found, String wanted) {
        if (!isRight) {
            out.find(
                    "schedule." + word,
                    particulars.at(word),
                    "`" + launch.name() + "` is started " + found + ", and " + launcher + " takes " + wanted + ".",
                    "Write ." + word + "(…) with a number from " + wanted + ".");
        }
    }

    /** A length of time between a minute and a day, in seconds. */
    int between(Duration time, String word) {
        var seconds = out.seconds(time, particulars.at(word));
        if (seconds < MINUTE || seconds > DAY) {
            out.find(
                    "schedule.time",
                    particulars.at(word),
                    "`" + launch.name() + "` has a time of " + seconds + " s, and it can have 60 s to 24 h here.",
                    "Write a time between the two.");
        }
        return seconds;
    }

    /** The subnets that tasks run in. */
    Node subnets() {
        return Networks.subnets(cluster.network(), subnetKind(), out);
    }

    /** The security groups of the tasks. */
    ListNode groups() {
        var groups = new ArrayList<Node>();
        groups.add(out.ref(launch, SecurityGroups.TASKS, "GroupId"));
        if (!spec.groups().isEmpty()) {
            SharedGroups.join(spec.groups(), groups, out);
            SharedGroups.check(launch, groups, out);
        }
        return ListNode.of(groups);
    }

    private SubnetKind subnetKind() {
        return spec.subnets().orElse(spec.hasPublicAddress() ? SubnetKind.PUBLIC : SubnetKind.PRIVATE);
    }
}
