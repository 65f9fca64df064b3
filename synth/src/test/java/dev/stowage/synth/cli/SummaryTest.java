package dev.stowage.synth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Report;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.ElbListener;
import dev.stowage.schema.resource.ElbLoadBalancer;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.index.RawProperties;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void listsStacksDoorsAndFindings() {
        var model = Model.of(List.of(
                Template.of("network", List.of(plain("Vpc", "AWS::EC2::VPC"), plain("Zone", "AWS::EC2::Subnet"))),
                Template.of(
                        "shop", List.of(balancer("Front"), http("Front"), https("Front"), group(), service("Web")))));
        var finding = Diagnostic.of(RuleId.of("a.rule"), Severity.WARNING, Origin.NOWHERE, "`x` is 1.");
        var report = Report.of(List.of(finding, finding.allowed("We know."), finding.allowed("We know.")));

        assertThat(summary(model, report)).isEqualTo("""
                        network   2 resources: 1 subnet, 1 VPC
                        shop      5 resources: 1 service, 2 listeners, 1 load balancer, 1 target group
                        reachable from the internet: http 80 (redirect), https 443 -> Web
                        findings: 1 warning, 2 allowed
                        """);
    }

    @Test
    void namesTheLoadBalancersWhereThereAreSeveral() {
        var stack = Template.of(
                "shop", List.of(balancer("Front"), balancer("Back"), http("Front"), https("Back"), group()));

        assertThat(summary(Model.of(List.of(stack)), Report.of(List.of()))).contains("""
                        reachable from the internet: Front http 80 (redirect)
                                                     Back https 443 -> Group
                        """);
    }

    @Test
    void countsTheLoadBalancersBeyondTheFirstEight() {
        var resources = new ArrayList<Resource>();
        for (var name : "abcdefghij".split("")) {
            resources.add(balancer(name));
            resources.add(http(name));
        }

        assertThat(summary(Model.of(List.of(Template.of("shop", resources))), Report.of(List.of())))
                .contains("  h http 80 (redirect)\n")
                .contains("  2 more load balancers\n")
                .doesNotContain(" i http");
    }

    @Test
    void letsTheFirstOfManyServicesStandForTheRest() {
        var resources = new ArrayList<>(List.of(balancer("Front"), https("Front"), group()));
        for (var name : "abcdefg".split("")) {
            resources.add(service(name));
        }
        var stack = Template.of("shop", resources);

        assertThat(summary(Model.of(List.of(stack)), Report.of(List.of())))
                .contains("internet: https 443 -> a, b, c, d, e and 2 more\n");
        assertThat(summary(Model.of(List.of(stack.resources(resources.subList(0, 9)))), Report.of(List.of())))
                .contains("internet: https 443 -> a, b, c, d, e, f\n");
    }

    @Test
    void saysNothingOfTheInternetWhereNothingIsKnownToFaceIt() {
        var stack = Template.of("shop", List.of(plain("Logs", "AWS::Logs::LogGroup")));

        assertThat(summary(Model.of(List.of(stack)), Report.of(List.of())))
                .isEqualTo("shop   1 resource: 1 log group\nfindings: none\n");
    }

    @Test
    void showsWhatIsWrittenRaw() {
        var raw = Said.of("service", "web", "raw", CallSite.NONE);
        var properties = ObjectNode.empty()
                .with("PlatformVersion", TextNode.of("1.4.0").at(raw))
                .with(
                        "DeploymentConfiguration",
                        ObjectNode.of("MaximumPercent", NumberNode.of(150).at(raw)));
        var stack =
                Template.of("shop", List.of(Resource.of("WebService", EcsService.TYPE, properties, Origin.NOWHERE)));

        assertThat(summary(Model.of(List.of(stack)), Report.of(List.of())))
                .contains("written raw: web PlatformVersion, web DeploymentConfiguration/MaximumPercent\n");
    }

    @Test
    void countsNothingInAStackWithoutResources() {
        assertThat(summary(Model.of(List.of(Template.of("empty", List.of()))), Report.of(List.of())))
                .isEqualTo("empty   0 resources\nfindings: none\n");
    }

    private static Resource plain(String id, String type) {
        return Resource.of(id, type, ObjectNode.empty(), Origin.NOWHERE);
    }

    private static Resource balancer(String id) {
        return plain(id, ElbLoadBalancer.TYPE);
    }

    private static Resource http(String balancer) {
        var redirect = ElbListener.Action.of()
                .type("redirect")
                .redirectConfig(ElbListener.RedirectConfig.of().port("443"));
        return listener(
                "Http" + balancer,
                balancer,
                ElbListener.of().port(80).protocol("HTTP").defaultActions(redirect));
    }

    private static Resource https(String balancer) {
        var forward = ElbListener.Action.of().type("forward").targetGroupArn(Functions.ref("Group"));
        return listener(
                "Https" + balancer,
                balancer,
                ElbListener.of().port(443).protocol("HTTPS").defaultActions(forward));
    }

    private static Resource listener(String id, String balancer, ElbListener listener) {
        var tree = listener.loadBalancerArn(Functions.ref(balancer)).tree();
        return Resource.of(id, ElbListener.TYPE, tree, Origin.NOWHERE);
    }

    private static Resource group() {
        return plain("Group", ElbTargetGroup.TYPE);
    }

    private static Resource service(String id) {
        var link = EcsService.LoadBalancer.of().targetGroupArn(Functions.ref("Group"));
        return Resource.of(
                id, EcsService.TYPE, EcsService.of().loadBalancers(link).tree(), Origin.NOWHERE);
    }

    private static String summary(Model model, Report report) {
        return Summary.of(model, ResourceGraph.of(model), RawProperties.of(model), report);
    }
}
