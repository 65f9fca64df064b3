package dev.stowage.local.evaluate;

import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Parameters that name something which is on AWS only, by its ARN: a certificate, a secret, a role. A local run has no use for
 * the ARN itself, so that one which nobody gives is made up, with the name of the parameter in it.
 */
final class ArnParameters {

    /** What an ARN at a property names: the service, and the kind in front of the name. */
    private static final Map<String, String> KINDS = Map.of(
            "CertificateArn", "acm certificate/",
            "ValueFrom", "secretsmanager secret:",
            "CredentialsParameter", "secretsmanager secret:",
            "TaskRoleArn", "iam role/",
            "ExecutionRoleArn", "iam role/",
            "PermissionsBoundary", "iam policy/",
            "KmsKeyId", "kms key/",
            "KmsMasterKeyId", "kms key/");

    private static final String PARAMETER = "ssm parameter/";

    private final String name;
    private final Set<String> properties = new LinkedHashSet<>();

    private ArnParameters(String name) {
        this.name = name;
    }

    /** The ARN that stands for a parameter; none where a property takes it that does not name one of these. */
    static Optional<String> standIn(StackValues stack, String name) {
        var properties = uses(stack.template(), name);
        if (properties.isEmpty() || !KINDS.keySet().containsAll(properties)) {
            return Optional.empty();
        }
        var isParameter = properties.contains("ValueFrom")
                && stack.whole().settings().secrets().parameter(name).isPresent();
        var kind = isParameter
                ? PARAMETER
                : KINDS.getOrDefault(properties.iterator().next(), PARAMETER);
        var words = kind.split(" ", 2);
        return Optional.of(stack.home().arn(words[0], words[1] + name));
    }

    /** The properties of resources that a parameter is part of; what a policy allows is no use of it. */
    private static Set<String> uses(Template template, String name) {
        var uses = new ArnParameters(name);
        for (var resource : template.resources()) {
            uses.walk(resource.properties(), "");
        }
        return uses.properties;
    }

    private void walk(Node node, String property) {
        if (node instanceof ObjectNode object) {
            for (var i = 0; i < object.size(); i++) {
                if (!object.key(i).equals("PolicyDocument")) {
                    walk(object.value(i), object.key(i));
                }
            }
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> walk(item, property));
        } else if (node instanceof CallNode call && isOfIt(call)) {
            properties.add(property);
        } else if (node instanceof CallNode call && call.calls("Fn::Sub")) {
            Substitution.parts(call.argument()).forEach(part -> walk(part, property));
        } else if (node instanceof CallNode call) {
            walk(call.argument(), property);
        }
    }

    private boolean isOfIt(CallNode call) {
        return call.calls("Ref")
                && call.argument() instanceof TextNode text
                && text.value().equals(name);
    }
}
