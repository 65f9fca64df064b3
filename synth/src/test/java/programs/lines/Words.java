package programs.lines;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.cluster.Fargate.FARGATE_SPOT;
import static dev.stowage.dsl.scaling.Scaling.from;
import static dev.stowage.dsl.service.Deployment.rolling;
import static dev.stowage.dsl.task.HealthCheck.curl;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Logs.cloudWatch;
import static dev.stowage.dsl.task.Port.tcp;
import static dev.stowage.dsl.traffic.Probe.http;
import static java.time.Duration.ofSeconds;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Retention;
import dev.stowage.dsl.traffic.LoadBalancer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import programs.helper.Tasks;

/** Words in all the places where Java lets them stand. */
final class Words {

    private static final Container FIELD =
            Container.of("web", image("shop/web:1")).port(tcp(8080)).memory(256); // <- field

    private static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"));

    private static final Cluster CLUSTER = Cluster.of("shop", NETWORK);

    private Words() {}

    // formatter:off
    static App chain() {
        var front = LoadBalancer.internetFacing("front", NETWORK); // <- front
        var http = front.http(); // <- http
        var task = FargateTask.sized(OneVcpu.GB_2) // <- sized
                .container(Container.of("web", image("shop/web:1")) // <- container
                        .port(tcp(8080)) // <- port
                        .port(tcp(9090)) // <- second port
                        .env("A", "1") // <- env A
                        .env(Map.of("B", "2", "C", "3")) // <- env map
                        .healthy(curl("/health") // <- curl
                                .every(ofSeconds(10)) // <- every
                                .retries(5)) // <- retries
                        .logs(cloudWatch(Retention.ONE_WEEK))) // <- logs
                .arm(); // <- arm
        var service = CLUSTER.service("web", task) // <- service
                .on(FARGATE_SPOT) // <- on
                .count(from(1) // <- from
                        .to(9) // <- to
                        .onCpu(60)) // <- onCpu
                .behind(http.path("/a/*") // <- path
                        .probe(http("/health").expects("200")) // <- probe
                        .drain(ofSeconds(5))) // <- drain
                .deploy(rolling() // <- rolling
                        .maximum(150)) // <- maximum
                .graceful(ofSeconds(60)) // <- graceful
                .tag("team", "shop"); // <- tag
        return Stack.of("shop", CLUSTER, front, service) // <- stack
                .output("Address", http.url()); // <- output
    }

    static App lambda() {
        return Stack.of("shop", Stream.of("a", "b")
                .map(name -> CLUSTER.service(name, Tasks.plain())
                        .count(2)) // <- lambda
                .toList());
    }

    static App reference() {
        return Stack.of("shop", Stream.of("a", "b")
                .map(Words::two) // <- reference
                .map(FargateService::publicAddress)
                .toList()); // <- terminal
    }

    private static FargateService two(String name) {
        return CLUSTER.service(name, Tasks.plain()).count(2); // <- referred
    }

    static App helper() {
        return Stack.of("shop", Tasks.three(CLUSTER, "web")); // <- helped
    }

    static App loop() {
        var services = new ArrayList<FargateService>();
        for (var name : List.of("a", "b")) {
            services.add(CLUSTER.service(name, Tasks.plain())
                    .count(2)); // <- loop
        }
        return Stack.of("shop", services);
    }

    static App field() {
        return Stack.of("shop", CLUSTER.service("web", FargateTask.sized(OneVcpu.GB_2).container(FIELD)));
    }

    static App habits() {
        return Stack.of("shop", CLUSTER.service("web", Tasks.plain())
                .with(service -> service.graceful(ofSeconds(9))) // <- habit
                .with(Words::busy));
    }

    private static FargateService busy(FargateService service) {
        return service.count(7); // <- busy
    }

    static App constructor() {
        return Stack.of("shop", new Web("web", CLUSTER.service("web", Tasks.plain())).service()); // <- new
    }

    /** A record that says a word when it is made. */
    record Web(String name, FargateService service) {

        Web {
            service = service.count(4); // <- record
        }
    }
    // formatter:on
}
