package dev.stowage.synth.emit.logs;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.expression.Whole;
import dev.stowage.schema.resource.LogsLogGroup;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.Names;
import dev.stowage.synth.emit.servicediscovery.Offers;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the output of a task's containers goes: one group for all that say nothing, kept for 30 days, and one for each
 * container that says for how long. A group has no name of its own, so that two stacks never fight over one.
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
            if (!added.contains(suffix)) {
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
        var logs = container.spec().logs().orElse(null);
        if (logs == null) {
            group = group.said(birth).retentionInDays(DAYS);
        } else if (logs.days().isPresent()) {
            Whole days = logs.days().get();
            group = group.said(container.particulars().at("logs")).retentionInDays(days.in(out));
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

    /** What the group of a container is to what runs its task: the end of its logical id. */
    public static String suffix(AnyContainer container) {
        return container.spec().logs().isPresent() ? "LogGroup" + Names.pascal(container.name()) : "LogGroup";
    }

    /** The ends of the logical ids of all groups of what runs a task. */
    public static List<String> suffixes(Runner runner) {
        var suffixes = new ArrayList<String>();
        for (var container : runner.task().containers()) {
            if (!suffixes.contains(suffix(container))) {
                suffixes.add(suffix(container));
            }
        }
        if (isConnected(runner)) {
            suffixes.add(CONNECT);
        }
        return suffixes;
    }
}
