package dev.stowage.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.graph.Model;
import dev.stowage.synth.Stowage;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The sample whose service CodeDeploy deploys. */
class CodeDeployCanaryTest {

    private static final Model MODEL = Stowage.model(new CodeDeployCanary());

    private static final String TEMPLATE =
            new String(JsonWriter.template(MODEL.templates().get(0)), StandardCharsets.UTF_8);

    @Test
    void isFoundSound() {
        assertThat(Stowage.check(MODEL).findings()).isEmpty();
    }

    @Test
    void hasAllThatCodeDeployNeeds() {
        assertThat(TEMPLATE)
                .contains("\"CODE_DEPLOY\"", "CodeDeployDefault.ECSCanary10Percent5Minutes", "AWSCodeDeployRoleForECS")
                .contains("CheckoutFront8080AlternateTargetGroup", "DEPLOYMENT_STOP_ON_ALARM")
                .contains("aws deploy create-deployment");
    }
}
