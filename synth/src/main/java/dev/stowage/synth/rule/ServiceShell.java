package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.EcsTaskDefinition.ContainerDefinition;
import java.util.List;

/** Rules about shells in the containers of a service: {@code service.shell}. */
final class ServiceShell implements Family {

    static final Rule READ_ONLY = Rule.of("service.shell.read-only", Severity.WARNING);
    static final Rule ROLE = Rule.of("service.shell.task-role", Severity.ERROR);

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(READ_ONLY, ROLE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var shell = subject.view(EcsService.EMPTY).enableExecuteCommand();
        if (!shell.is(true)
                || !(subject.follow("TaskDefinition") instanceof Target.Held held)
                || !held.is(EcsTaskDefinition.TYPE)) {
            return;
        }
        if (rule == ROLE) {
            role(subject, held.found(), shell, findings);
        } else {
            readOnly(subject, held.found(), shell, findings);
        }
    }

    /** The agent beside the containers opens the channel by the role of the task. */
    private static void role(Found subject, Found task, Reading<Boolean> shell, Findings findings) {
        if (task.view(EcsTaskDefinition.EMPTY).taskRoleArn().isAbsent()) {
            var message = "`" + subject.name()
                    + "` lets somebody open a shell, and its task has no role of its own by which" + " that is done.";
            findings.add(
                    findings.fault("EnableExecuteCommand", shell, message)
                            .fix("Set `TaskRoleArn` of the task definition to a role that may ssmmessages:*.")
                            .also("the task definition", task.at("")),
                    shell);
        }
    }

    private static void readOnly(Found subject, Found task, Reading<Boolean> shell, Findings findings) {
        for (var container : task.view(EcsTaskDefinition.EMPTY).containerDefinitions()) {
            var readOnly = container.readonlyRootFilesystem();
            if (readOnly.is(true) && hasNoFolderForTheAgent(container)) {
                var message = "`" + subject.name() + "` lets somebody open a shell, and container `"
                        + container.name().or("") + "` is read-only, so that none opens there.";
                var advice = findings.advice(
                        "Write .scratch(\"/var/lib/amazon\").scratch(\"/var/log/amazon\") on the container.",
                        "Mount empty volumes at /var/lib/amazon and /var/log/amazon, or let the container write.");
                var fault = findings.fault("EnableExecuteCommand", shell, message)
                        .fix(advice)
                        .also("the container is read-only here", readOnly.at());
                findings.add(fault, shell, readOnly);
            }
        }
    }

    /** The agent that opens the shell writes to two folders below {@code /var}. */
    private static boolean hasNoFolderForTheAgent(ContainerDefinition container) {
        for (var mount : container.mountPoints()) {
            var path = mount.containerPath();
            if (!path.isKnown() || path.or("").startsWith("/var")) {
                return false;
            }
        }
        return container.mountPoints().isComplete();
    }
}
