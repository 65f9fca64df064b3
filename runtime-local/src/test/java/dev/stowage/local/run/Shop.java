package dev.stowage.local.run;

import dev.stowage.local.balance.Action;
import dev.stowage.local.balance.Balancer;
import dev.stowage.local.balance.HealthCheck;
import dev.stowage.local.balance.Listener;
import dev.stowage.local.balance.TargetGroup;
import dev.stowage.local.deploy.Breaker;
import dev.stowage.local.engine.docker.TestImages;
import dev.stowage.local.service.ServiceSpec;
import dev.stowage.local.stack.ClusterSetup;
import dev.stowage.local.stack.Command;
import dev.stowage.local.stack.ContainerSetup;
import dev.stowage.local.stack.Home;
import dev.stowage.local.stack.LocalStack;
import dev.stowage.local.stack.NetworkMode;
import dev.stowage.local.stack.PortMapping;
import dev.stowage.local.stack.ResourceKey;
import dev.stowage.local.stack.ServiceSetup;
import dev.stowage.local.stack.TargetLink;
import dev.stowage.local.stack.TaskSetup;
import dev.stowage.schema.semantics.routing.ListenerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A web server of a few lines of shell behind a load balancer: what tests have run. */
final class Shop {

    private static final int PORT = 8080;
    private static final String GROUP = "shop";

    private Shop() {}

    /** Answers every request for its page with this text. */
    static Wanted saying(String text, int tasks) {
        return of("mkdir -p /www; echo " + text + " > /www/index.html; exec httpd -f -p " + PORT + " -h /www", tasks);
    }

    /** Comes up, and finds nothing for any request. */
    static Wanted broken(int tasks) {
        return of("mkdir -p /www; exec httpd -f -p " + PORT + " -h /www", tasks);
    }

    /** Ends as soon as it has begun. */
    static Wanted crashing(int tasks) {
        return of("echo cannot start; exit 3", tasks);
    }

    private static Wanted of(String script, int tasks) {
        var web = ContainerSetup.essential("web", TestImages.BUSYBOX)
                .with(new Command(
                        List.of("sh", "-c"), List.of(script), Optional.empty(), Optional.empty(), false, false))
                .with(PortMapping.tcp(PORT));
        web = web.with(web.life().withStopTimeout(Duration.ofSeconds(2)));
        var setup = TaskSetup.of("web", NetworkMode.AWSVPC, web);
        var spec =
                ServiceSpec.replica("web", setup.definition(), tasks).in("shop").behind(List.of(GROUP));
        var service = new ServiceSetup(
                new ResourceKey("shop", "Web"),
                "arn",
                spec.with(spec.settings().with(Breaker.ROLLBACK)),
                setup,
                List.of(),
                List.of(new TargetLink(new ResourceKey("shop", "Group"), GROUP, "web", PORT)),
                List.of(),
                Optional.empty(),
                false,
                Map.of());
        var cluster = new ClusterSetup("shop", "arn", List.of(), List.of());
        var stack = LocalStack.of(new Home("eu-west-1", Home.NO_ACCOUNT), cluster, service);
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(GROUP));
        return new Wanted(
                stack,
                List.of(Balancer.of("front", List.of(Listener.http("front:80", 80, rules)))),
                List.of(TargetGroup.http(GROUP).asked(HealthCheck.STANDARD)));
    }
}
