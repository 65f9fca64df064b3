package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Model;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The sample whose tasks events start. */
class InboxTest {

    private static final Model MODEL = Stowage.model(new Inbox());

    private static final String TEMPLATE =
            new String(JsonWriter.template(MODEL.templates().get(0)), StandardCharsets.UTF_8);

    @Test
    void isFoundSound() {
        assertThat(Stowage.check(MODEL).findings()).isEmpty();
    }

    @Test
    void startsATaskForEachFileAndKeepsWhatFailed() {
        assertThat(TEMPLATE)
                .contains("\"Object Created\"", "\"EventBridgeEnabled\": true", "$.detail.object.key")
                .contains("OrdersQueuePolicy", "OrdersDeadLetterAlarm", "\"rate(6 hours)\"");
    }
}
