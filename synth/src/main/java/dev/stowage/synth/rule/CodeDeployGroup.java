package dev.stowage.synth.rule;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Found;
import dev.stowage.schema.graph.ResourceGraph;
import dev.stowage.schema.reading.Items;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.DeploymentStyle;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.LoadBalancerInfo;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.TargetGroupPairInfo;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.TrafficRoute;
import java.util.List;

/** Rules about what AWS CodeDeploy is told of a service of ECS: {@code codedeploy.group}. */
final class CodeDeployGroup implements Family {

    static final Rule STYLE = Rule.of("codedeploy.group.style", Severity.ERROR);
    static final Rule ROUTES = Rule.of("codedeploy.group.routes", Severity.ERROR);
    static final Rule PACE = Rule.of("codedeploy.group.pace", Severity.ERROR);

    private static final String SHIPPED = "CodeDeployDefault.";
    private static final String PAIRS = "LoadBalancerInfo/TargetGroupPairInfoList";

    @Override
    public String judges() {
        return CodeDeployDeploymentGroup.TYPE;
    }

    @Override
    public List<Rule> rules() {
        return List.of(STYLE, ROUTES, PACE);
    }

    @Override
    public void judge(Rule rule, Found subject, ResourceGraph graph, Findings findings) {
        var group = subject.view(CodeDeployDeploymentGroup.EMPTY);
        if (group.ecsServices().known().isEmpty()) {
            return;
        }
        if (rule == STYLE) {
            style(subject, group, findings);
        } else if (rule == ROUTES) {
            routes(subject, group, findings);
        } else {
            pace(subject, group, findings);
        }
    }

    /** A deployment group that says nothing deploys in place, without leading traffic. */
    private static void style(Found subject, CodeDeployDeploymentGroup group, Findings findings) {
        if (group.deploymentStyle().isUnknown()) {
            return;
        }
        var style = group.deploymentStyle().or(DeploymentStyle.EMPTY);
        var type = style.deploymentType().orDefault("IN_PLACE");
        var option = style.deploymentOption().orDefault("WITHOUT_TRAFFIC_CONTROL");
        if (type.isOther("BLUE_GREEN") || option.isOther("WITH_TRAFFIC_CONTROL")) {
            var message = "`" + subject.name() + "` deploys a service of ECS " + type.or("") + " and " + option.or("")
                    + ", and CodeDeploy deploys those BLUE_GREEN and WITH_TRAFFIC_CONTROL.";
            findings.add(
                    findings.fault("DeploymentStyle", message)
                            .fix("Set `DeploymentType` to BLUE_GREEN and `DeploymentOption` to WITH_TRAFFIC_CONTROL."),
                    type,
                    option);
        }
    }

    private static void routes(Found subject, CodeDeployDeploymentGroup group, Findings findings) {
        if (group.loadBalancerInfo().isUnknown()) {
            return;
        }
        var pairs = group.loadBalancerInfo().or(LoadBalancerInfo.EMPTY).targetGroupPairInfoList();
        if (pairs.isComplete() && pairs.known().size() != 1) {
            var message = "`" + subject.name() + "` has " + pairs.known().size()
                    + " pairs of target groups, and a service of ECS is deployed with one.";
            findings.add(findings.fault(PAIRS, message).fix("Name one pair in `TargetGroupPairInfoList`."));
            return;
        }
        for (var pair : pairs) {
            pair(subject, pair, findings);
        }
    }

    private static void pair(Found subject, TargetGroupPairInfo pair, Findings findings) {
        count(subject, pair.targetGroups(), "target groups", 2, PAIRS + "/0/TargetGroups", findings);
        if (!pair.prodTrafficRoute().isUnknown()) {
            var listeners = pair.prodTrafficRoute().or(TrafficRoute.EMPTY).listenerArns();
            count(subject, listeners, "listeners for callers", 1, PAIRS + "/0/ProdTrafficRoute", findings);
        }
        if (pair.testTrafficRoute().isKnown()) {
            var listeners = pair.testTrafficRoute().or(TrafficRoute.EMPTY).listenerArns();
            count(subject, listeners, "listeners for a preview", 1, PAIRS + "/0/TestTrafficRoute", findings);
        }
    }

    private static void count(
            Found subject, Items<?> items, String what, int wanted, String property, Findings findings) {
        var count = items.known().size();
        if (items.isComplete() && count != wanted) {
            var message =
                    "`" + subject.name() + "` has " + count + " " + what + ", and CodeDeploy takes " + wanted + ".";
            findings.add(findings.fault(property, message).fix("Name " + wanted + "."));
        }
    }

    private static void pace(Found subject, CodeDeployDeploymentGroup group, Findings findings) {
        var config = group.deploymentConfigName();
        if (config.or("").startsWith(SHIPPED) && !config.or("").startsWith(SHIPPED + "ECS")) {
            var message = "`" + subject.name() + "` deploys a service of ECS by " + config.or("")
                    + ", which is made for other platforms.";
            findings.add(
                    findings.fault("DeploymentConfigName", config, message)
                            .fix("Write CodeDeployDefault.ECSAllAtOnce or another one of CodeDeployDefault.ECS."),
                    config);
        }
    }
}
