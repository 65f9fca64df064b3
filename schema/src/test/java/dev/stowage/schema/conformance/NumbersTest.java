package dev.stowage.schema.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Written;
import dev.stowage.schema.resource.ElbTargetGroup;
import dev.stowage.schema.table.Limits;
import dev.stowage.schema.table.Ranges;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 300})
    void numbersWithinTheRangeAreFine(int seconds) {
        assertThat(check(group(ElbTargetGroup.of().healthCheckIntervalSeconds(seconds))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4, 301})
    void numbersOutsideAreFoundAtTheirLine(int seconds) {
        var at = new Written("shop.json", 7, 9);

        assertThat(check(group(ElbTargetGroup.of().said(at).healthCheckIntervalSeconds(seconds))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().value()).isEqualTo("template.value.range");
                    assertThat(finding.at()).isEqualTo(at);
                    assertThat(finding.property()).hasValue("HealthCheckIntervalSeconds");
                    assertThat(finding.message()).contains("is " + seconds + ", and AWS takes 5 to 300");
                });
    }

    @Test
    void aStringOfDigitsIsANumber() {
        assertThat(check(group(ElbTargetGroup.of().healthCheckIntervalSeconds(TextNode.of("1")))))
                .hasSize(1);
    }

    @Test
    void whatAParameterHandsInIsNotJudged() {
        assertThat(check(group(ElbTargetGroup.of().healthCheckIntervalSeconds(Functions.ref("Interval")))))
                .isEmpty();
    }

    @Test
    void everyItemOfAListIsLookedAt() {
        var item = ObjectNode.of("CapacityProvider", TextNode.of("FARGATE"));
        var strategy = ListNode.of(item.with("Weight", NumberNode.of(1)), item.with("Weight", NumberNode.of(1001)));
        var service = Resource.of(
                "Web", "AWS::ECS::Service", ObjectNode.of("CapacityProviderStrategy", strategy), Origin.NOWHERE);

        assertThat(check(service))
                .singleElement()
                .satisfies(finding -> assertThat(finding.property()).hasValue("CapacityProviderStrategy/1/Weight"));
    }

    @Test
    void aRangeOfAUsersOwnGoesBeforeTheOneThatShips() {
        var ranges = Ranges.of("A::B::C,Port,1,9\nA::B::C,Port,1,5\n").forType("A::B::C");

        assertThat(ranges)
                .singleElement()
                .satisfies(range -> assertThat(range.holds(9)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "Web_2-b", "{{resolve:ssm:family}}"})
    void aTextOfTheLettersThatAwsTakesIsFine(String family) {
        assertThat(check(task("Family", TextNode.of(family)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop/web", "a b", "wéb"})
    void aTextOfOtherLettersIsFound(String family) {
        assertThat(check(task("Family", TextNode.of(family)))).singleElement().satisfies(finding -> {
            assertThat(finding.rule().value()).isEqualTo("template.value.form");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).endsWith("and AWS takes 1 to 255 of `A-Za-z0-9_-`.");
        });
    }

    @Test
    void aTextThatIsTooLongIsFound() {
        assertThat(check(task("Family", TextNode.of("a".repeat(255))))).isEmpty();
        assertThat(check(task("Family", TextNode.of("a".repeat(256))))).hasSize(1);
    }

    @Test
    void aWordThatAwsDoesNotDocumentIsAWarning() {
        assertThat(check(task("NetworkMode", TextNode.of("awsvpc")))).isEmpty();
        assertThat(check(task("NetworkMode", Functions.ref("Mode")))).isEmpty();
        assertThat(check(task("NetworkMode", TextNode.of("awsvcp"))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().value()).isEqualTo("template.value.unusual");
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.fix()).hasValue("Write `awsvpc`.");
                });
    }

    @Test
    void aLineThatIsNoRangeIsNamed() {
        assertThatThrownBy(() -> Ranges.of("A::B::C,Port")).hasMessageContaining("A::B::C,Port");
    }

    private static Resource task(String property, Node value) {
        return Resource.of("Task", "AWS::ECS::TaskDefinition", ObjectNode.of(property, value), Origin.NOWHERE);
    }

    private static Resource group(ElbTargetGroup group) {
        return Resource.of("Group", ElbTargetGroup.TYPE, group.tree(), Origin.NOWHERE);
    }

    private static List<Diagnostic> check(Resource resource) {
        return Numbers.check(Template.of("shop", List.of(resource)), Limits.standard(), Ranges.standard());
    }
}
