package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.reading.Verdict;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.tree.ListNode;
import java.util.List;

/** Rules about what a service says beside who deploys it and where it runs, and what of that the one takes of the other. */
final class ServiceShape implements Family {

    static final Rule BOUNDS = Rule.of("service.deployment.bounds", Severity.ERROR);
    static final Rule EXTERNAL = Rule.of("service.external.unsupported", Severity.ERROR);
    static final Rule CLASSIC = Rule.of("service.classic-balancer.network-mode", Severity.ERROR);
    static final Rule ROLE = Rule.of("service.role.refused", Severity.ERROR);

    /** Amazon ECS Developer Guide, "Amazon ECS clusters for external instances", considerations. */
    private static final String[] INSTANCES_OF_OTHERS = {
        "CapacityProviderStrategy",
        "LoadBalancers",
        "ServiceConnectConfiguration",
        "ServiceRegistries",
        "VpcLatticeConfigurations"
    };

    /** Amazon ECS API reference, CreateService: what a task set says where the controller is external. */
    private static final String[] OF_TASK_SETS = {"LoadBalancers", "NetworkConfiguration", "TaskDefinition"};

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(BOUNDS, EXTERNAL, CLASSIC, ROLE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (rule == BOUNDS) {
            bounds(subject, service, findings);
        } else if (rule == EXTERNAL) {
            refused(subject, service.launchType(), "runs on instances of others", INSTANCES_OF_OTHERS, findings);
            refused(subject, Deployments.controller(service), "leaves its tasks to task sets", OF_TASK_SETS, findings);
        } else if (rule == CLASSIC) {
            classic(subject, service, findings);
        } else {
            role(subject, service, findings);
        }
    }

    private static void bounds(Found subject, EcsService service, Findings findings) {
        var configuration = Deployments.configuration(service);
        var least = configuration.minimumHealthyPercent();
        var most = configuration.maximumPercent();
        var isReplica = Deployments.scheduling(service).is("REPLICA");
        if (isReplica && most.isKnown() && most.or(0) < 100) {
            var message = "`" + subject.name() + "` may run " + most.or(0)
                    + " % of its tasks while it is deployed, and a service that is to have all of them runs 100 % or more.";
            findings.add(
                    findings.fault("DeploymentConfiguration/MaximumPercent", most, message)
                            .fix("Set `MaximumPercent` to 200, or to 100 with a lower `MinimumHealthyPercent`."),
                    most);
        } else if (Reading.less(most, least) == Verdict.HOLDS) {
            var message = "`" + subject.name() + "` keeps " + least.or(0) + " % of its tasks and runs at most "
                    + most.or(0) + " %, and the most cannot be less than the least.";
            findings.add(
                    findings.fault("DeploymentConfiguration/MaximumPercent", most, message)
                            .fix("Set `MaximumPercent` to " + least.or(0) + " or more."),
                    least,
                    most);
        }
    }

    private static void refused(
            Found subject, Reading<String> kind, String what, String[] properties, Findings findings) {
        for (var property : kind.is("EXTERNAL") ? properties : new String[0]) {
            var node = subject.resource().properties().peek(property);
            var isEmpty = node == null
                    || node instanceof ListNode list && list.items().isEmpty();
            if (!isEmpty) {
                var message =
                        "`" + subject.name() + "` " + what + " and has `" + property + "`, which ECS refuses then.";
                findings.add(findings.fault(property, message).fix("Leave `" + property + "` out."), kind);
            }
        }
    }

    private static void classic(Found subject, EcsService service, Findings findings) {
        var task = ServiceForm.task(subject);
        if (task.isEmpty() || !task.get().networkMode().is("awsvpc")) {
            return;
        }
        var position = 0;
        for (var entry : service.loadBalancers()) {
            var property = "LoadBalancers/" + position++ + "/LoadBalancerName";
            if (entry.loadBalancerName().isWritten()) {
                var message = "`" + subject.name() + "` runs tasks with an address of their own behind a Classic Load"
                        + " Balancer, which calls instances only.";
                findings.add(
                        findings.fault(property, entry.loadBalancerName(), message)
                                .fix("Register the tasks in a target group of type ip."),
                        task.get().networkMode());
            }
        }
    }

    /** ECS has a role of its own for everything but one load balancer of tasks that share the address of their instance. */
    private static void role(Found subject, EcsService service, Findings findings) {
        if (!service.role().isWritten()) {
            return;
        }
        var task = ServiceForm.task(subject);
        var isOwn = task.isPresent() && task.get().networkMode().is("awsvpc");
        var isAlone = service.loadBalancers().isComplete()
                && service.loadBalancers().known().isEmpty();
        var areSeveral = service.loadBalancers().known().size() > 1;
        if (isOwn || isAlone || areSeveral) {
            var why = isOwn
                    ? "runs tasks with an address of their own"
                    : isAlone ? "is behind no load balancer" : "registers its tasks with several target groups";
            var message =
                    "`" + subject.name() + "` " + why + " and has `Role`, which ECS takes for one load balancer of"
                            + " tasks at the address of their instance.";
            findings.add(findings.fault("Role", message).fix("Leave `Role` out: ECS uses its service-linked role."));
        }
    }
}
