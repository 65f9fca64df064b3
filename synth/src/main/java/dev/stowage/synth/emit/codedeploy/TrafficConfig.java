package dev.stowage.synth.emit.codedeploy;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.service.CodeDeploy;
import dev.stowage.dsl.service.Pace;
import dev.stowage.dsl.service.Service;
import dev.stowage.schema.origin.Said;
import dev.stowage.schema.resource.CodeDeployDeploymentConfig;
import dev.stowage.schema.resource.CodeDeployDeploymentConfig.TimeBasedCanary;
import dev.stowage.schema.resource.CodeDeployDeploymentConfig.TimeBasedLinear;
import dev.stowage.schema.resource.CodeDeployDeploymentConfig.TrafficRoutingConfig;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Draft;
import dev.stowage.synth.emit.Emission;
import dev.stowage.synth.emit.elb.Target;
import java.time.Duration;

/**
 * How CodeDeploy moves traffic: by a configuration that it has, or by one that is made (CodeDeploy user guide, "Working with
 * deployment configurations in CodeDeploy").
 */
final class TrafficConfig {

    private static final String CONFIG = "DeploymentConfig";
    private static final int LONGEST = 2880;

    private final Service service;
    private final CodeDeploy deployment;
    private final Emission out;

    private TrafficConfig(Service service, CodeDeploy deployment, Emission out) {
        this.service = service;
        this.deployment = deployment;
        this.out = out;
    }

    /** The name of the configuration; it is added where CodeDeploy has none like it. */
    static Node name(Service service, CodeDeploy deployment, Target target, Emission out) {
        var config = new TrafficConfig(service, deployment, out);
        if (deployment.pace() instanceof Pace.AtOnce) {
            return own("AllAtOnce");
        }
        config.refuseNetwork(target);
        return deployment.pace() instanceof Pace.Canary canary
                ? config.canary((int) canary.percent(), canary.then())
                : config.linear((Pace.Linear) deployment.pace());
    }

    private static Node own(String name) {
        return TextNode.of("CodeDeployDefault.ECS" + name);
    }

    private Node canary(int percent, Duration then) {
        var minutes = minutes(then, "canary");
        if (percent == 10 && (minutes == 5 || minutes == 15)) {
            return own("Canary10Percent" + minutes + "Minutes");
        }
        check(percent, minutes, "canary");
        return made(
                "canary",
                TrafficRoutingConfig.of()
                        .type("TimeBasedCanary")
                        .timeBasedCanary(
                                TimeBasedCanary.of().canaryPercentage(percent).canaryInterval(minutes)));
    }

    private Node linear(Pace.Linear linear) {
        var percent = (int) linear.percent();
        var minutes = minutes(linear.every(), "linear");
        if (percent == 10 && (minutes == 1 || minutes == 3)) {
            return own("Linear10PercentEvery" + minutes + "Minutes");
        }
        check(percent, minutes, "linear");
        return made(
                "linear",
                TrafficRoutingConfig.of()
                        .type("TimeBasedLinear")
                        .timeBasedLinear(
                                TimeBasedLinear.of().linearPercentage(percent).linearInterval(minutes)));
    }

    private Node made(String word, TrafficRoutingConfig routing) {
        var config = CodeDeployDeploymentConfig.of()
                .said(at(word))
                .computePlatform("ECS")
                .trafficRoutingConfig(routing);
        out.add(Draft.of(service, CONFIG, CodeDeployDeploymentConfig.TYPE, config)
                .kind(Kind.DEPLOYMENT_CONFIG)
                .at(at(word)));
        return out.ref(service, CONFIG);
    }

    private void check(int percent, int minutes, String word) {
        if (percent < 1 || percent > 99 || minutes < 1 || minutes > LONGEST) {
            out.find(
                    "deployment.codedeploy.range",
                    at(word),
                    "`" + service.name() + "` moves " + percent + " % of its traffic at intervals of " + minutes
                            + " min, and CodeDeploy moves 1 to 99 % at intervals of 1 to " + LONGEST + " min.",
                    "Write ." + word + "(10, Duration.ofMinutes(5)).");
        }
    }

    private void refuseNetwork(Target target) {
        if (!target.isOfRequests()) {
            var word = deployment.pace() instanceof Pace.Canary ? "canary" : "linear";
            out.find(
                    "deployment.codedeploy.pace",
                    at(word),
                    "`" + service.name() + "` is behind a Network Load Balancer, whose traffic CodeDeploy moves all at "
                            + "once or not at all.",
                    "Leave ." + word + "(…) out, or put the service behind an Application Load Balancer.");
        }
    }

    private int minutes(Duration time, String word) {
        return out.minutes(time, at(word));
    }

    private Said at(String word) {
        return Said.of("service", service.name(), word, deployment.lines().at(word));
    }
}
