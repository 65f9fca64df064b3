package dev.stowage.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.stowage.schema.conformance.Specimen.Fault;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.resource.Catalogue;
import dev.stowage.schema.resource.EcsService;
import dev.stowage.schema.resource.EcsTaskDefinition;
import dev.stowage.schema.resource.ElbListenerRule;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.resource.IamRole;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the walk finds a fault, a JSON Schema made from the same facts finds one, too, and nowhere else. */
class SecondOpinionTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int ROUNDS = 60;

    private final Catalogue catalogue = Catalogue.standard();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @ParameterizedTest
    @ValueSource(
            strings = {
                EcsService.TYPE,
                EcsTaskDefinition.TYPE,
                ElbListenerRule.TYPE,
                ElbTargetGroup.TYPE,
                IamRole.TYPE,
                "AWS::RDS::DBInstance"
            })
    void namesTheSamePlaces(String name) {
        var type = catalogue.type(name).orElseThrow();
        var schema = registry.getSchema(FactsSchema.of(type));
        var seeds = new Random(name.hashCode());
        for (var round = 0; round < ROUNDS; round++) {
            for (var fault : Fault.values()) {
                var seed = seeds.nextLong();
                var counted = Specimen.counting(type, seed, fault);
                assertAgreed(type, schema, counted.properties());
                if (counted.sites() > 0) {
                    var site = seeds.nextInt(counted.sites());
                    assertAgreed(
                            type,
                            schema,
                            Specimen.faulty(type, seed, fault, site).properties());
                }
            }
        }
    }

    private void assertAgreed(ResourceType type, Schema schema, ObjectNode properties) {
        var resource = Resource.of("Thing", type.name(), properties, Origin.NOWHERE);
        var findings = Conformance.to(catalogue).check(Template.of("shop", List.of(resource)));
        assertThat(findings)
                .as(properties.toString())
                .extracting(SecondOpinionTest::path)
                .containsExactlyInAnyOrderElementsOf(schema.validate(json(properties)).stream()
                        .map(SecondOpinionTest::path)
                        .distinct()
                        .toList());
    }

    private static String path(Diagnostic finding) {
        return "/" + finding.property().orElseThrow();
    }

    private static String path(Error error) {
        var property = error.getProperty();
        return error.getInstanceLocation() + (property == null ? "" : "/" + property);
    }

    /** The same as JSON: a function is null, but {@code Fn::If} is its first arm. */
    private static JsonNode json(Node node) {
        if (node instanceof CallNode call) {
            return call.calls("Fn::If") && call.argument() instanceof ListNode arms
                    ? json(arms.items().get(1))
                    : JSON.nullNode();
        }
        if (node instanceof ObjectNode object) {
            var json = JSON.objectNode();
            for (var i = 0; i < object.size(); i++) {
                json.set(object.key(i), json(object.value(i)));
            }
            return json;
        }
        if (node instanceof ListNode list) {
            var json = JSON.arrayNode();
            list.items().forEach(each -> json.add(json(each)));
            return json;
        }
        if (node instanceof NumberNode number) {
            return JSON.numberNode(new BigDecimal(number.digits()));
        }
        return node instanceof FlagNode flag
                ? JSON.booleanNode(flag.value())
                : JSON.textNode(((TextNode) node).value());
    }
}
