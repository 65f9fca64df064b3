package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Target;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.AwsVpcConfiguration;
import dev.stowage.schema.resource.EcsService.DeploymentCircuitBreaker;
import dev.stowage.schema.resource.EcsService.NetworkConfiguration;
import dev.stowage.schema.resource.EcsTaskDefinition;
import java.util.List;
import java.util.Optional;

/** Rules about whether a service and its task definition fit: where it runs, in which network, by which controller. */
final class ServiceForm implements Family {

    static final Rule TASK = Rule.of("service.task-definition.missing", Severity.ERROR);
    static final Rule COMPATIBILITY = Rule.of("service.launch.compatibility", Severity.ERROR);
    static final Rule NETWORK_MISSING = Rule.of("service.network.missing", Severity.ERROR);
    static final Rule NETWORK_UNUSED = Rule.of("service.network.unused", Severity.ERROR);
    static final Rule PUBLIC_ADDRESS = Rule.of("service.public-address.instances", Severity.ERROR);
    static final Rule BREAKER = Rule.of("service.circuit-breaker.controller", Severity.ERROR);
    static final Rule GROUPS = Rule.of("service.target-groups.too-many", Severity.ERROR);

    private static final int MOST_GROUPS = 5;

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(TASK, COMPATIBILITY, NETWORK_MISSING, NETWORK_UNUSED, PUBLIC_ADDRESS, BREAKER, GROUPS);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == TASK) {
            taskDefinition(subject, service, findings);
        } else if (rule == COMPATIBILITY) {
            compatibility(subject, service, findings);
        } else if (rule == NETWORK_MISSING || rule == NETWORK_UNUSED) {
            network(rule, subject, service, findings);
        } else if (rule == PUBLIC_ADDRESS) {
            publicAddress(subject, service, findings);
        } else if (rule == BREAKER) {
            breaker(subject, service, findings);
        } else {
            groups(service, findings);
        }
    }

    /** The task definition of a service, where the graph holds it. */
    static Optional<EcsTaskDefinition> task(Found subject) {
        return subject.follow("TaskDefinition") instanceof Target.Held held && held.is(EcsTaskDefinition.TYPE)
                ? Optional.of(held.found().view(EcsTaskDefinition.EMPTY))
                : Optional.empty();
    }

    /** Whether the tasks certainly run on Fargate, by launch type or by capacity provider; what says so. */
    static Optional<Reading<String>> fargate(EcsService service) {
        if (service.launchType().is("FARGATE")) {
            return Optional.of(service.launchType());
        }
        for (var item : service.capacityProviderStrategy()) {
            if (item.capacityProvider().or("").startsWith("FARGATE")) {
                return Optional.of(item.capacityProvider());
            }
        }
        return Optional.empty();
    }

    private static void taskDefinition(Found subject, EcsService service, Findings findings) {
        var controller = Deployments.controller(service);
        if (service.taskDefinition().isAbsent() && !controller.isUnknown() && !controller.is("EXTERNAL")) {
            var message = "`" + subject.name()
                    + "` has no task definition, and only a service of an external controller" + " can do without.";
            findings.add(findings.fault("TaskDefinition", message).fix("Set `TaskDefinition`."), controller);
        }
    }

    private static void compatibility(Found subject, EcsService service, Findings findings) {
        var task = task(subject);
        var fargate = fargate(service);
        if (task.isEmpty()
                || fargate.isEmpty()
                || !task.get().requiresCompatibilities().isComplete()
                || FargateForm.isFor(task.get(), "FARGATE")) {
            return;
        }
        for (var each : task.get().requiresCompatibilities()) {
            if (!each.isKnown()) {
                return;
            }
        }
        var property = service.launchType().is("FARGATE") ? "LaunchType" : "CapacityProviderStrategy";
        var message = "`" + subject.name() + "` runs on Fargate, and its task definition is not written for it.";
        findings.add(
                findings.fault(property, fargate.get(), message)
                        .fix("Add FARGATE to `RequiresCompatibilities` of the task definition."),
                fargate.get());
    }

    private static void network(Rule rule, Found subject, EcsService service, Findings findings) {
        var task = task(subject);
        if (task.isEmpty()) {
            return;
        }
        var mode = task.get().networkMode().orDefault("bridge");
        var isMissing = service.networkConfiguration().isAbsent();
        var controller = Deployments.controller(service);
        if (rule == NETWORK_MISSING && isMissing && mode.is("awsvpc") && !controller.is("EXTERNAL")) {
            var message =
                    "`" + subject.name() + "` runs tasks with an address of their own and names no subnets for them.";
            findings.add(
                    findings.fault("NetworkConfiguration", message).fix("Set `NetworkConfiguration` with its subnets."),
                    mode,
                    controller);
        } else if (rule == NETWORK_UNUSED
                && !isMissing
                && mode.isOther("awsvpc")
                && fargate(service).isEmpty()) {
            var message = "`" + subject.name() + "` names subnets for its tasks, which have no address of their own in"
                    + " network mode " + mode.or("") + ".";
            findings.add(
                    findings.fault("NetworkConfiguration", message)
                            .fix("Leave it out, or set `NetworkMode` of the task definition to awsvpc."),
                    mode);
        }
    }

    private static void publicAddress(Found subject, EcsService service, Findings findings) {
        var network = service.networkConfiguration()
                .or(NetworkConfiguration.EMPTY)
                .awsvpcConfiguration()
                .or(AwsVpcConfiguration.EMPTY);
        var isOnInstances =
                service.launchType().is("EC2") || service.launchType().is("EXTERNAL");
        if (network.assignPublicIp().is("ENABLED") && isOnInstances) {
            var message =
                    "`" + subject.name() + "` asks for public addresses, which ECS gives to tasks on Fargate only.";
            findings.add(
                    findings.fault("NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp", message)
                            .fix("Set `AssignPublicIp` to DISABLED."),
                    network.assignPublicIp(),
                    service.launchType());
        }
    }

    private static void breaker(Found subject, EcsService service, Findings findings) {
        var controller = Deployments.controller(service);
        var breaker = Deployments.configuration(service)
                .deploymentCircuitBreaker()
                .or(DeploymentCircuitBreaker.EMPTY)
                .enable();
        if (controller.isOther("ECS") && breaker.is(true)) {
            var message = "`" + subject.name() + "` is deployed by " + controller.or("")
                    + " and has a circuit breaker, which only deployments by ECS have.";
            findings.add(
                    findings.fault("DeploymentConfiguration/DeploymentCircuitBreaker", breaker, message)
                            .fix("Leave `DeploymentCircuitBreaker` out, or let ECS deploy."),
                    controller,
                    breaker);
        }
    }

    private static void groups(EcsService service, Findings findings) {
        var count = service.loadBalancers().known().size();
        if (count > MOST_GROUPS) {
            var fix = "Lead several listeners to one target group, or make two services of it.";
            findings.addCount(
                    "LoadBalancers", "registers its tasks with", count, "target groups", "ECS", MOST_GROUPS, fix);
        }
    }
}
