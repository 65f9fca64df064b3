package dev.stowage.synth.emit.codedeploy;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.CodeDeployApplication;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.AlarmConfiguration;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.AutoRollbackConfiguration;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.BlueGreenDeploymentConfiguration;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.BlueInstanceTerminationOption;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.DeploymentReadyOption;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.TargetGroupInfo;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.TargetGroupPairInfo;
import dev.stowage.schema.resource.CodeDeployDeploymentGroup.TrafficRoute;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.cloudwatch.Signals;
import dev.stowage.synth.emit.ecs.ClusterEmitter;
import dev.stowage.synth.emit.ecs.ServiceEmitter;
import dev.stowage.synth.emit.elb.Target;
import dev.stowage.synth.emit.iam.DeploymentRoles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A service that CodeDeploy deploys: its application and deployment group, and the command that deploys. */
public final class CodeDeployEmitter {

    /** The end of the logical id of the application. */
    static final String APPLICATION = "CodeDeployApplication";

    /** The end of the logical id of the deployment group. */
    static final String GROUP = "DeploymentGroup";

    private static final int LONGEST = 2880;

    private final Service service;
    private final CodeDeploy deployment;
    private final Cluster cluster;
    private final Emission out;

    private CodeDeployEmitter(Service service, CodeDeploy deployment, Cluster cluster, Emission out) {
        this.service = service;
        this.deployment = deployment;
        this.cluster = cluster;
        this.out = out;
    }

    /** Adds what CodeDeploy needs to deploy a service, if there is a target group whose traffic it can move. */
    public static void emit(
            Service service, CodeDeploy deployment, Cluster cluster, List<Target> targets, Emission out) {
        if (!targets.isEmpty()) {
            new CodeDeployEmitter(service, deployment, cluster, out).emit(targets);
        }
    }

    private void emit(List<Target> targets) {
        var target = targets.get(0);
        DeploymentRoles.codeDeploy(service, deployment, out);
        out.add(Draft.of(
                        service,
                        APPLICATION,
                        CodeDeployApplication.TYPE,
                        CodeDeployApplication.of().said(at("codeDeploy")).computePlatform("ECS"))
                .kind(Kind.DEPLOYMENT_APPLICATION)
                .at(at("codeDeploy")));
        out.add(Draft.of(service, GROUP, CodeDeployDeploymentGroup.TYPE, group(target, targets))
                .kind(Kind.DEPLOYMENT_GROUP)
                .at(at("codeDeploy")));
        Revision.show(service, target, cluster, out);
    }

    private CodeDeployDeploymentGroup group(Target target, List<Target> targets) {
        var served = CodeDeployDeploymentGroup.ECSService.of()
                .clusterName(ClusterEmitter.name(cluster, out))
                .serviceName(out.ref(service, ServiceEmitter.SERVICE, "Name"));
        var group = CodeDeployDeploymentGroup.of()
                .said(at("codeDeploy"))
                .applicationName(out.ref(service, APPLICATION))
                .serviceRoleArn(out.ref(service, DeploymentRoles.CODE_DEPLOY, "Arn"))
                .deploymentConfigName(TrafficConfig.name(service, deployment, target, out))
                .deploymentStyle(CodeDeployDeploymentGroup.DeploymentStyle.of()
                        .deploymentType("BLUE_GREEN")
                        .deploymentOption("WITH_TRAFFIC_CONTROL"))
                .ecsServices(served)
                .loadBalancerInfo(
                        CodeDeployDeploymentGroup.LoadBalancerInfo.of().targetGroupPairInfoList(pair(target)))
                .blueGreenDeploymentConfiguration(blueGreen());
        return rolledBack(group, targets);
    }

    private TargetGroupPairInfo pair(Target target) {
        var pair = TargetGroupPairInfo.of()
                .targetGroups(
                        TargetGroupInfo.of().name(out.ref(service, target.suffix(out), "TargetGroupName")),
                        TargetGroupInfo.of().name(out.ref(service, target.alternateSuffix(out), "TargetGroupName")))
                .prodTrafficRoute(TrafficRoute.of().listenerArns(ListNode.of(target.listener(service, out))));
        var preview = target.previewListener(service, out);
        return preview.isEmpty()
                ? pair
                : pair.said(at("preview")).testTrafficRoute(TrafficRoute.of().listenerArns(ListNode.of(preview.get())));
    }

    private BlueGreenDeploymentConfiguration blueGreen() {
        var ready = DeploymentReadyOption.of().said(at("waitForApproval"));
        ready = deployment.patience().isEmpty()
                ? ready.actionOnTimeout("CONTINUE_DEPLOYMENT")
                : ready.actionOnTimeout("STOP_DEPLOYMENT")
                        .waitTimeInMinutes(minutes(deployment.patience().get(), "waitForApproval"));
        return BlueGreenDeploymentConfiguration.of()
                .deploymentReadyOption(ready)
                .said(at("terminateAfter"))
                .terminateBlueInstancesOnDeploymentSuccess(BlueInstanceTerminationOption.of()
                        .action("TERMINATE")
                        .terminationWaitTimeInMinutes(minutes(deployment.terminationWait(), "terminateAfter")));
    }

    private int minutes(Duration time, String word) {
        var minutes = out.minutes(time, at(word));
        if (minutes > LONGEST) {
            out.find(
                    "deployment.codedeploy.wait",
                    at(word),
                    "`" + service.name() + "` waits for " + minutes + " min, and CodeDeploy waits for " + LONGEST
                            + " min at most.",
                    "Write a time of two days or less.");
        }
        return minutes;
    }

    private CodeDeployDeploymentGroup rolledBack(CodeDeployDeploymentGroup group, List<Target> targets) {
        if (deployment.signals().isEmpty()) {
            return group.autoRollbackConfiguration(rollback("DEPLOYMENT_FAILURE"));
        }
        var alarms = new ArrayList<CodeDeployDeploymentGroup.Alarm>();
        for (var name : Signals.emit(service, cluster, targets, out)) {
            alarms.add(CodeDeployDeploymentGroup.Alarm.of().name(name));
        }
        return group.said(at("rollbackOn"))
                .autoRollbackConfiguration(rollback("DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"))
                .alarmConfiguration(AlarmConfiguration.of().alarms(alarms).enabled(true));
    }

    private static AutoRollbackConfiguration rollback(String... events) {
        return AutoRollbackConfiguration.of().enabled(true).events(events);
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, deployment.lines().at(word));
    }
}
