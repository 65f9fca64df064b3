package dev.stowage.synth.emit.ecs;

import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.task.AnyContainer;
import dev.stowage.dsl.task.Capability;
import dev.stowage.dsl.task.ContainerSpec;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Restart;
import dev.stowage.dsl.task.Runner;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.KernelCapabilities;
import dev.stowage.schema.resource.EcsTaskDefinition.LinuxParameters;
import dev.stowage.schema.resource.EcsTaskDefinition.RestartPolicy;
import dev.stowage.schema.resource.EcsTaskDefinition.SystemControl;
import dev.stowage.schema.resource.EcsTaskDefinition.Ulimit;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import java.util.ArrayList;
import java.util.List;

/** What a container definition says of the process in it: what runs, as whom, with which limits, and how it ends. */
final class ContainerProcess {

    private final Runner runner;
    private final ContainerSpec spec;
    private final Particulars particulars;
    private final Emission out;

    private ContainerProcess(Runner runner, AnyContainer container, Emission out) {
        this.runner = runner;
        this.spec = container.spec();
        this.particulars = container.particulars();
        this.out = out;
    }

    /** The definition with what is said of the process. */
    static ContainerDefinition of(ContainerDefinition definition, Runner runner, AnyContainer container, Emission out) {
        var process = new ContainerProcess(runner, container, out);
        return process.linux(process.limits(process.times(process.terminal(process.command(definition)))));
    }

    private ContainerDefinition command(ContainerDefinition definition) {
        var result = definition;
        if (!spec.entryPoint().isEmpty()) {
            result = result.said(particulars.at("entryPoint")).entryPoint(spec.entryPoint());
        }
        if (!spec.command().isEmpty()) {
            result = result.said(particulars.at("command")).command(spec.command());
        }
        if (spec.workingDirectory().isPresent()) {
            result = result.said(particulars.at("workingDirectory"))
                    .workingDirectory(spec.workingDirectory().get());
        }
        if (spec.user().isPresent()) {
            result = result.said(particulars.at("user")).user(spec.user().get());
        }
        if (spec.isReadOnly()) {
            result = result.said(particulars.at("readOnly")).readonlyRootFilesystem(true);
        }
        if (!spec.labels().isEmpty()) {
            var labels = ObjectNode.builder();
            for (var label : spec.labels()) {
                labels.put(label.name(), TextNode.of(label.value()).at(at("label", label.name())));
            }
            result = result.said(at("label", spec.labels().get(0).name())).dockerLabels(labels.build());
        }
        return result;
    }

    private ContainerDefinition terminal(ContainerDefinition definition) {
        var result = definition;
        if (spec.isInteractive()) {
            result = result.said(particulars.at("interactive")).interactive(true);
        }
        if (spec.hasTerminal()) {
            result = result.said(particulars.at("terminal")).pseudoTerminal(true);
        }
        if (!spec.isVersionConsistent()) {
            result = result.said(particulars.at("withoutVersionConsistency")).versionConsistency("disabled");
        }
        return result;
    }

    private ContainerDefinition times(ContainerDefinition definition) {
        var result = definition;
        if (spec.startTimeout().isPresent()) {
            var at = particulars.at("startWithin");
            result =
                    result.said(at).startTimeout(out.seconds(spec.startTimeout().get(), at));
        }
        if (spec.stopTimeout().isPresent()) {
            var at = particulars.at("stopWithin");
            result = result.said(at).stopTimeout(out.seconds(spec.stopTimeout().get(), at));
        }
        if (spec.restart().isPresent()) {
            result = result.said(particulars.at("restart"))
                    .restartPolicy(restart(spec.restart().get()));
        }
        return result;
    }

    private RestartPolicy restart(Restart restart) {
        var policy = RestartPolicy.of().said(particulars.at("restart")).enabled(true);
        if (restart.attemptPeriod().isPresent()) {
            var at = Said.of(
                    particulars.kind(),
                    particulars.name(),
                    "onceUpFor",
                    restart.lines().at("onceUpFor"));
            policy = policy.said(at)
                    .restartAttemptPeriod(out.seconds(restart.attemptPeriod().get(), at));
        }
        if (!restart.ignoredExitCodes().isEmpty()) {
            var codes = new ArrayList<Node>();
            for (var code : restart.ignoredExitCodes()) {
                codes.add(NumberNode.of(code));
            }
            var at = Said.of(
                    particulars.kind(),
                    particulars.name(),
                    "exceptAfter",
                    restart.lines().at("exceptAfter"));
            policy = policy.said(at).ignoredExitCodes(ListNode.of(codes));
        }
        return policy;
    }

    private ContainerDefinition limits(ContainerDefinition definition) {
        var result = definition;
        if (spec.openFiles().isPresent()) {
            var files = spec.openFiles().get();
            result = result.said(particulars.at("openFiles"))
                    .ulimits(Ulimit.of()
                            .said(particulars.at("openFiles"))
                            .name("nofile")
                            .softLimit(files.soft())
                            .hardLimit(files.hard()));
        }
        if (!spec.systemControls().isEmpty()) {
            var controls = new ArrayList<SystemControl>(spec.systemControls().size());
            for (var control : spec.systemControls()) {
                controls.add(SystemControl.of()
                        .said(at("systemControl", control.name()))
                        .namespace(control.name())
                        .value(control.value()));
            }
            result = result.systemControls(controls);
        }
        return result;
    }

    private ContainerDefinition linux(ContainerDefinition definition) {
        var hasInitProcess = spec.hasInitProcess() || hasShellOnLinux();
        if (!hasInitProcess && !spec.mayTrace() && spec.dropped().isEmpty()) {
            return definition;
        }
        var linux = LinuxParameters.of();
        if (hasInitProcess) {
            var runners = runner.particulars();
            linux = linux.said(spec.hasInitProcess() ? particulars.at("initProcess") : runners.at("shell"))
                    .initProcessEnabled(true);
        }
        if (spec.mayTrace() || !spec.dropped().isEmpty()) {
            linux = linux.capabilities(capabilities());
        }
        return definition.linuxParameters(linux);
    }

    /** A shell leaves processes behind that somebody must clear up. */
    private boolean hasShellOnLinux() {
        return runner.hasShell() && !(runner.task() instanceof FargateTask task && task.isWindows());
    }

    private KernelCapabilities capabilities() {
        var capabilities = KernelCapabilities.of();
        if (spec.mayTrace()) {
            capabilities = capabilities.said(particulars.at("tracing")).add("SYS_PTRACE");
        }
        return spec.dropped().isEmpty()
                ? capabilities
                : capabilities.said(particulars.at("drop")).drop(names(spec.dropped()));
    }

    private static List<String> names(List<Capability> capabilities) {
        var names = new ArrayList<String>(capabilities.size());
        for (var capability : capabilities) {
            names.add(capability.name());
        }
        return names;
    }

    private Said at(String word, String what) {
        return Said.of(
                particulars.kind(),
                particulars.name(),
                word,
                particulars.lines().at(word + " " + what));
    }
}
