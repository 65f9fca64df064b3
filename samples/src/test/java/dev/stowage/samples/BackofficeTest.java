package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.dsl.app.Census;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.synth.emit.Synthesizer;
import dev.stowage.synth.rule.Checker;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample whose containers keep, read and write things. */
class BackofficeTest {

    private static final Model MODEL = Synthesizer.synthesize(Census.describe(new Backoffice()));

    @Test
    void isFoundSound() {
        assertThat(Checker.check(MODEL).findings()).isEmpty();
    }

    @Test
    void letsTheDeskIntoItsFileSystemAndNobodyElse() {
        assertThat(json("DeskToUploadsFileSystemIngress")).contains("\"FromPort\": 2049", "DeskSecurityGroup");
        assertThat(ids()).doesNotContain("SorterToUploadsFileSystemIngress");
    }

    @Test
    void keepsWhatWouldBeLost() {
        for (var id :
                new String[] {"InvoicesBucket", "LedgerTable", "UploadsFileSystem", "RecordsKey", "DatabaseSecret"}) {
            assertThat(resource(id).attributes().text("DeletionPolicy")).as(id).contains("Retain");
        }
    }

    @Test
    void decryptsForWhoeverReads() {
        assertThat(json("DeskExecutionRole")).contains("kms:Decrypt", "secretsmanager:GetSecretValue");
        assertThat(json("DeskTaskRole")).contains("kms:GenerateDataKey", "elasticfilesystem:ClientMount");
        assertThat(json("SorterTaskRole")).contains("ssmmessages:OpenDataChannel", "sqs:ReceiveMessage");
    }

    private static Resource resource(String id) {
        for (var resource : MODEL.templates().get(0).resources()) {
            if (resource.logicalId().equals(id)) {
                return resource;
            }
        }
        throw new AssertionError("No resource " + id);
    }

    private static List<String> ids() {
        return MODEL.templates().get(0).resources().stream()
                .map(Resource::logicalId)
                .toList();
    }

    private static String json(String id) {
        return new String(JsonWriter.tree(resource(id).properties()), StandardCharsets.UTF_8);
    }
}
