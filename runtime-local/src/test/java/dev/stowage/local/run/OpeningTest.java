package dev.stowage.local.run;

import static dev.stowage.dsl.access.Permission.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.App;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.messaging.MessageQueue;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.dsl.service.Service;
import dev.stowage.dsl.task.Container;
import dev.stowage.dsl.task.FargateTask;
import dev.stowage.dsl.task.Image;
import dev.stowage.local.clock.TimeScale;
import dev.stowage.local.config.SettingsReader;
import dev.stowage.local.translate.Machine;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.synth.Stowage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a model before it runs. */
class OpeningTest {

    private static final String ROLES = "LOCAL-ROLE";

    @TempDir
    private Path beside;

    @Test
    void servicesThatWaitLessThanOnAwsAreTold() {
        assertThat(Opening.pace(new TimeScale(10)).orElseThrow())
                .satisfies(one -> assertThat(one.rule().value()).isEqualTo("LOCAL-TIME"))
                .satisfies(one -> assertThat(one.message()).startsWith("Services wait 10 times less than on AWS"));
    }

    @Test
    void aRunAtThePaceOfAwsTellsNothingOfIt() {
        assertThat(Opening.pace(TimeScale.REAL)).isEmpty();
    }

    @Test
    void whatAThingAcceptsIsQuietForThatThingAlone() {
        var app = app(
                service("orders", it -> it.allow(ROLES, "asks nobody")), service("stock", UnaryOperator.identity()));

        assertThat(told(app, ROLES))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("StockTaskRole"));
    }

    @Test
    void whatAStackAcceptsIsQuietForThatStackAlone() {
        var app = App.of(
                Stack.of("one", service("orders", UnaryOperator.identity())).allow(ROLES, "a test"),
                Stack.of("two", service("stock", UnaryOperator.identity())));

        assertThat(told(app, ROLES))
                .singleElement()
                .satisfies(one -> assertThat(one).contains("StockTaskRole"));
    }

    @Test
    void whatTheAppAcceptsIsQuiet() {
        var app = app(service("orders", UnaryOperator.identity()));

        assertThat(told(app, ROLES)).hasSize(1);
        assertThat(told(app.allow(ROLES, "a test"), ROLES)).isEmpty();
        assertThat(told(app, "LOCAL-TIME")).hasSize(1);
        assertThat(told(app.allow("LOCAL-TIME", "fast enough"), "LOCAL-TIME")).isEmpty();
    }

    private static App app(Service... services) {
        return App.of(Stack.of("shop", services));
    }

    private static Service service(String name, UnaryOperator<Service> said) {
        var network = Vpc.of("main-" + name, "10.0.0.0/16");
        var task = FargateTask.sized(QuarterVcpu.MB_512).container(Container.of("web", Image.image("shop/web:1")));
        return said.apply(Cluster.of(name, network).service(name, task).may(send(MessageQueue.of(name))));
    }

    /** The messages of that rule that nobody accepted. */
    private List<String> told(App app, String rule) {
        var gathered = SettingsReader.read(beside, Map.of(), List.of(), List.of());
        var opening = Opening.of(Stowage.model(() -> app), gathered, Machine.ANY, new TimeScale(10));
        return opening.report().findings().stream()
                .filter(one ->
                        one.rule().value().equals(rule) && one.allowance().isEmpty())
                .map(Diagnostic::message)
                .toList();
    }
}
