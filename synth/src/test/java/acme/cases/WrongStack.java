package acme.cases;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.FargateTask;

/** A stack that nobody can deploy: neither its place nor its tags are any. */
public final class WrongStack implements Blueprint {

    @Override
    public App describe() {
        var web = Case.cluster()
                .service("web", FargateTask.sized(HalfVcpu.GB_1).container(Case.web()))
                .tag("aws:team", "shop"); // ! tag.form
        return Stack.of("shop", web)
                .tag("AWS:stage", "test") // ! tag.form
                .at("1234", "moon"); // ! stack.environment, stack.environment
    }
}
