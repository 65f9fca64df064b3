package dev.stowage.synth.emit.codedeploy;

import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.ecs.Strategies;
import dev.stowage.synth.emit.ecs.TaskDefinitions;
import dev.stowage.synth.emit.elb.Target;

/**
 * The command that has CodeDeploy deploy the task definition of the stack. It holds an AppSpec, as JSON within JSON (CodeDeploy
 * user guide, "AppSpec 'resources' section for Amazon ECS deployments").
 */
final class Revision {

    private static final String QUOTE = "\\\"";

    private Revision() {}

    /** Shows the command when the stack is deployed. */
    static void show(Service service, Target target, Cluster cluster, Emission out) {
        var command = Functions.join(
                "",
                ListNode.of(
                        TextNode.of("aws deploy create-deployment --application-name "),
                        out.ref(service, CodeDeployEmitter.APPLICATION),
                        TextNode.of(" --deployment-group-name "),
                        out.ref(service, CodeDeployEmitter.GROUP),
                        TextNode.of(
                                " --revision '{\"revisionType\":\"AppSpecContent\",\"appSpecContent\":{\"content\":\""
                                        + before()),
                        out.ref(service, TaskDefinitions.TASK),
                        TextNode.of(after(service, target, cluster) + "\"}}'")));
        out.show(out.estate().stem(service) + "Deployment", command, service);
    }

    private static String before() {
        return "{" + quoted("version") + ":0.0," + quoted("Resources") + ":[{" + quoted("TargetService") + ":{"
                + text("Type", "AWS::ECS::Service") + "," + quoted("Properties") + ":{" + quoted("TaskDefinition") + ":"
                + QUOTE;
    }

    private static String after(Service service, Target target, Cluster cluster) {
        var text = new StringBuilder(QUOTE);
        text.append(',').append(quoted("LoadBalancerInfo")).append(":{");
        text.append(text("ContainerName", target.container().name())).append(',');
        text.append(quoted("ContainerPort")).append(':').append(target.port().number());
        text.append("},").append(quoted("CapacityProviderStrategy")).append(":[");
        var own = service.spec().strategy();
        var first = text.length();
        for (var capacity : own.isEmpty() ? Strategies.of(cluster) : own) {
            text.append(text.length() == first ? "{" : ",{");
            text.append(text("CapacityProvider", Strategies.provider(capacity))).append(',');
            text.append(quoted("Base"))
                    .append(':')
                    .append(Strategies.base(capacity))
                    .append(',');
            text.append(quoted("Weight"))
                    .append(':')
                    .append(Strategies.weight(capacity))
                    .append('}');
        }
        text.append(']');
        if (service.spec().platform().isPresent()) {
            text.append(',')
                    .append(text("PlatformVersion", service.spec().platform().get()));
        }
        return text.append("}}}]}").toString();
    }

    private static String text(String name, String value) {
        return quoted(name) + ":" + quoted(value);
    }

    private static String quoted(String text) {
        return QUOTE + text + QUOTE;
    }
}
