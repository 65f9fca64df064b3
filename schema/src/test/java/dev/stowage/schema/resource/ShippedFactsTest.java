package dev.stowage.schema.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.resource.PropertyFact.Replacement;
import dev.stowage.schema.resource.PropertyFact.Target;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedFactsTest {

    private final Catalogue catalogue = Catalogue.standard();

    @ParameterizedTest
    @ValueSource(strings = {"facts-core.txt", "facts-rest.txt"})
    void tellWhereTheyComeFrom(String file) throws IOException {
        var text = text(file);
        assertThat(text).contains("# source: npm @aws-cdk/aws-service-spec ", "# licence: Apache-2.0\n");
        assertThat(text).containsPattern("# date: \\d{4}-\\d{2}-\\d{2}\n");
        assertThat(text).contains("# types: " + FactText.of(text).types().size() + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts-core.txt", "facts-rest.txt"})
    void areSortedSoThatATypeIsFoundByHalving(String file) throws IOException {
        var text = text(file);
        assertThat(text).isEqualTo(new String(text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        assertThat(text).endsWith("\n").doesNotContain("\n\n");
        assertThat(FactText.of(text).types()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void parseWholly() {
        for (var name : catalogue.names()) {
            var type = catalogue.type(name).orElseThrow();
            assertThat(type.name()).isEqualTo(name);
            assertThat(type.properties().properties())
                    .extracting(PropertyFact::name)
                    .isSorted();
            for (var definition : type.definitions()) {
                assertThat(definition.properties())
                        .extracting(PropertyFact::name)
                        .isSorted();
                definition.properties().forEach(each -> assertKnown(type, each.type()));
            }
            type.properties().properties().forEach(each -> assertKnown(type, each.type()));
        }
    }

    private static void assertKnown(ResourceType type, PropertyType property) {
        if (property instanceof Nested nested) {
            assertThat(type.definition(nested.definition()))
                    .as(type + " " + nested)
                    .isPresent();
        } else if (property instanceof ListOf list) {
            assertKnown(type, list.element());
        } else if (property instanceof MapOf map) {
            assertKnown(type, map.element());
        } else if (property instanceof AnyOf any) {
            any.choices().forEach(each -> assertKnown(type, each));
        }
    }

    @Test
    void coverAllOfAws() {
        assertThat(catalogue.names()).hasSizeGreaterThanOrEqualTo(1828).isSorted();
        assertThat(catalogue.names())
                .contains("AWS::Batch::JobDefinition", "AWS::RDS::DBInstance", "Alexa::ASK::Skill");
    }

    @Test
    void describeAServiceOfEcs() {
        var service = catalogue.type("AWS::ECS::Service").orElseThrow();
        assertThat(service.identifiers()).containsExactly("ServiceArn");
        assertThat(service.tagProperty()).contains("Tags");
        assertThat(service.hasAttribute("Name")).isTrue();
        assertThat(service.hasAttribute("Cluster")).isFalse();
        assertThat(fact(service.properties(), "Tags").type()).isEqualTo(new ListOf(Plain.TAG));
        assertThat(fact(service.properties(), "DesiredCount").type()).isEqualTo(Plain.INTEGER);
        assertThat(fact(service.properties(), "LaunchType"))
                .isEqualTo(new PropertyFact(
                        "LaunchType",
                        Plain.STRING,
                        false,
                        List.of("EC2", "FARGATE", "EXTERNAL"),
                        Replacement.ALWAYS,
                        List.of()));
        assertThat(fact(service.properties(), "Cluster").targets())
                .containsExactly(new Target("AWS::ECS::Cluster", "ClusterName"));
    }

    @Test
    void describeADeploymentOfEcs() {
        var service = catalogue.type("AWS::ECS::Service").orElseThrow();
        assertThat(fact(service.properties(), "DeploymentConfiguration").type())
                .isEqualTo(new Nested("DeploymentConfiguration"));
        var deployment = service.definition("DeploymentConfiguration").orElseThrow();
        assertThat(fact(deployment, "MinimumHealthyPercent").type()).isEqualTo(Plain.INTEGER);
        assertThat(fact(deployment, "DeploymentCircuitBreaker").type())
                .isEqualTo(new Nested("DeploymentCircuitBreaker"));
        var breaker = service.definition("DeploymentCircuitBreaker").orElseThrow();
        assertThat(fact(breaker, "Enable").isRequired()).isTrue();
    }

    @Test
    void describeWhatSeveralTypesMayStandIn() {
        var policy = catalogue.type("AWS::SQS::QueuePolicy").orElseThrow();
        assertThat(fact(policy.properties(), "PolicyDocument").type())
                .isEqualTo(new AnyOf(List.of(Plain.JSON, Plain.STRING)));
    }

    @Test
    void keepAllowedValuesThatHoldBlanks() {
        var rule = catalogue.type("AWS::BillingConductor::PricingRule").orElseThrow();
        assertThat(fact(rule.properties(), "BillingEntity").allowedValues()).contains("AWS Marketplace");
    }

    private static PropertyFact fact(Definition definition, String property) {
        return definition.property(property).orElseThrow();
    }

    private static String text(String file) throws IOException {
        try (var in = Catalogue.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
