package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.tree.ListNode;
import java.util.List;

/** Rules about how a service spreads its tasks, and about its name among others: {@code service.placement}, {@code .daemon}. */
final class ServiceSpread implements Family {

    static final Rule PLACEMENT = Rule.of("service.placement.fargate", Severity.ERROR);
    static final Rule DAEMON = Rule.of("service.daemon", Severity.ERROR);
    static final Rule BALANCING = Rule.of("service.zone-balance", Severity.ERROR);
    static final Rule NAME = Rule.of("service.name.twice", Severity.ERROR);

    private static final String ZONE = "attribute:ecs.availability-zone";

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(PLACEMENT, DAEMON, BALANCING, NAME);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == PLACEMENT) {
            placement(subject, service, findings);
        } else if (rule == DAEMON) {
            daemon(subject, service, findings);
        } else if (rule == BALANCING) {
            balancing(subject, service, findings);
            balancingElsewhere(subject, service, findings);
        } else {
            name(subject, service, graph, findings);
        }
    }

    private static void placement(Found subject, EcsService service, Findings findings) {
        var fargate = ServiceForm.fargate(service);
        for (var property : new String[] {"PlacementConstraints", "PlacementStrategies"}) {
            var node = subject.resource().properties().peek(property);
            if (fargate.isPresent()
                    && node instanceof ListNode list
                    && !list.items().isEmpty()) {
                var message = "`" + subject.name() + "` runs on Fargate and says where its tasks are placed, which"
                        + " Fargate decides itself.";
                findings.add(findings.fault(property, message).fix("Leave `" + property + "` out."), fargate.get());
            }
        }
    }

    private static void daemon(Found subject, EcsService service, Findings findings) {
        if (!service.schedulingStrategy().is("DAEMON")) {
            return;
        }
        var fargate = ServiceForm.fargate(service);
        if (fargate.isPresent()) {
            var message =
                    "`" + subject.name() + "` is a daemon, one task on each instance, and Fargate has no instances.";
            findings.add(
                    findings.fault("SchedulingStrategy", service.schedulingStrategy(), message)
                            .fix("Leave `SchedulingStrategy` out, or run it on instances."),
                    service.schedulingStrategy(),
                    fargate.get());
        }
        if (service.desiredCount().isKnown()) {
            var message = "`" + subject.name()
                    + "` is a daemon, whose number of tasks is that of the instances, and has" + " a count of its own.";
            findings.add(
                    findings.fault("DesiredCount", service.desiredCount(), message)
                            .fix("Leave `DesiredCount` out."),
                    service.desiredCount(),
                    service.schedulingStrategy());
        }
        daemonsDeployment(subject, service, findings);
    }

    /** A daemon has one task on each instance, so that a second one never starts beside the first. */
    private static void daemonsDeployment(Found subject, EcsService service, Findings findings) {
        var most = Deployments.configuration(service).maximumPercent();
        if (most.isKnown() && most.or(0) > 100) {
            var message = "`" + subject.name() + "` is a daemon, one task on each instance, and may run " + most.or(0)
                    + " % of that.";
            findings.add(
                    findings.fault("DeploymentConfiguration/MaximumPercent", most, message)
                            .fix("Set `MaximumPercent` to 100, or leave it out."),
                    most,
                    service.schedulingStrategy());
        }
        var controller = Deployments.controller(service);
        if (controller.isOther("ECS")) {
            var message = "`" + subject.name() + "` is a daemon and deployed by " + controller.or("")
                    + ", and daemons are deployed by ECS.";
            findings.add(
                    findings.fault("DeploymentController", controller, message)
                            .fix("Leave `DeploymentController` out."),
                    controller,
                    service.schedulingStrategy());
        }
    }

    /** What keeps ECS from moving tasks between zones: Amazon ECS Developer Guide, "Balancing an Amazon ECS service". */
    private static void balancingElsewhere(Found subject, EcsService service, Findings findings) {
        var balance = service.availabilityZoneRebalancing();
        if (!balance.is("ENABLED")) {
            return;
        }
        placedElsewhere(subject, service, findings);
        if (service.schedulingStrategy().is("DAEMON")) {
            tell(subject, "SchedulingStrategy", "runs one on each instance", findings, balance);
        }
        for (var entry : service.loadBalancers()) {
            if (entry.loadBalancerName().isWritten()) {
                tell(subject, "LoadBalancers", "is behind a Classic Load Balancer", findings, balance);
            }
        }
    }

    private static void placedElsewhere(Found subject, EcsService service, Findings findings) {
        var balance = service.availabilityZoneRebalancing();
        var position = 0;
        for (var strategy : service.placementStrategies()) {
            var isByZone = strategy.field().is(ZONE) && strategy.type().is("spread");
            if (position++ == 0
                    && strategy.type().isKnown()
                    && !strategy.field().isUnknown()
                    && !isByZone) {
                tell(
                        subject,
                        "PlacementStrategies/0",
                        "places them first by something else than zones",
                        findings,
                        balance);
            }
        }
        position = 0;
        for (var constraint : service.placementConstraints()) {
            var property = "PlacementConstraints/" + position++ + "/Expression";
            if (constraint.expression().or("").contains(ZONE)) {
                tell(subject, property, "keeps them in some zones", findings, balance);
            }
        }
    }

    private static void tell(Found subject, String property, String what, Findings findings, Reading<String> balance) {
        var message = "`" + subject.name() + "` moves its tasks between zones and " + what + ", which ECS refuses.";
        findings.add(
                findings.fault(property, message)
                        .fix("Set `AvailabilityZoneRebalancing` to DISABLED, or take the other out."),
                balance);
    }

    /** Tasks are moved by starting new ones first, for which there must be room. */
    private static void balancing(Found subject, EcsService service, Findings findings) {
        var balance = service.availabilityZoneRebalancing();
        var most = Deployments.configuration(service).maximumPercent();
        if (balance.is("ENABLED") && most.isKnown() && most.or(0) <= 100) {
            var message =
                    "`" + subject.name() + "` moves its tasks between zones, starting the new one first, and may run "
                            + most.or(0) + " % at most.";
            findings.add(
                    findings.fault("DeploymentConfiguration/MaximumPercent", most, message)
                            .fix(findings.advice(
                                    "Write .deploy(rolling().maximum(200)).", "Set `MaximumPercent` above 100.")),
                    balance,
                    most);
        }
    }

    /** A name is taken once in a cluster; of two, the second is told of. */
    private static void name(Found subject, EcsService service, ResourceGraph graph, Findings findings) {
        var name = service.serviceName();
        for (var other : graph.all(EcsService.TYPE)) {
            if (other.isSame(subject)) {
                return;
            }
            var isTaken = name.isKnown()
                    && other.view(EcsService.EMPTY).serviceName().is(name.or(""))
                    && other.exists() == Verdict.HOLDS
                    && subject.exists() == Verdict.HOLDS
                    && isOneCluster(subject, other);
            if (isTaken) {
                var message = "`" + subject.name() + "` is called `" + name.or("")
                        + "`, as is another service of its cluster.";
                var fault = findings.fault("ServiceName", name, message)
                        .fix("Leave `ServiceName` out, or give one of them another name.")
                        .also("the other service", other.at("ServiceName"));
                findings.add(fault, name);
                return;
            }
        }
    }

    private static boolean isOneCluster(Found one, Found other) {
        if (one.follow("Cluster") instanceof Target.Held a && other.follow("Cluster") instanceof Target.Held b) {
            return a.found().isSame(b.found());
        }
        var first = one.view(EcsService.EMPTY).cluster();
        return one.stack().equals(other.stack())
                && first.isKnown()
                && other.view(EcsService.EMPTY).cluster().is(first.or(""));
    }
}
