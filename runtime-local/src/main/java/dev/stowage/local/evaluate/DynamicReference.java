package dev.stowage.local.evaluate;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.tree.TextNode;
import java.util.List;
import java.util.Optional;

/** {@code {{resolve:...}}} within a text: a secret or an SSM parameter that CloudFormation writes there. */
final class DynamicReference {

    private static final String BEGIN = "{{resolve:";
    private static final String END = "}}";

    private DynamicReference() {}

    /** Whether a text holds one. */
    static boolean isIn(String text) {
        return text.contains(BEGIN);
    }

    /** The text with the local values in it; a finding where one is missing. */
    static TextNode resolved(TextNode node, SecretValues secrets) {
        if (!isIn(node.value())) {
            return node;
        }
        var text = new StringBuilder();
        var rest = node.value();
        for (var begin = rest.indexOf(BEGIN); begin >= 0; begin = rest.indexOf(BEGIN)) {
            var end = rest.indexOf(END, begin);
            if (end < 0) {
                break;
            }
            var reference = rest.substring(begin + BEGIN.length(), end);
            text.append(rest, 0, begin).append(value(reference, node, secrets));
            rest = rest.substring(end + END.length());
        }
        return TextNode.of(text.append(rest).toString()).at(node.at());
    }

    private static String value(String reference, TextNode node, SecretValues secrets) {
        var colon = reference.indexOf(':');
        var service = colon < 0 ? reference : reference.substring(0, colon);
        var what = colon < 0 ? "" : reference.substring(colon + 1);
        var value = service.equals("secretsmanager") ? secret(what, secrets) : secrets.parameter(name(what));
        if (value.isPresent()) {
            secrets.handedOut(value.get());
            return value.get().reveal();
        }
        secrets.missing(Gap.SECRET
                .at(node.at(), "`" + reference + "` has no local value, and is needed here.")
                .fix("Write it under `" + (service.equals("secretsmanager") ? "secrets" : "parameters")
                        + ":` of the secrets file."));
        return "";
    }

    /** Without the version that may stand behind the name of a parameter. */
    private static String name(String what) {
        var colon = what.indexOf(':');
        return colon < 0 ? what : what.substring(0, colon);
    }

    /** {@code ID:SecretString:KEY:STAGE:VERSION}, where the id may be an ARN. */
    private static Optional<Hidden> secret(String what, SecretValues secrets) {
        var parts = List.of(what.split(":", -1));
        var ofId = what.startsWith("arn:") ? Math.min(7, parts.size()) : 1;
        var id = String.join(":", parts.subList(0, ofId));
        var key = parts.size() > ofId + 1 ? parts.get(ofId + 1) : "";
        return secrets.secret(id, key);
    }
}
