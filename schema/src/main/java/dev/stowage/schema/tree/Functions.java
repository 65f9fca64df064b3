package dev.stowage.schema.tree;

import java.util.Optional;

/** The CloudFormation functions that Stowage writes and reads, as factories and as questions about a node. */
public final class Functions {

    private Functions() {}

    /** {@code Ref}: what a resource answers to its own name, or the value of a parameter. */
    public static CallNode ref(String logicalId) {
        return CallNode.of("Ref", TextNode.of(logicalId));
    }

    /** {@code Fn::GetAtt}: an attribute of a resource. */
    public static CallNode getAtt(String logicalId, String attribute) {
        return CallNode.of("Fn::GetAtt", ListNode.of(TextNode.of(logicalId), TextNode.of(attribute)));
    }

    /** {@code Fn::ImportValue}: what another stack exports. */
    public static CallNode importValue(Node name) {
        return CallNode.of("Fn::ImportValue", name);
    }

    /** {@code Fn::Join} with this delimiter. */
    public static CallNode join(String delimiter, ListNode parts) {
        return CallNode.of("Fn::Join", ListNode.of(TextNode.of(delimiter), parts));
    }

    /** {@code Fn::If}: one of two nodes, by a condition of the template. */
    public static CallNode choose(String condition, Node yes, Node no) {
        return CallNode.of("Fn::If", ListNode.of(TextNode.of(condition), yes, no));
    }

    /** {@code Fn::FindInMap}: an entry of a mapping of the template. */
    public static CallNode findInMap(String mapping, Node key, String entry) {
        return CallNode.of("Fn::FindInMap", ListNode.of(TextNode.of(mapping), key, TextNode.of(entry)));
    }

    /** {@code AWS::NoValue}: takes a property away. */
    public static CallNode noValue() {
        return ref("AWS::NoValue");
    }

    /** Whether the node is {@code AWS::NoValue}. */
    public static boolean isNoValue(Node node) {
        return refTarget(node).filter("AWS::NoValue"::equals).isPresent();
    }

    /** What a {@code Ref} refers to. */
    public static Optional<String> refTarget(Node node) {
        return node instanceof CallNode call && call.calls("Ref") && call.argument() instanceof TextNode id
                ? Optional.of(id.value())
                : Optional.empty();
    }

    /** Resource and attribute of an {@code Fn::GetAtt} in either form, {@code [A, "B.C"]} or {@code "A.B.C"}. */
    public static Optional<Attribute> attribute(Node node) {
        if (!(node instanceof CallNode call) || !call.calls("Fn::GetAtt")) {
            return Optional.empty();
        }
        if (call.argument() instanceof ListNode list
                && list.items().size() == 2
                && list.items().get(0) instanceof TextNode id
                && list.items().get(1) instanceof TextNode attribute) {
            return Optional.of(new Attribute(id.value(), attribute.value()));
        }
        if (call.argument() instanceof TextNode text) {
            var dot = text.value().indexOf('.');
            if (dot > 0) {
                return Optional.of(new Attribute(
                        text.value().substring(0, dot), text.value().substring(dot + 1)));
            }
        }
        return Optional.empty();
    }

    /**
     * What an {@code Fn::GetAtt} asks for.
     *
     * @param logicalId the resource
     * @param attribute its attribute, such as {@code LoadBalancer.DNSName}
     */
    public record Attribute(String logicalId, String attribute) {}
}
