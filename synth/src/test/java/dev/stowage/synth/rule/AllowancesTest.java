package dev.stowage.synth.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Model;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.origin.Written;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Findings that somebody accepted, and words that accept nothing. */
class AllowancesTest {

    private static final String RULE = "service.deployment.cannot-roll";
    private static final Origin SAID = new Written("shop.json", 7, 3);
    private static final Model STUCK = Sketch.of(
                    "'Web': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': 'web', 'DesiredCount': 1, "
                            + "'DeploymentConfiguration': {'MaximumPercent': 150}}}, "
                            + "'Other': {'Type': 'AWS::ECS::Service', 'Properties': {'TaskDefinition': 'web', 'DesiredCount': 1}}")
            .model();

    @Test
    void keepsAnAllowedFindingInTheReport() {
        var report = Checker.check(allowed(STUCK, "Web", RULE));

        assertThat(report.allowed()).isEqualTo(1);
        assertThat(report.count(Severity.DANGER)).isZero();
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.allowance()).contains("we know"));
    }

    @Test
    void allowsAFamilyAndAWholeModel() {
        assertThat(Checker.check(allowed(STUCK, "Web", "service.deployment")).allowed())
                .isEqualTo(1);
        assertThat(Checker.check(STUCK.allowances(List.of(new Allowance("service", "we know", SAID))))
                        .allowed())
                .isEqualTo(1);
        assertThat(Checker.check(allowed(STUCK, "Web", "serv")).allowed()).isZero();
    }

    @Test
    void findsAWordThatAcceptsNothing() {
        assertThat(Checker.check(allowed(STUCK, "Other", RULE)).findings())
                .filteredOn(finding -> finding.rule().value().equals("allowance.unused"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.at()).isEqualTo(SAID);
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message())
                            .isEqualTo(
                                    "`service.deployment.cannot-roll` is allowed here, and finds nothing here any more.");
                });
    }

    @Test
    void takesOneWordOnSeveralResourcesForOne() {
        var allowance = new Allowance(RULE, "we know", SAID);

        assertThat(Checker.check(allowed(allowed(STUCK, "Web", allowance), "Other", allowance))
                        .findings())
                .extracting(Diagnostic::rule)
                .extracting(Object::toString)
                .containsExactly(RULE);
    }

    @Test
    void findsANameThatIsNoRule() {
        assertThat(Checker.check(allowed(STUCK, "Other", "service.grace.short")).findings())
                .extracting(finding -> finding.rule().value())
                .contains("allowance.unknown-rule")
                .doesNotContain("allowance.unused");
    }

    private static Model allowed(Model model, String resource, String rule) {
        return allowed(model, resource, new Allowance(rule, "we know", SAID));
    }

    private static Model allowed(Model model, String logicalId, Allowance allowance) {
        var template = model.templates().get(0);
        var resources = new ArrayList<Resource>();
        for (var resource : template.resources()) {
            resources.add(resource.logicalId().equals(logicalId) ? resource.allowances(List.of(allowance)) : resource);
        }
        return Model.of(List.of(template.resources(resources)));
    }
}
