package acme.cases;

import static dev.stowage.dsl.task.HealthCheck.curl;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.task.FargateTask;

/** Three minutes to start, ten seconds of grace, and a probe that gives up after little more than one minute. */
public final class TooShort implements Blueprint {

    @Override
    public App describe() {
        var slow = FargateTask.sized(HalfVcpu.GB_1)
                .container(Case.web().healthy(curl("/health").after(ofSeconds(180))));
        var service = Case.cluster()
                .service("slow", slow)
                .behind(Case.front().path("/*"))
                .graceful(ofSeconds(10)); // ! service.grace-period.too-short

        return Stack.of("slow", service);
    }
}
