package dev.stowage.synth.emit.iam;

import dev.stowage.dsl.app.Arn;
import dev.stowage.dsl.app.Handed;
import dev.stowage.dsl.app.Id;
import dev.stowage.dsl.secret.Secret;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.emit.Emission;

/** What stands in a template for a secret: its name, never its value. */
public final class Secrets {

    /** The end of the logical id of a login that a place makes by itself. */
    public static final String LOGIN = "LoginSecret";

    private Secrets() {}

    /** The Amazon resource name of a secret. */
    static Node arn(Secret secret, Emission out) {
        if (secret.keeper().isPresent()) {
            return out.ref(secret.keeper().get(), LOGIN);
        }
        var current = out.estate().current(secret);
        if (current.locator().isEmpty()) {
            return out.ref(current, "Secret");
        }
        var locator = current.locator().get();
        if (locator instanceof Handed handed && handed.by() == Handed.By.SSM) {
            var path = handed.name().startsWith("/") ? handed.name() : "/" + handed.name();
            return CallNode.of(
                    "Fn::Sub",
                    TextNode.of("arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter" + path));
        }
        return out.locate(current, locator, "String", "SecretArn");
    }

    /**
     * What CloudFormation replaces by the value of a secret where no service fetches it by itself. Secrets Manager only: it
     * refuses secure strings of the parameter store here.
     */
    public static Node resolved(Secret secret, Emission out) {
        if (secret.isParameter()) {
            out.find(
                    "secret.not-resolvable",
                    secret.particulars().at("existing"),
                    "The secret `" + secret.name() + "` lies in the parameter store, and CloudFormation resolves only "
                            + "those of Secrets Manager for this property.",
                    "Keep it in Secrets Manager: Secret.existing(…, arn(\"arn:aws:secretsmanager:…\")).");
        }
        var end = ":SecretString"
                + (secret.field().isEmpty() ? "" : ":" + secret.field().get()) + "}}";
        var name = arn(secret, out);
        return name instanceof TextNode text
                ? TextNode.of("{{resolve:secretsmanager:" + text.value() + end)
                : Functions.join("", ListNode.of(TextNode.of("{{resolve:secretsmanager:"), name, TextNode.of(end)));
    }

    /** What a container definition names: the resource name, and for one field of a JSON secret its key. */
    public static Node valueFrom(Secret secret, Emission out) {
        findPartialName(secret, out);
        findFieldOfParameter(secret, out);
        var arn = arn(secret, out);
        if (secret.field().isEmpty()) {
            return arn;
        }
        var selector = ":" + secret.field().get() + "::";
        return arn instanceof TextNode text
                ? TextNode.of(text.value() + selector)
                : Functions.join("", ListNode.of(arn, TextNode.of(selector)));
    }

    /** Tells of a secret in Secrets Manager by less than its full name: no role would reach it. */
    private static void findPartialName(Secret secret, Emission out) {
        var locator = secret.locator().orElse(null);
        var found = locator instanceof Id id
                ? id.value()
                : locator instanceof Arn arn && !secret.isParameter() && !isFull(arn.value()) ? arn.value() : "";
        if (!found.isEmpty()) {
            out.find(
                    "secret.name.partial",
                    secret.particulars().at("existing"),
                    "The secret `" + secret.name() + "` is found by `" + found
                            + "`, and ECS wants its full Amazon resource name with the six characters at its end.",
                    "Write Secret.existing(\"" + secret.name()
                            + "\", arn(\"arn:aws:secretsmanager:…\")) or hand it in by parameter(…).");
        }
    }

    /** Whether it is the full name of a secret in Secrets Manager: a hyphen and six letters or digits end it. */
    private static boolean isFull(String arn) {
        var hyphen = arn.length() - 7;
        if (!arn.startsWith("arn:") || !arn.contains(":secretsmanager:") || arn.charAt(hyphen) != '-') {
            return false;
        }
        for (var i = hyphen + 1; i < arn.length(); i++) {
            if (arn.charAt(i) >= 128 || !Character.isLetterOrDigit(arn.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static void findFieldOfParameter(Secret secret, Emission out) {
        if (secret.isParameter() && secret.field().isPresent()) {
            out.find(
                    "secret.field.of-parameter",
                    secret.particulars().at("field"),
                    "`" + secret.field().get() + "` is said to be a field of `" + secret.name()
                            + "`, and ECS hands in an entry of the parameter store as a whole.",
                    "Leave .field(…) out, or keep the JSON in Secrets Manager.");
        }
    }
}
