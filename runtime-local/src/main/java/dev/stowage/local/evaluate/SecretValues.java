package dev.stowage.local.evaluate;

import dev.stowage.local.config.Secrets;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import dev.stowage.synth.read.BadInput;
import dev.stowage.synth.read.ModelReader;
import dev.stowage.synth.write.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Local values of secrets and SSM parameters: those of the user's file, else those that the template itself writes, else, for a
 * secret that AWS would generate, one that follows from its name.
 */
final class SecretValues {

    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String PARAMETER = "AWS::SSM::Parameter";

    private final Evaluation whole;
    private final Secrets secrets;
    private final Set<String> handedOut = new LinkedHashSet<>();

    SecretValues(Evaluation whole, Secrets secrets) {
        this.whole = whole;
        this.secrets = secrets;
    }

    /** What the {@code ValueFrom} of a container means: a parameter by name or ARN, or a secret by ARN with key and version. */
    Optional<Hidden> value(String valueFrom) {
        if (!valueFrom.contains(":secretsmanager:")) {
            var at = valueFrom.indexOf(":parameter/");
            return parameter(at < 0 ? valueFrom : valueFrom.substring(at + ":parameter".length()));
        }
        for (var one : whole.all(SECRET)) {
            var arn = one.arn();
            if (valueFrom.equals(arn) || valueFrom.startsWith(arn + ":")) {
                var rest = valueFrom.substring(arn.length());
                return secret(arn, rest.isEmpty() ? "" : rest.split(":", -1)[1]);
            }
        }
        var parts = valueFrom.split(":", -1);
        var isLong = parts.length > 7;
        return secret(isLong ? String.join(":", List.of(parts).subList(0, 7)) : valueFrom, isLong ? parts[7] : "");
    }

    /** The secret of this name or ARN, or the value of one of its keys. */
    Optional<Hidden> secret(String id, String key) {
        var value = whole(id);
        if (key.isEmpty() || value.isEmpty()) {
            return value;
        }
        var fields = fields(value.get());
        return fields.has(key) ? Optional.of(Hidden.of(Literals.text(fields.peek(key)))) : Optional.empty();
    }

    /** The parameter of this name. */
    Optional<Hidden> parameter(String name) {
        var said = secrets.parameter(name);
        if (said.isPresent()) {
            return said;
        }
        for (var one : whole.all(PARAMETER)) {
            var own = one.physicalName();
            if (own.equals(name) || ("/" + own).equals(name)) {
                var called = secrets.parameter(one.key().logicalId());
                return called.isPresent()
                        ? called
                        : Optional.of(Hidden.of(Literals.text(one.properties().peek("Value"))));
            }
        }
        return Optional.empty();
    }

    private Optional<Hidden> whole(String id) {
        for (var one : whole.all(SECRET)) {
            if (one.arn().equals(id) || one.physicalName().equals(id)) {
                return said(List.of(
                                one.arn(),
                                one.physicalName(),
                                one.name(),
                                one.key().logicalId()))
                        .or(() -> written(one));
            }
        }
        return said(List.of(id, name(id)));
    }

    private Optional<Hidden> said(List<String> names) {
        return names.stream().flatMap(name -> secrets.secret(name).stream()).findFirst();
    }

    /** The name in an ARN, without the six characters that AWS puts behind it. */
    private static String name(String arn) {
        var name = arn.substring(arn.lastIndexOf(':') + 1);
        var dash = name.length() - 7;
        return arn.startsWith("arn:") && dash > 0 && name.charAt(dash) == '-' ? name.substring(0, dash) : name;
    }

    private static Optional<Hidden> written(Grounded secret) {
        var properties = secret.properties();
        if (properties.has("SecretString")) {
            return Optional.of(Hidden.of(Literals.text(properties.peek("SecretString"))));
        }
        if (!(properties.peek("GenerateSecretString") instanceof ObjectNode generation)) {
            return Optional.empty();
        }
        var generated = Made.hex("secret " + secret.key(), Made.PASSWORD);
        var key = generation.text("GenerateStringKey");
        if (key.isEmpty()) {
            return Optional.of(Hidden.of(generated));
        }
        var fields = fields(Hidden.of(Literals.text(generation.peek("SecretStringTemplate"))));
        return Optional.of(Hidden.of(JsonWriter.line(fields.with(key.get(), TextNode.of(generated)))));
    }

    /** The keys of a secret that is a JSON object; none where it is something else. */
    private static ObjectNode fields(Hidden secret) {
        try {
            Node node = ModelReader.document(
                    "secret.json", secret.reveal().getBytes(StandardCharsets.UTF_8), new ArrayList<>());
            return node instanceof ObjectNode object ? object : ObjectNode.empty();
        } catch (BadInput noJson) {
            return ObjectNode.empty();
        }
    }

    void missing(Diagnostic finding) {
        whole.found(finding);
    }

    /** Remembers a secret that became part of a text, so that the text can be kept from being shown. */
    void handedOut(Hidden secret) {
        handedOut.add(secret.reveal());
    }

    /** Whether a text holds a secret that was written into it. */
    boolean isIn(String text) {
        return handedOut.stream().anyMatch(secret -> !secret.isEmpty() && text.contains(secret));
    }
}
