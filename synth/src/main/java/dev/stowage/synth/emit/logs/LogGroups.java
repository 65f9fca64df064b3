package dev.stowage.synth.emit.logs;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.CloudWatchLogs;
import dev.stowage.dsl.task.LogGroup;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.iam.Arns;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the output of a task's containers goes in CloudWatch: to one group for all that say nothing, kept for 30 days, to one
 * for each container that says for how long, or to one that others share. A group has no name of its own unless somebody
 * says one, so that two stacks never fight over it.
 */
public final class LogGroups {

    /** The end of the logical id of the group to which the proxy of Service Connect writes. */
    public static final String CONNECT = "ConnectLogGroup";

    private static final int DAYS = 30;

    private LogGroups() {}

    /** Adds the groups of what runs a task. */
    public static void emit(Runner runner, Emission out) {
        var added = new ArrayList<String>();
        for (var container : runner.task().containers()) {
            var suffix = suffix(container);
            if (hasOwnGroup(container) && !added.contains(suffix)) {
                added.add(suffix);
                add(runner, container, suffix, out);
            }
        }
        if (isConnected(runner)) {
            out.add(Draft.of(
                            runner,
                            CONNECT,
                            LogsLogGroup.TYPE,
                            LogsLogGroup.of().retentionInDays(DAYS))
                    .kind(Kind.LOG_GROUP)
                    .at(runner.particulars().birth().because("the proxy of Service Connect writes logs")));
        }
    }

    private static void add(Runner runner, AnyContainer container, String suffix, Emission out) {
        var birth = runner.particulars().birth();
        var group = LogsLogGroup.of();
        if (!(container.spec().logs().orElse(null) instanceof CloudWatchLogs logs)) {
            group = group.said(birth).retentionInDays(DAYS);
        } else if (logs.days().isPresent()) {
            group = group.said(container.particulars().at("logs"))
                    .retentionInDays(logs.days().get().in(out));
        }
        out.add(Draft.of(runner, suffix, LogsLogGroup.TYPE, group)
                .kind(Kind.LOG_GROUP)
                .at(birth.because("its containers write logs"))
                .allowing(container.particulars().allowances()));
    }

    /** Whether the proxy of Service Connect stands beside the tasks of something. */
    private static boolean isConnected(Runner runner) {
        return runner instanceof Service service
                && service.spec().hasPeers()
                && !Offers.connected(service).isEmpty();
    }

    /** Whether a container writes to a group that nobody made for it. */
    private static boolean hasOwnGroup(AnyContainer container) {
        var logs = container.spec().logs().orElse(null);
        return logs == null || logs instanceof CloudWatchLogs own && own.group().isEmpty();
    }

    /** What the group of a container is to what runs its task: the end of its logical id. */
    private static String suffix(AnyContainer container) {
        return container.spec().logs().isPresent() ? "LogGroup" + Names.pascal(container.name()) : "LogGroup";
    }

    /** The name of the group that a container writes to. */
    public static Node name(Runner runner, AnyContainer container, Emission out) {
        if (hasOwnGroup(container)) {
            return out.ref(runner, suffix(container));
        }
        var group = shared(container, out);
        return group.locator().isPresent() ? name(group, out) : out.ref(group, LogGroupEmitter.GROUP);
    }

    private static Node name(LogGroup group, Emission out) {
        var locator = group.locator().orElseThrow();
        if (!(locator instanceof Arn arn)) {
            return Arns.name(group, locator, out);
        }
        var value = arn.value().endsWith(":*")
                ? arn.value().substring(0, arn.value().length() - 2)
                : arn.value();
        return TextNode.of(value.substring(value.lastIndexOf(':') + 1));
    }

    private static LogGroup shared(AnyContainer container, Emission out) {
        var logs = (CloudWatchLogs) container.spec().logs().orElseThrow();
        return out.estate().current(logs.group().orElseThrow());
    }

    /** The resource names of all groups that the containers of a task write to. */
    public static List<Node> arns(Runner runner, Emission out) {
        var arns = new ArrayList<Node>();
        for (var container : runner.task().containers()) {
            if (hasOwnGroup(container)) {
                arns.add(out.ref(runner, suffix(container), "Arn"));
            } else if (container.spec().logs().orElse(null) instanceof CloudWatchLogs) {
                arns.add(arn(shared(container, out), out));
            }
        }
        if (isConnected(runner)) {
            arns.add(out.ref(runner, CONNECT, "Arn"));
        }
        return arns;
    }

    /** The name of a group and all its streams: one that is made here answers with the asterisk already. */
    private static Node arn(LogGroup group, Emission out) {
        var isWhole = group.locator().isEmpty()
                || group.locator().get() instanceof Arn arn && arn.value().endsWith(":*");
        return Arns.of(group, isWhole ? "" : ":*", out);
    }
}
