package acme.cases;

import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.fargate.HalfVcpu;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.HttpListener;
import java.util.List;

/** Probes, cookies and conditions that Elastic Load Balancing refuses. */
public final class WrongRoutes implements Blueprint {

    private static final HttpListener FRONT = Case.front();

    @Override
    public App describe() {
        var late = named("late")
                .behind(FRONT.path("/late/*")
                        .probe(http("/health")
                                .every(ofSeconds(10))
                                .within(ofSeconds(10)))); // ! target-group.probe.timeout
        var odd = named("odd")
                .behind(FRONT.path("/odd/*").probe(http("/health").expects("999"))); // ! target-group.probe.statuses
        var astray = named("astray").behind(FRONT.path("/astray/*").probe(http("health"))); // ! target-group.probe.path
        var clinging =
                named("clinging").behind(FRONT.path("/clinging/*").sticky(ofDays(8))); // ! target-group.attribute.range
        var lingering = named("lingering")
                .behind(FRONT.path("/lingering/*").drain(ofHours(2))); // ! target-group.attribute.range
        var many =
                named("many").behind(FRONT.path("/a", "/b", "/c", "/d", "/e", "/f")); // ! listener-rule.values.too-many
        var rootless = named("rootless").behind(FRONT.path("rootless/*")); // ! listener-rule.path
        return Stack.of("routes", List.of(late, odd, astray, clinging, lingering, many, rootless));
    }

    private static FargateService named(String name) {
        return Case.cluster().service(name, FargateTask.sized(HalfVcpu.GB_1).container(Case.web()));
    }
}
