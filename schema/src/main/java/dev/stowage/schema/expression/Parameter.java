package dev.stowage.schema.expression;

import dev.stowage.schema.origin.CallSite;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The declaration of a template parameter. Two declarations of one name must say the same; where they were said does not
 * matter.
 */
public final class Parameter {

    private final String name;
    private final ObjectNode declaration;
    private final CallSite site;

    private Parameter(String name, ObjectNode declaration, CallSite site) {
        this.name = name;
        this.declaration = declaration;
        this.site = site;
    }

    /**
     * A parameter of a CloudFormation type.
     *
     * @param name its logical id
     * @param type {@code String}, {@code Number}, or a type of AWS such as {@code AWS::EC2::VPC::Id}
     * @param site who asked for it
     */
    public static Parameter of(String name, String type, CallSite site) {
        return new Parameter(Objects.requireNonNull(name, "name"), ObjectNode.of("Type", TextNode.of(type)), site);
    }

    Parameter with(String key, Node value) {
        return new Parameter(name, declaration.with(key, value), site);
    }

    Parameter withTexts(String key, List<String> values) {
        var nodes = new ArrayList<Node>(values.size());
        for (var value : values) {
            nodes.add(TextNode.of(value));
        }
        return with(key, ListNode.of(nodes));
    }

    /** The same parameter with this value when nobody says. */
    public Parameter orElse(String standard) {
        return with("Default", TextNode.of(Objects.requireNonNull(standard, "standard")));
    }

    Parameter orElse(int standard) {
        return with("Default", NumberNode.of(standard));
    }

    Parameter between(int least, int most) {
        return with("MinValue", NumberNode.of(least)).with("MaxValue", NumberNode.of(most));
    }

    Parameter hidden() {
        return with("NoEcho", FlagNode.of(true));
    }

    /** Its logical id. */
    public String name() {
        return name;
    }

    /** What stands under its name in the template's {@code Parameters}. */
    public ObjectNode declaration() {
        return declaration;
    }

    /** Who asked for it. */
    public CallSite site() {
        return site;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameter that && that.name.equals(name) && that.declaration.equals(declaration);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "parameter " + name;
    }
}
