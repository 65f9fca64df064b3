package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Reading;
import dev.stowage.schema.resource.EcsService;
import java.util.List;

/** Rules about services that AWS CodeDeploy deploys: {@code deployment.codedeploy}. */
final class CodeDeployed implements Family {

    static final Rule WITHOUT_ROUTE = Rule.of("deployment.codedeploy.without-route", Severity.ERROR);
    static final Rule SEVERAL = Rule.of("deployment.codedeploy.several-groups", Severity.ERROR);
    static final Rule ENDPOINT = Rule.of("deployment.codedeploy.endpoint", Severity.ERROR);
    static final Rule DISK = Rule.of("deployment.codedeploy.disk", Severity.ERROR);

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(WITHOUT_ROUTE, SEVERAL, ENDPOINT, DISK);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (!Deployments.isByCodeDeploy(service)) {
            return;
        }
        var controller = Deployments.controller(service);
        var groups = service.loadBalancers();
        if (rule == WITHOUT_ROUTE && groups.isComplete() && groups.known().isEmpty()) {
            tell(subject, "LoadBalancers", "is behind no load balancer", "Add `LoadBalancers`", controller, findings);
        } else if (rule == SEVERAL && groups.known().size() > 1) {
            tell(
                    subject,
                    "LoadBalancers",
                    "registers its tasks with several target groups",
                    "Name one target group; the deployment group names the second",
                    controller,
                    findings);
        } else if (rule == ENDPOINT
                && service.serviceConnectConfiguration()
                        .or(EcsService.ServiceConnectConfiguration.EMPTY)
                        .enabled()
                        .is(true)) {
            var property = "ServiceConnectConfiguration";
            tell(
                    subject,
                    property,
                    "is called by Service Connect",
                    "Leave `" + property + "` out",
                    controller,
                    findings);
        } else if (rule == DISK && !service.volumeConfigurations().known().isEmpty()) {
            var property = "VolumeConfigurations";
            tell(subject, property, "has a disk for each task", "Leave `" + property + "` out", controller, findings);
        }
    }

    private static void tell(
            Found subject, String property, String what, String fix, Reading<String> controller, Findings findings) {
        var message = "`" + subject.name() + "` is deployed by AWS CodeDeploy and " + what
                + ", which CodeDeploy cannot deal with.";
        findings.add(findings.fault(property, message).fix(fix + ", or let ECS deploy by blue/green."), controller);
    }
}
