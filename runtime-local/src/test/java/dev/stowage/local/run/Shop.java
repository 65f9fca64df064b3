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
    private static final Home HOME = new Home("eu-west-1", Home.NO_ACCOUNT);

    private Shop() {}

    /** Answers every request for its page with this text. */
    static Wanted saying(String text, int tasks) {
        return of(serving(text), tasks);
    }

    private static String serving(String text) {
        return "mkdir -p /www; echo " + text + " > /www/index.html; exec httpd -f -p " + PORT + " -h /www";
    }

    /** Comes up, and finds nothing for any request. */
    static Wanted broken(int tasks) {
        return of("mkdir -p /www; exec httpd -f -p " + PORT + " -h /www", tasks);
    }

    /** Ends as soon as it has begun. */
    static Wanted crashing(int tasks) {
        return of("echo cannot start; exit 3", tasks);
    }

    /** A service of that name in each of two clusters, the first one behind the load balancer. */
    static Wanted inTwoClusters() {
        var shop = saying("one", 1);
        var depot = service("depot", serving("two"), 1, List.of());
        return shop.with(
                LocalStack.of(HOME, cluster("shop"), shop.stack().services().get(0), depot));
    }

    private static Wanted of(String script, int tasks) {
        var link = new TargetLink(new ResourceKey("shop", "Group"), GROUP, "web", PORT);
        var stack = LocalStack.of(HOME, cluster("shop"), service("shop", script, tasks, List.of(link)));
        var rules = ListenerRules.<Action>of(List.of(), Action.Forward.to(GROUP));
        return new Wanted(
                stack,
                List.of(Balancer.of("front", List.of(Listener.http("front:80", 80, rules)))),
                List.of(TargetGroup.http(GROUP).asked(HealthCheck.STANDARD)));
    }

    private static ClusterSetup cluster(String name) {
        return new ClusterSetup(name, "arn", List.of(), List.of());
    }

    private static ServiceSetup service(String cluster, String script, int tasks, List<TargetLink> targets) {
        var web = ContainerSetup.essential("web", TestImages.BUSYBOX)
                .with(new Command(
                        List.of("sh", "-c"), List.of(script), Optional.empty(), Optional.empty(), false, false))
                .with(PortMapping.tcp(PORT));
        web = web.with(web.life().withStopTimeout(Duration.ofSeconds(2)));
        var setup = TaskSetup.of(cluster.equals("shop") ? "web" : cluster, NetworkMode.AWSVPC, web);
        var spec = ServiceSpec.replica("web", setup.definition(), tasks)
                .in(cluster)
                .behind(targets.stream().map(TargetLink::arn).toList());
        return new ServiceSetup(
                new ResourceKey(cluster, "Web"),
                "arn",
                spec.with(spec.settings().with(Breaker.ROLLBACK)),
                setup,
                List.of(),
                targets,
                List.of(),
                Optional.empty(),
                false,
                Map.of());
    }
}
