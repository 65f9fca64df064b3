package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsService.ServiceConnectConfiguration;
import java.util.List;

/** Rules about services that AWS CodeDeploy deploys: {@code deployment.codedeploy}. */
final class CodeDeployed implements Family {

    static final Rule WITHOUT_ROUTE = Rule.of("deployment.codedeploy.without-route", Severity.ERROR);
    static final Rule SEVERAL = Rule.of("deployment.codedeploy.several-groups", Severity.ERROR);
    static final Rule ENDPOINT = Rule.of("deployment.codedeploy.endpoint", Severity.ERROR);

    private static final String GROUPS = "LoadBalancers";
    private static final String CONNECT = "ServiceConnectConfiguration";

    @Override
    public String judges() {
        return EcsService.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(WITHOUT_ROUTE, SEVERAL, ENDPOINT);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var service = subject.view(EcsService.EMPTY);
        if (!Deployments.isByCodeDeploy(service)) {
            return;
        }
        if (rule == WITHOUT_ROUTE || rule == SEVERAL) {
            groups(rule, subject, service, findings);
        } else if (rule == ENDPOINT && isCalled(service)) {
            tell(subject, CONNECT, "is called by Service Connect", "Leave `" + CONNECT + "` out", service, findings);
        }
    }

    private static boolean isCalled(EcsService service) {
        return service.serviceConnectConfiguration()
                .or(ServiceConnectConfiguration.EMPTY)
                .enabled()
                .is(true);
    }

    private static void groups(Rule rule, Found subject, EcsService service, Findings findings) {
        var groups = service.loadBalancers();
        if (rule == WITHOUT_ROUTE && groups.isComplete() && groups.known().isEmpty()) {
            tell(subject, GROUPS, "is behind no load balancer", "Add `" + GROUPS + "`", service, findings);
        } else if (rule == SEVERAL && groups.known().size() > 1) {
            var fix = "Name one target group; the deployment group names the second";
            tell(subject, GROUPS, "registers its tasks with several target groups", fix, service, findings);
        }
    }

    private static void tell(
            Found subject, String property, String what, String fix, EcsService service, Findings findings) {
        var message = "`" + subject.name() + "` is deployed by AWS CodeDeploy and " + what
                + ", which CodeDeploy cannot deal with.";
        findings.add(
                findings.fault(property, message).fix(fix + ", or let ECS deploy by blue/green."),
                Deployments.controller(service));
    }
}
