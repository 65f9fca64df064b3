package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.table.Limits;
import java.util.List;

/** How much CloudFormation takes in one template. */
final class TemplateSize {

    private static final RuleId RULE = RuleId.of("template.size.exceeded");

    private final Template template;
    private final Limits limits;
    private final List<Diagnostic> findings;

    private TemplateSize(Template template, Limits limits, List<Diagnostic> findings) {
        this.template = template;
        this.limits = limits;
        this.findings = findings;
    }

    static void check(Template template, Limits limits, List<Diagnostic> findings) {
        var size = new TemplateSize(template, limits, findings);
        size.check("resources", template.resources().size());
        size.check("parameters", template.sections().object("Parameters").size());
        size.check("outputs", template.sections().object("Outputs").size());
        size.check("mappings", template.sections().object("Mappings").size());
    }

    private void check(String what, int count) {
        var most = limits.most("template." + what);
        if (count > most) {
            findings.add(Diagnostic.of(
                            RULE,
                            Severity.ERROR,
                            template.at(),
                            "The stack `" + template.stack() + "` has " + count + " " + what
                                    + ", and CloudFormation takes " + most + " in one template.")
                    .fix("Name some of its services in a stack of their own."));
        }
    }
}
