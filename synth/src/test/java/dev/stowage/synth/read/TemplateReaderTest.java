package dev.stowage.synth.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TemplateReaderTest {

    @Test
    void callsItsStackAsTheFileWithoutEndings() {
        assertThat(named("cdk.out/shop.template.json")).isEqualTo("shop");
        assertThat(named("shop.json")).isEqualTo("shop");
        assertThat(named("shop.template")).isEqualTo("shop");
        assertThat(named("shop.v2")).isEqualTo("shop.v2");
    }

    @Test
    void recognisesCallsWhereValuesStand() {
        var properties = properties(
                "{'Cluster': {'Ref': 'Shop'}, 'Count': {'Fn::Unheard': [{'Ref': 'N'}]}, 'Two': {'Ref': 'A', 'B': 1}}");

        assertThat(properties.peek("Cluster")).isEqualTo(Functions.ref("Shop"));
        assertThat(properties.peek("Count")).isEqualTo(CallNode.of("Fn::Unheard", ListNode.of(Functions.ref("N"))));
        assertThat(properties.peek("Two")).isInstanceOf(ObjectNode.class);
    }

    @Test
    void takesAConditionOfAPolicyForWhatItIs() {
        var properties = properties("{'Statement': [{'Condition': 'x'}, {'Condition': {'Bool': {}}}],"
                + " 'Either': {'Fn::If': ['Prod', {'Condition': 'x'}, {'Condition': 'y'}]}}");

        assertThat(properties.list("Statement").items())
                .allSatisfy(item -> assertThat(item).isInstanceOf(ObjectNode.class));
        assertThat(((ListNode) ((CallNode) properties.get("Either").orElseThrow()).argument())
                        .items()
                        .get(1))
                .isInstanceOf(ObjectNode.class);
    }

    @Test
    void recognisesConditionsAmongConditions() {
        var conditions = template("{'Resources': {}, 'Conditions': {'A': {'Condition': 'B'},"
                        + " 'C': {'Fn::And': [{'Condition': 'A'}, {'Fn::Not': [{'Condition': 'B'}]}]}}}")
                .sections()
                .object("Conditions");
        var b = CallNode.of("Condition", TextNode.of("B"));

        assertThat(conditions.peek("A")).isEqualTo(b);
        assertThat(conditions.peek("C"))
                .isEqualTo(CallNode.of(
                        "Fn::And",
                        ListNode.of(
                                CallNode.of("Condition", TextNode.of("A")), CallNode.of("Fn::Not", ListNode.of(b)))));
    }

    @Test
    void leavesStructureAsItIs() {
        var template = template("{'Resources': {'Web': {'Type': 'A::B::C', 'Properties': {'Fn::Transform': {}}}},"
                + " 'Mappings': {'Ref': {'Ref': {'Ref': 'x'}}}, 'Outputs': {'Ref': {'Value': {'Ref': 'Web'}}}}");

        assertThat(template.resources().get(0).properties().key(0)).isEqualTo("Fn::Transform");
        assertThat(template.sections()
                        .object("Mappings")
                        .object("Ref")
                        .object("Ref")
                        .text("Ref"))
                .contains("x");
        assertThat(template.sections().object("Outputs").object("Ref").peek("Value"))
                .isEqualTo(Functions.ref("Web"));
    }

    @Test
    void takesTheNamesOfASubstitutionForStructure() {
        var call = (CallNode) properties("{'Name': {'Fn::Sub': ['${Ref}', {'Ref': {'Ref': 'Web'}}]}}")
                .get("Name")
                .orElseThrow();

        assertThat(((ListNode) call.argument()).items().get(1)).isEqualTo(ObjectNode.of("Ref", Functions.ref("Web")));
    }

    @Test
    void keepsEntriesThatAreNoResources() {
        var template = template("{'Resources': {'Fn::ForEach::Each': ['X', ['a'], {}],"
                + " 'Web': {'Type': 'Rain::Module', 'Unheard': null}}}");

        assertThat(template.others().key(0)).isEqualTo("Fn::ForEach::Each");
        assertThat(template.resources()).extracting(Resource::logicalId).containsExactly("Web");
        assertThat(template.resources().get(0).attributes().has("Unheard")).isTrue();
    }

    @Test
    void findsAKeyThatStandsTwiceAndTakesTheLast() {
        var model = model("{'Resources': {'Web': {'Type': 'A',\n 'Type': 'B'}}}");

        assertThat(model.templates().get(0).resources().get(0).type()).isEqualTo("B");
        assertThat(model.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).hasToString("template.key.duplicate");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.at()).hasToString("web.json:2:2");
            assertThat(finding.message())
                    .isEqualTo("`Type` stands twice in one object, and only the last one counts; one is wanted.");
        });
    }

    @Test
    void findsWhatIsNoResource() {
        assertThat(found("{'Resources': {'Web':\n {'Properties': {}}}}"))
                .isEqualTo("template.resource.type web.json:1:16 `Web` has no `Type`;"
                        + " the name of a resource type is wanted.");
        assertThat(found("{'Resources': {'Web': 7}}"))
                .isEqualTo(
                        "template.resource.kind web.json:1:23 `Web` is no object; a resource with a `Type` is wanted.");
        assertThat(found("{'Resources': {'Web': {'Type': 'A', 'Properties': []}}}"))
                .isEqualTo("template.resource.properties web.json:1:37 `Web` has `Properties` that are no object;"
                        + " names with values are wanted.");
        assertThat(found("{'Resources': []}"))
                .isEqualTo("template.resources.kind web.json:1:2 `Resources` is no object;"
                        + " logical ids, each with a resource, are wanted.");
        assertThat(found("{'AWSTemplateFormatVersion': '2010-09-09'}"))
                .isEqualTo("template.resources.missing web.json:1:1 `Resources` is missing;"
                        + " an object of at least one resource is wanted.");
    }

    @Test
    void findsNothingThatATransformMayMakeRight() {
        assertThat(model("{'Transform': 'Mine', 'Resources': {'Web': {'Mine': {}}, 'X': 7}}")
                        .findings())
                .isEmpty();
        assertThat(model("{'Fn::Transform': {'Name': 'AWS::Include'}}").findings())
                .isEmpty();
        assertThat(model("{'Resources': {'Web': {'Fn::Transform': {'Name': 'AWS::Include'}}}}")
                        .findings())
                .isEmpty();
    }

    @Test
    void findsNothingInADirectiveOfAPreprocessor() {
        var model = model("{'Resources': {'Network': {'Type': {'Rain::Module': 'vpc.yml'}, 'Properties': {}}}}");

        assertThat(model.findings()).isEmpty();
        assertThat(model.templates().get(0).others().key(0)).isEqualTo("Network");
    }

    private static String found(String text) {
        var finding = model(text).findings().get(0);
        return finding.rule() + " " + finding.at() + " " + finding.message();
    }

    private static String named(String file) {
        return ModelReader.template(file, "{\"Resources\": {}}".getBytes(StandardCharsets.UTF_8))
                .templates()
                .get(0)
                .stack();
    }

    private static ObjectNode properties(String text) {
        return template("{'Resources': {'Web': {'Type': 'A::B::C', 'Properties': " + text + "}}}")
                .resources()
                .get(0)
                .properties();
    }

    private static Template template(String text) {
        return model(text).templates().get(0);
    }

    private static Model model(String text) {
        return ModelReader.template("web.json", text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
