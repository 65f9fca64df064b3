package programs.identity;

import static dev.stowage.dsl.app.Locator.id;
import static dev.stowage.dsl.task.Image.image;
import static dev.stowage.dsl.task.Port.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.OneVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.FargateService;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.traffic.HttpListener;
import dev.stowage.dsl.traffic.LoadBalancer;
import org.junit.jupiter.api.Test;
import programs.Given;
import programs.Marks;
import programs.Outcome;

/** To which stack a thing belongs, and how the others refer to it. */
// formatter:off
class OwnershipTest {

    private static final Marks HERE = Marks.of(OwnershipTest.class);

    @Test
    void aPlaceComesAlongWithTheOnlyStackThatUsesIt() {
        var outcome = Outcome.of(() -> {
            var cluster = Cluster.of("shop", Vpc.of("main", "10.0.0.0/16"));
            return App.of(Stack.of("shop", cluster.service("web", Given.task())), Stack.of("other", Cluster.of("other", Vpc.existing("old", id("vpc-2")))));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.template("shop").resources()).extracting("logicalId").contains("ShopCluster", "MainVpc");
        assertThat(outcome.template("other").resources()).extracting("logicalId").contains("OtherCluster");
        assertThat(outcome.json("shop")).doesNotContain("Fn::ImportValue");
    }

    @Test
    void aStackOfNothingThatIsMadeHereIsAnErrorAtItsLine() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("shop", Given.cluster()),
                Stack.of("network", Given.network()))); // <- empty

        assertThat(outcome.rules()).containsExactly("stack.empty");
        assertThat(outcome.place("stack.empty")).isEqualTo(HERE.line("empty"));
    }

    @Test
    void aPlaceThatTwoStacksNameIsAnErrorWithAllLines() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var one = Stack.of("one", cluster); // <- one
            var two = Stack.of("two").and(cluster); // <- two
            return App.of(one, two);
        });

        assertThat(outcome.rules()).containsExactly("place.named-twice");
        var finding = outcome.finding("place.named-twice");
        assertThat(finding.message()).contains("cluster `shop`", "`one`", "`two`");
        assertThat(finding.related()).extracting(each -> Outcome.place(each.at())).containsExactly(HERE.line("one"), HERE.line("two"));
    }

    @Test
    void aPlaceThatTwoStacksUseAndNoneNamesIsAnErrorWithAllLines() {
        var outcome = Outcome.of(() -> {
            var cluster = Cluster.of("shop", Given.network()); // <- cluster
            var one = Stack.of("one", cluster.service("a", Given.task())); // <- uses one
            var two = Stack.of("two", cluster.service("b", Given.task())); // <- uses two
            return App.of(one, two);
        });

        assertThat(outcome.rules()).containsExactly("place.without-owner");
        var finding = outcome.finding("place.without-owner");
        assertThat(outcome.place("place.without-owner")).isEqualTo(HERE.line("cluster"));
        assertThat(finding.message()).contains("cluster `shop`", "`one`", "`two`");
        assertThat(finding.related()).extracting(each -> Outcome.place(each.at())).containsExactly(HERE.line("uses one"), HERE.line("uses two"));
    }

    @Test
    void aPlaceThatExistsBelongsToNobody() {
        var outcome = Outcome.of(() -> App.of(
                Stack.of("one", Cluster.of("one", Given.network())), Stack.of("two", Given.network(), Cluster.of("two", Given.network()))));

        assertThat(outcome.rules()).isEmpty();
    }

    @Test
    void aListenerThatTwoServiceStacksShareMakesNoCircle() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var http = LoadBalancer.internetFacing("front", Given.network()).http();
            return App.of(
                    Stack.of("catalogue", service(cluster, "catalogue", http)),
                    Stack.of("shared", cluster, http),
                    Stack.of("basket", service(cluster, "basket", http)));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("shared", "catalogue", "basket");
        assertThat(outcome.json("shared")).doesNotContain("Fn::ImportValue");
        assertThat(outcome.text("BasketFront80Rule" + ruleOf(outcome, "Basket"), "ListenerArn"))
                .isEqualTo("{\"Fn::ImportValue\": \"shared-Front80Listener-Ref\"}");
        assertThat(outcome.text("BasketFront8080Ingress", "SourceSecurityGroupId"))
                .isEqualTo("{\"Fn::ImportValue\": \"shared-FrontLoadBalancerSecurityGroup-GroupId\"}");
        assertThat(outcome.template("basket").resources()).extracting("logicalId")
                .contains("BasketFront8080TargetGroup", "BasketFront8080Ingress")
                .doesNotContain("Front80Listener");
    }

    @Test
    void everyImportHasItsExport() {
        var outcome = Outcome.of(() -> {
            var network = Vpc.of("main", "10.0.0.0/16");
            var cluster = Cluster.of("shop", network);
            var http = LoadBalancer.internetFacing("front", network).http();
            return App.of(Stack.of("network", network), Stack.of("shared", cluster, http), Stack.of("web", service(cluster, "web", http)));
        });

        assertThat(outcome.rules()).isEmpty();
        var exports = java.util.regex.Pattern.compile("\"Export\": \\{\\s*\"Name\": \"([^\"]*)\"").matcher(all(outcome)).results().map(each -> each.group(1)).toList();
        var imports = java.util.regex.Pattern.compile("\"Fn::ImportValue\": \"([^\"]*)\"").matcher(all(outcome)).results().map(each -> each.group(1)).distinct().toList();
        assertThat(exports).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(imports);
    }

    @Test
    void twoServicesOfOneStackCallEachOtherThroughTheListener() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var http = LoadBalancer.internetFacing("front", Given.network()).http();
            return Stack.of("shop", cluster, http, calling(cluster, "one", http, "two"), calling(cluster, "two", http, "one"));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OneTaskDefinition", "ContainerDefinitions/0/Environment/0/Value"))
                .contains("FrontLoadBalancer", "DNSName", "/two");
        assertThat(outcome.text("TwoTaskDefinition", "ContainerDefinitions/0/Environment/0/Value")).contains("/one");
    }

    @Test
    void twoServicesOfTwoStacksCallEachOtherThroughASharedListener() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var http = LoadBalancer.internetFacing("front", Given.network()).http();
            return App.of(
                    Stack.of("shared", cluster, http),
                    Stack.of("one", calling(cluster, "one", http, "two")),
                    Stack.of("two", calling(cluster, "two", http, "one")));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.text("OneTaskDefinition", "ContainerDefinitions/0/Environment/0/Value"))
                .contains("\"Fn::ImportValue\": \"shared-FrontLoadBalancer-DNSName\"");
    }

    @Test
    void twoStacksWithTheListenerInOneOfThemMakeNoCircle() {
        var outcome = Outcome.of(() -> {
            var cluster = Given.cluster();
            var http = LoadBalancer.internetFacing("front", Given.network()).http();
            return App.of(
                    Stack.of("two", calling(cluster, "two", http, "one")),
                    Stack.of("one", cluster, http, calling(cluster, "one", http, "two")));
        });

        assertThat(outcome.rules()).isEmpty();
        assertThat(outcome.stacks()).containsExactly("one", "two");
    }

    @Test
    void stacksThatNeedEachOtherAreAnErrorWithTheirPath() {
        var outcome = Outcome.of(() -> {
            var left = LoadBalancer.internal("left", Given.network()).http();
            var right = LoadBalancer.internal("right", Given.network()).http();
            var one = Stack.of("one", left, calling(Cluster.of("a", Given.network()), "one", left, right)); // <- circle
            var two = Stack.of("two", right, calling(Cluster.of("b", Given.network()), "two", right, left));
            return App.of(one, two);
        });

        assertThat(outcome.rules()).containsExactly("stack.circle");
        assertThat(outcome.finding("stack.circle").message()).contains("`one` → `two` → `one`");
        assertThat(outcome.place("stack.circle")).isEqualTo(HERE.line("circle"));
    }

    @Test
    void twoStacksOfOneNameAreAnErrorWithBothLines() {
        var outcome = Outcome.of(() -> {
            var one = Stack.of("shop", Given.cluster()); // <- first shop
            var two = Stack.of("shop", Given.front()); // <- second shop
            return App.of(one, two);
        });

        assertThat(outcome.rules()).containsExactly("name.collision");
        assertThat(outcome.place("name.collision")).isEqualTo(HERE.line("second shop"));
        assertThat(outcome.otherPlace("name.collision")).isEqualTo(HERE.line("first shop"));
    }

    private static FargateService service(Cluster cluster, String name, HttpListener http) {
        return cluster.service(name, Given.task()).behind(http.path("/" + name + "/*"));
    }

    private static FargateService calling(Cluster cluster, String name, HttpListener http, String other) {
        var task = FargateTask.sized(OneVcpu.GB_2)
                .container(Container.of("app", image("shop/app:1")).port(tcp(8080)).env("OTHER", http.url("/" + other)));
        return cluster.service(name, task).behind(http.path("/" + name + "/*"));
    }

    private static FargateService calling(Cluster cluster, String name, HttpListener own, HttpListener other) {
        var task = FargateTask.sized(OneVcpu.GB_2)
                .container(Container.of("app", image("shop/app:1")).port(tcp(8080)).env("OTHER", other.url()));
        return cluster.service(name, task).behind(own.path("/*"));
    }

    private static String ruleOf(Outcome outcome, String service) {
        return outcome.ids().stream().filter(id -> id.startsWith(service + "Front80Rule")).findFirst().orElseThrow().substring((service + "Front80Rule").length());
    }

    private static String all(Outcome outcome) {
        return String.join("\n", outcome.json().values());
    }
}
// formatter:on
