package dev.stowage.synth.read;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.origin.Origin;

/** What can be wrong with a file that makes sense all the same. */
final class TemplateProblem {

    private TemplateProblem() {}

    static Diagnostic duplicateKey(String key, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.key.duplicate"),
                        Severity.WARNING,
                        at,
                        "`" + key + "` stands twice in one object, and only the last one counts; one is wanted.")
                .fix("Remove one of the two.");
    }

    static Diagnostic aliases(int count, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.yaml.alias"),
                        Severity.WARNING,
                        at,
                        "An alias stands here" + ofMany(count)
                                + ", and CloudFormation takes none; the values themselves are wanted.")
                .fix("Write the values out, or let `aws cloudformation package` do so.");
    }

    static Diagnostic merges(int count, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.yaml.merge"),
                        Severity.WARNING,
                        at,
                        "`<<` merges an object here" + ofMany(count) + ", and CloudFormation merges none; the entries"
                                + " themselves are wanted.")
                .fix("Write the entries out, or let `aws cloudformation package` do so.");
    }

    private static String ofMany(int count) {
        return count == 1 ? "" : ", the first of " + count + " in the file";
    }

    static Diagnostic tag(String tag, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.yaml.tag"),
                        Severity.WARNING,
                        at,
                        "`!!" + tag + "` is a tag of YAML that CloudFormation does not take.")
                .fix(tag.equals("binary") ? "Leave the tag out: base64 is text." : "Leave the tag out.");
    }

    static Diagnostic noResources(Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.resources.missing"),
                        Severity.ERROR,
                        at,
                        "`Resources` is missing; an object of at least one resource is wanted.")
                .fix("Add a section \"Resources\".");
    }

    static Diagnostic resourcesAreNoObject(Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.resources.kind"),
                        Severity.ERROR,
                        at,
                        "`Resources` is no object; logical ids, each with a resource, are wanted.")
                .fix("Write \"Resources\": {\"LogicalId\": {\"Type\": \"...\"}}.");
    }

    static Diagnostic resourceIsNoObject(String stack, String logicalId, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.resource.kind"),
                        Severity.ERROR,
                        at,
                        "`" + logicalId + "` is no object; a resource with a `Type` is wanted.")
                .fix("Write \"" + logicalId + "\": {\"Type\": \"...\"}.")
                .on(stack, logicalId);
    }

    static Diagnostic resourceWithoutType(String stack, String logicalId, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.resource.type"),
                        Severity.ERROR,
                        at,
                        "`" + logicalId + "` has no `Type`; the name of a resource type is wanted.")
                .fix("Add a line such as \"Type\": \"AWS::ECS::Service\".")
                .on(stack, logicalId);
    }

    static Diagnostic propertiesAreNoObject(String stack, String logicalId, Origin at) {
        return Diagnostic.of(
                        RuleId.of("template.resource.properties"),
                        Severity.ERROR,
                        at,
                        "`" + logicalId + "` has `Properties` that are no object; names with values are wanted.")
                .fix("Write \"Properties\": {}.")
                .on(stack, logicalId);
    }
}
