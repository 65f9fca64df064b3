package dev.stowage.local.evaluate;

import dev.stowage.local.config.LocalConfig.Replacement;
import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.StandIn;
import dev.stowage.schema.tree.CallNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.TextNode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} and {@code Fn::GetAtt} answer: what the user says, what replaces the resource, or what is made up. */
final class Attributes {

    private Attributes() {}

    static Node ref(Grounded one) {
        var said = said(one, "Ref");
        return TextNode.of(said.orElseGet(() -> PhysicalNames.ref(one)));
    }

    static Node value(Grounded one, String attribute, CallNode asking) {
        var said = said(one, attribute);
        if (said.isPresent()) {
            return TextNode.of(said.get());
        }
        var known = nested(one, attribute);
        if (known == null) {
            known = literal(one, attribute);
        }
        if (known == null) {
            known = address(one, attribute, asking);
        }
        return known == null ? madeUp(one, attribute, asking) : known;
    }

    private static Optional<String> said(Grounded one, String attribute) {
        var values = one.stack().whole().settings().local().values();
        var full = values.get(one.key() + "." + attribute);
        return Optional.ofNullable(full == null ? values.get(one.key().logicalId() + "." + attribute) : full);
    }

    private static @Nullable Node nested(Grounded one, String attribute) {
        if (!one.is(Nesting.TYPE) || !attribute.startsWith("Outputs.")) {
            return null;
        }
        var inner = Nesting.inner(one.stack(), one.key().logicalId());
        return inner == null ? null : inner.output(attribute.substring("Outputs.".length()));
    }

    /** What follows from the type and the properties. */
    private static @Nullable Node literal(Grounded one, String attribute) {
        var patterns = NamePatterns.of(one.type());
        var pattern = patterns == null ? null : patterns.attributes().get(attribute);
        if (pattern != null && !pattern.contains("{host}") && !pattern.contains("{port")) {
            return TextNode.of(PhysicalNames.fill(pattern, one));
        }
        if (attribute.equals("Arn") && !one.type().startsWith("Custom::")) {
            return TextNode.of(PhysicalNames.arn(one));
        }
        var written = pattern == null ? one.resource().properties().peek(attribute) : null;
        return written == null ? null : one.stack().ground(written);
    }

    /** Where somebody listens, and on which port. */
    private static @Nullable Node address(Grounded one, String attribute, CallNode asking) {
        var patterns = NamePatterns.of(one.type());
        var pattern = patterns == null ? null : patterns.attributes().get(attribute);
        var isPort = attribute.endsWith("Port");
        if (pattern == null && !isPort && !isHost(attribute)) {
            return null;
        }
        var form = pattern != null ? pattern : isPort ? "{port:0}" : "{host}";
        var replacement = replacement(one);
        if (replacement.isPresent() && isPort) {
            return TextNode.of(Integer.toString(Replacements.port(replacement.get(), one)));
        }
        if (isPort) {
            return TextNode.of(PhysicalNames.fill(form, one));
        }
        handOut(one, attribute, replacement, asking);
        return TextNode.of(PhysicalNames.fill(form, one));
    }

    private static boolean isHost(String attribute) {
        return attribute.endsWith("Address")
                || attribute.endsWith("Endpoint")
                || attribute.endsWith("EndPoint")
                || attribute.endsWith("DNSName")
                || attribute.endsWith("Host");
    }

    static Optional<Replacement> replacement(Grounded one) {
        return one.stack().whole().settings().local().replace().entrySet().stream()
                .filter(entry -> one.isCalled(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static void handOut(Grounded one, String attribute, Optional<Replacement> replacement, CallNode asking) {
        var host = PhysicalNames.host(one);
        var whole = one.stack().whole();
        if (one.type().startsWith("AWS::ElasticLoadBalancing") || one.type().startsWith("AWS::ApiGateway")) {
            whole.standIn(StandIn.balancer(host, one.key()));
        } else if (replacement.isPresent()) {
            if (replacement.get() instanceof Replacement.ByHost there) {
                whole.standIn(StandIn.leadingTo(new StandIn.Place(there.host(), there.port()), host, one.key()));
            }
        } else {
            whole.found(Gap.RESOURCE
                    .at(
                            asking.at(),
                            "`" + one.name() + "` (" + one.type() + ") does not run locally, and its `" + attribute
                                    + "` is needed here; nothing answers at the name that stands in.")
                    .fix("Name what stands for it in local.yaml: `replace: {"
                            + one.key().logicalId() + ": {image: IMAGE, port: PORT}}`, or `{host: localhost:PORT}`."));
        }
    }

    private static Node madeUp(Grounded one, String attribute, CallNode asking) {
        if (attribute.endsWith("Arn")) {
            return TextNode.of(PhysicalNames.arn(one));
        }
        if (attribute.endsWith("Name")) {
            return TextNode.of(PhysicalNames.name(one));
        }
        if (attribute.endsWith("Id") && one.type().startsWith("AWS::")) {
            return TextNode.of(PhysicalNames.ref(one));
        }
        var whole = one.stack().whole();
        whole.found(Gap.TEMPLATE
                .at(
                        asking.at(),
                        "Only a deployment tells `" + attribute + "` of `" + one.name() + "` (" + one.type()
                                + "), which is needed here; its name stands in.")
                .fix("Give it a value under `values:` of local.yaml: `"
                        + one.key().logicalId() + "." + attribute + ": VALUE`."));
        return TextNode.of(one.key().logicalId() + "." + attribute);
    }
}
