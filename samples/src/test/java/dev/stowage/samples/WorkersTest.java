package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Blueprint;
import dev.stowage.dsl.app.Stack;
import dev.stowage.dsl.cluster.Cluster;
import dev.stowage.dsl.cluster.Insights;
import dev.stowage.dsl.fargate.QuarterVcpu;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.samples.platform.Worker;
import dev.stowage.samples.platform.Worker.Wanted;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Said;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A template that a platform team publishes, and what teams make of it. */
class WorkersTest {

    private static final Model MODEL = Stowage.model(new Workers());

    @Test
    void isFoundSound() {
        assertThat(Stowage.check(MODEL).findings()).isEmpty();
    }

    @Test
    void givesEachTeamItsOwnPartsInItsOwnStack() {
        assertThat(MODEL.templates()).extracting(Template::stack).containsExactlyInAnyOrder("base", "post", "money");
        assertThat(ids("post")).contains("MailsService", "MailsJobsQueue").doesNotContain("InvoicesService");
        assertThat(json("money", "InvoicesService")).contains("4711", "money");
        assertThat(json("money", "InvoicesTaskRole")).contains("policy/house");
    }

    @Test
    void pointsAtTheLineThatAsksForTooMuch() {
        var findings = findings(new Wanted("mails", "shop/mails", QuarterVcpu.MB_512, "post", 500));

        assertThat(findings)
                .extracting(finding -> finding.rule().value())
                .containsExactlyInAnyOrder("house.worker.image", "house.worker.most");
        var error = findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow();
        assertThat(error.message()).isEqualTo("A worker of the house has 50 copies at most, and `mails` asks for 500.");
        var frame = ((Said) error.at())
                .site().frames().stream()
                        .filter(each -> !each.isLibrary())
                        .findFirst()
                        .orElseThrow();
        assertThat(frame.file()).isEqualTo("WorkersTest.java");
    }

    private static List<Diagnostic> findings(Wanted wanted) {
        Blueprint program = () -> {
            var cluster = Cluster.of("house", Vpc.of("main", "10.0.0.0/16")).insights(Insights.ENABLED);
            return Stack.of("post", Worker.of(cluster, wanted));
        };
        return Stowage.check(Stowage.model(program)).findings();
    }

    private static Template template(String stack) {
        return MODEL.templates().stream()
                .filter(each -> each.stack().equals(stack))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(String stack) {
        return template(stack).resources().stream().map(Resource::logicalId).toList();
    }

    private static String json(String stack, String id) {
        for (var resource : template(stack).resources()) {
            if (resource.logicalId().equals(id)) {
                return new String(JsonWriter.tree(resource.properties()), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No resource " + id);
    }
}
