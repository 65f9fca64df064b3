package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What CloudFormation wants of a template around its resources: the names in it, its description, and what it exports. */
final class Frame {

    private static final RuleId NAME = RuleId.of("template.logical-id");
    private static final RuleId DESCRIPTION = RuleId.of("template.description");
    private static final RuleId EXPORT = RuleId.of("template.export.twice");

    /** AWS CloudFormation User Guide, "Understand CloudFormation quotas". */
    private static final int LONGEST_NAME = 255;

    private static final int LONGEST_DESCRIPTION = 1024;

    private final Template template;
    private final List<Diagnostic> findings = new ArrayList<>(0);

    private Frame(Template template) {
        this.template = template;
    }

    static List<Diagnostic> of(Template template) {
        var frame = new Frame(template);
        frame.names();
        frame.description();
        frame.exports();
        return frame.findings;
    }

    private void names() {
        for (var resource : template.resources()) {
            var name = resource.logicalId();
            if (!isName(name)) {
                var message = "`" + name + "` is the name of a resource, and one has 1 to " + LONGEST_NAME
                        + " letters and digits and nothing else.";
                findings.add(finding(NAME, resource.at(), message)
                        .on(template.stack(), name)
                        .fix("Write letters and digits."));
            }
        }
    }

    private static boolean isName(String name) {
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return !name.isEmpty() && name.length() <= LONGEST_NAME;
    }

    private void description() {
        if (template.sections().peek("Description") instanceof TextNode text) {
            var bytes = text.value().getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_DESCRIPTION) {
                var message = "The description of `" + template.stack() + "` has " + bytes
                        + " bytes, and CloudFormation takes " + LONGEST_DESCRIPTION + ".";
                findings.add(finding(DESCRIPTION, text.at(), message).fix("Shorten it."));
            }
        }
    }

    /** Two outputs that a condition each may take away are let pass. */
    private void exports() {
        Map<String, Origin> names = new HashMap<>();
        var outputs = template.sections().object("Outputs");
        for (var i = 0; i < outputs.size(); i++) {
            if (outputs.value(i) instanceof ObjectNode output
                    && !output.has("Condition")
                    && output.object("Export").peek("Name") instanceof TextNode name) {
                var other = names.putIfAbsent(name.value(), name.at());
                if (other != null) {
                    var message = "`" + outputs.key(i) + "` is exported as `" + name.value()
                            + "`, as is another output of the template.";
                    findings.add(finding(EXPORT, name.at(), message)
                            .fix("Export one of them under another name.")
                            .also("the other output", other));
                }
            }
        }
    }

    private Diagnostic finding(RuleId rule, Origin at, String message) {
        return Diagnostic.of(rule, Severity.ERROR, at == Origin.NOWHERE ? template.at() : at, message)
                .in(template.stack());
    }
}
