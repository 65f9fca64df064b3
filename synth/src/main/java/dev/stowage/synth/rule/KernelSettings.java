package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.SystemControl;
import dev.stowage.schema.table.Words;
import java.util.HashMap;
import java.util.List;

/** Rules about the settings of the kernel that a container has of its own. */
final class KernelSettings implements Family {

    static final Rule REFUSED = Rule.of("container.kernel-setting.refused", Severity.ERROR);
    static final Rule DIFFERS = Rule.of("container.kernel-setting.differs", Severity.WARNING);

    @Override
    public String judges() {
        return EcsTaskDefinition.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(REFUSED, DIFFERS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var task = subject.view(EcsTaskDefinition.EMPTY);
        if (rule == DIFFERS) {
            if (task.networkMode().is("awsvpc")) {
                differs(task, findings);
            }
            return;
        }
        var position = 0;
        for (var container : task.containerDefinitions()) {
            kernel(task, container, "ContainerDefinitions/" + position++ + "/", findings);
        }
    }

    private static void kernel(
            EcsTaskDefinition task, ContainerDefinition container, String property, Findings findings) {
        var words = Words.standard();
        var position = 0;
        for (var control : container.systemControls()) {
            var where = property + "SystemControls/" + position++ + "/Namespace";
            var setting = control.namespace();
            var isNetwork = words.has("kernel.network", setting.or(""));
            var isShared = words.has("kernel.ipc", setting.or(""));
            if (setting.isKnown() && !isNetwork && !isShared) {
                var message = "`" + container.name().or("a container") + "`" + " sets `" + setting.or("")
                        + "`, which is no setting that a container has of its own.";
                findings.add(
                        findings.fault(where, setting, message)
                                .fix("Write one that begins with `net.` or `fs.mqueue.`, or one of `kernel.sem`,"
                                        + " `kernel.msg…` and `kernel.shm…`."),
                        setting);
            } else if (isNetwork && task.networkMode().is("host")) {
                ofHost(container, setting, "the network", task.networkMode(), where, findings);
            } else if (isShared && task.ipcMode().is("host")) {
                ofHost(container, setting, "the shared memory", task.ipcMode(), where, findings);
            }
        }
    }

    private static void ofHost(
            ContainerDefinition container,
            Reading<String> setting,
            String what,
            Reading<String> mode,
            String property,
            Findings findings) {
        var message = "`" + container.name().or("a container") + "`" + " sets `" + setting.or("") + "` and shares "
                + what + " of its host, whose it is.";
        findings.add(findings.fault(property, setting, message).fix("Set it on the instances."), setting, mode);
    }

    /** In network mode awsvpc the containers of a task share what begins with {@code net.}; the last one that starts wins. */
    private static void differs(EcsTaskDefinition task, Findings findings) {
        var first = new HashMap<String, SystemControl>();
        var at = 0;
        for (var container : task.containerDefinitions()) {
            var position = 0;
            for (var control : container.systemControls()) {
                var property = "ContainerDefinitions/" + at + "/SystemControls/" + position++ + "/Value";
                var setting = control.namespace().or("");
                var other = setting.startsWith("net.") ? first.putIfAbsent(setting, control) : null;
                if (other != null
                        && control.value().isKnown()
                        && other.value().isOther(control.value().or(""))) {
                    differs(container, control, other, property, findings);
                }
            }
            at++;
        }
    }

    private static void differs(
            ContainerDefinition container,
            SystemControl control,
            SystemControl other,
            String property,
            Findings findings) {
        var message = "`" + container.name().or("a container") + "` sets `"
                + control.namespace().or("") + "` to " + control.value().or("")
                + ", and another container of its task to " + other.value().or("") + ": they share one network.";
        var fault = findings.fault(property, control.value(), message)
                .fix("Set it once.")
                .also("the other one is here", other.value().at());
        findings.add(fault, control.value(), other.value());
    }
}
