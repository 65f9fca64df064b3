package dev.stowage.local.evaluate;

import dev.stowage.local.gap.Gap;
import dev.stowage.local.stack.Hidden;
import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.graph.Template;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of the parameters of one stack. What the user says counts first, then what the assembly hands to the stack, then
 * what the stack around a nested one gives, then the default; what names something of AWS gets a name that is made up.
 */
final class ParameterValues {

    private static final String SSM = "AWS::SSM::Parameter::Value<";

    private final StackValues stack;

    ParameterValues(StackValues stack) {
        this.stack = stack;
    }

    boolean has(String name) {
        return stack.template().sections().object("Parameters").peek(name) instanceof ObjectNode;
    }

    /** What {@code Ref} answers; a finding at that place, and some text, where nothing gives a value. */
    Node value(String name, Node asking) {
        var declaration = stack.template().sections().object("Parameters").object(name);
        var type = declaration.text("Type").orElse("String");
        var given = given(name, declaration);
        if (given == null) {
            return standIn(name, type, asking);
        }
        if (isHidden(name)) {
            stack.whole().secrets().handedOut(Hidden.of(Literals.text(given)));
        }
        return type.startsWith(SSM) ? ofStore(Literals.text(given), type, asking) : typed(type, given);
    }

    /** Whether its value is a reference to a resource of the stack around this one, which nothing here can stand for. */
    boolean isReference(String name) {
        if (said(name).isPresent() || stack.template().arguments().has(name)) {
            return false;
        }
        return !Literals.isLiteral(Nesting.handed(stack, name, true));
    }

    /** Whether its value is to be shown nowhere. */
    boolean isHidden(String name) {
        var declaration = stack.template().sections().object("Parameters").object(name);
        return Literals.text(declaration.peek("NoEcho")).equals("true");
    }

    private @Nullable Node given(String name, ObjectNode declaration) {
        var said = said(name);
        if (said.isPresent()) {
            return TextNode.of(said.get());
        }
        var argument = stack.template().arguments().peek(name);
        if (argument != null) {
            return argument;
        }
        var handed = Nesting.handed(stack, name, false);
        return handed == null ? declaration.peek("Default") : handed;
    }

    private Optional<String> said(String name) {
        var settings = stack.whole().settings();
        var full = stack.template().stack() + "/" + name;
        for (var source : Arrays.asList(settings.parameters(), settings.local().parameters())) {
            var value = source.getOrDefault(full, source.get(name));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static boolean isList(String type) {
        return type.startsWith("List<") || type.equals("CommaDelimitedList");
    }

    private static Node typed(String type, Node value) {
        if (!isList(type) || value instanceof ListNode) {
            return value;
        }
        var items =
                Arrays.stream(Literals.text(value).split(",")).map(String::trim).toList();
        return Literals.list(items);
    }

    private Node ofStore(String parameter, String type, Node asking) {
        var inner = type.substring(SSM.length(), type.length() - 1);
        var value = stack.whole().secrets().parameter(parameter);
        if (value.isPresent()) {
            return typed(inner, TextNode.of(value.get().reveal()));
        }
        if (inner.startsWith("AWS::")) {
            return TextNode.of(Made.id("ami", parameter));
        }
        stack.whole()
                .found(Gap.VALUE
                        .at(asking.at(), "SSM parameter `" + parameter + "` has no local value, and is needed here.")
                        .fix("Write it under `parameters:` of the secrets file."));
        return isList(inner) ? Literals.list(List.of(parameter)) : TextNode.of(parameter);
    }

    private Node standIn(String name, String type, Node asking) {
        if (type.startsWith("AWS::EC2::") || type.startsWith("List<AWS::EC2::")) {
            var made = ofCloud(name, type);
            return isList(type) ? Literals.list(List.of(made + "a", made + "b")) : TextNode.of(made);
        }
        var arn = ArnParameters.standIn(stack, name);
        if (arn.isPresent()) {
            return TextNode.of(arn.get());
        }
        stack.whole().found(missing(stack.template(), name, asking));
        return isList(type) ? Literals.list(List.of(name)) : TextNode.of(name);
    }

    /** A name of the kind of AWS that the parameter asks for. */
    private String ofCloud(String name, String type) {
        var key = stack.template().stack() + "/" + name;
        if (type.contains("AvailabilityZone")) {
            return stack.home().region() + (isList(type) ? "" : "a");
        }
        if (type.contains("Subnet")) {
            return Made.id("subnet", key);
        }
        if (type.contains("SecurityGroup")) {
            return Made.id("sg", key);
        }
        return Made.id(type.contains("VPC") ? "vpc" : "local", key);
    }

    private static Diagnostic missing(Template template, String name, Node asking) {
        return Gap.VALUE
                .at(
                        asking.at(),
                        "Parameter `" + name + "` of stack `" + template.stack()
                                + "` has no value, and is needed here.")
                .fix("Give it one: `--param " + name + "=VALUE`, or under `parameters:` of local.yaml.");
    }
}
