package programs.tasks;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;

import dev.stowage.dsl.app.Root;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.schema.tree.ListNode;
import java.util.List;
import java.util.function.UnaryOperator;
import programs.Outcome;

/** A stack {@code shop} with one service {@code web}, for tests that vary a part of it. */
final class One {

    static final Vpc NETWORK = Vpc.existing("main", id("vpc-1"))
            .privateSubnets("subnet-1", "subnet-2")
            .publicSubnets("subnet-3");

    static final Cluster CLUSTER = Cluster.of("shop", NETWORK);

    private One() {}

    static Container container() {
        return Container.of("web", image("shop/web:1"));
    }

    static FargateTask task(Container container) {
        return FargateTask.sized(OneVcpu.GB_2).container(container);
    }

    static FargateService service(FargateTask task) {
        return CLUSTER.service("web", task);
    }

    static Outcome of(FargateService service, Root... others) {
        return Outcome.of(() -> Stack.of("shop", service).and(others));
    }

    static Outcome of(FargateTask task) {
        return of(service(task));
    }

    /** With this container. */
    static Outcome with(UnaryOperator<Container> words) {
        return of(task(words.apply(container())));
    }

    /** What comes out for the first container, as JSON with single quotes. */
    static String text(Outcome outcome, String path) {
        return text(outcome, "WebTaskDefinition", "ContainerDefinitions/0/" + path);
    }

    /** A property of a resource, as JSON with single quotes. */
    static String text(Outcome outcome, String logicalId, String path) {
        return outcome.text(logicalId, path).replace('"', '\'');
    }

    /** The statements of a role of the service, each on a line. */
    static List<String> statements(Outcome outcome, String role) {
        var statements = (ListNode) outcome.property(role, "Policies/0/PolicyDocument/Statement");
        return statements.items().stream()
                .map(each -> Outcome.text(each).replace('"', '\''))
                .toList();
    }
}
