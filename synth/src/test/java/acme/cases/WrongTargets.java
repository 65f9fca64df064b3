package acme.cases;

import static dev.stowage.dsl.app.Kind.LISTENER_RULE;
import static dev.stowage.dsl.app.Kind.TARGET_GROUP;
import static dev.stowage.schema.expression.Text.text;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.FargateTask;

/** What only raw words can do: targets of another type, and a rule that leads elsewhere. */
public final class WrongTargets implements Blueprint {

    @Override
    public App describe() {
        var cluster = Case.cluster();
        var front = Case.front();
        var task = FargateTask.sized(HalfVcpu.GB_1).container(Case.web());
        var instance = text("instance");
        var mixed = cluster.service("mixed", task)
                .behind(front.path("/mixed/*"))
                .raw(TARGET_GROUP, "TargetType", instance); // ! service.target-type.network-mode, raw.word-exists
        var lost = cluster.service("lost", task)
                .behind(front.path("/lost/*")) // ! service.target-group.unreachable
                .raw(
                        LISTENER_RULE,
                        "Actions/0/TargetGroupArn",
                        text("arn:aws:elasticloadbalancing:::targetgroup/other"));

        return Stack.of("targets", mixed, lost);
    }
}
