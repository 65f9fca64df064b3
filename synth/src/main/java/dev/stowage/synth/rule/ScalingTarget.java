package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.Mentions;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.AppScalingScalableTarget;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.synth.index.TaskCounts;
import java.util.List;

/** Rules about which service a target of Application Auto Scaling is: {@code scaling.target}. */
final class ScalingTarget implements Family {

    static final Rule RESOURCE = Rule.of("scaling.target.resource", Severity.ERROR);
    static final Rule DIMENSION = Rule.of("scaling.target.dimension", Severity.ERROR);
    static final Rule DAEMON = Rule.of("scaling.target.daemon", Severity.ERROR);

    private static final String COUNT = "ecs:service:DesiredCount";

    private final TaskCounts counts;

    ScalingTarget(Mentions mentions) {
        this.counts = TaskCounts.of(mentions);
    }

    @Override
    public String judges() {
        return AppScalingScalableTarget.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(RESOURCE, DIMENSION, DAEMON);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var target = subject.view(AppScalingScalableTarget.EMPTY);
        if (!target.serviceNamespace().is("ecs")) {
            return;
        }
        var id = target.resourceId();
        if (rule == RESOURCE && id.isKnown() && !isService(id.or(""))) {
            var message = "`" + subject.name() + "` scales `" + id.or("") + "`, and a service of ECS is called"
                    + " service/cluster/name there.";
            findings.add(
                    findings.fault("ResourceId", id, message)
                            .fix(
                                    "Write `service/` with the name of the cluster and that of the service, not their ARNs."),
                    id);
        } else if (rule == DIMENSION && target.scalableDimension().isOther(COUNT)) {
            var message = "`" + subject.name() + "` scales the dimension "
                    + target.scalableDimension().or("") + ", and services of ECS have " + COUNT + ".";
            findings.add(
                    findings.fault("ScalableDimension", target.scalableDimension(), message)
                            .fix("Write " + COUNT + "."),
                    target.scalableDimension());
        } else if (rule == DAEMON) {
            daemon(subject, graph, findings);
        }
    }

    private static boolean isService(String id) {
        var parts = id.split("/", -1);
        return parts.length == 3
                && parts[0].equals("service")
                && !parts[1].isEmpty()
                && !parts[2].isEmpty()
                && id.indexOf(':') < 0;
    }

    private void daemon(Found subject, ResourceGraph graph, Findings findings) {
        for (var service : graph.all(EcsService.TYPE)) {
            var scheduling = service.view(EcsService.EMPTY).schedulingStrategy();
            if (scheduling.is("DAEMON")
                    && counts.scaling(graph, service).filter(subject::isSame).isPresent()) {
                var message = "`" + subject.name() + "` scales `" + service.name()
                        + "`, a daemon, whose number of tasks is that of the instances.";
                findings.add(
                        findings.fault("ResourceId", message)
                                .fix("Take the scaling out.")
                                .also("the daemon", service.at("SchedulingStrategy")),
                        scheduling);
                return;
            }
        }
    }
}
