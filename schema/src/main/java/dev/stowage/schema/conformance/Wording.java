package dev.stowage.schema.conformance;

import dev.stowage.schema.diagnostic.Diagnostic;
import dev.stowage.schema.diagnostic.RuleId;
import dev.stowage.schema.diagnostic.Severity;
import dev.stowage.schema.graph.Resource;
import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.Nearest;
import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.table.Pairs.Pair;
import dev.stowage.schema.table.Ranges.Range;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The findings about one resource, in words. */
final class Wording {

    /** So many names are worth listing. */
    private static final int FEW = 8;

    /** So many letters of a string are worth quoting. */
    private static final int LONG = 40;

    private final String stack;
    private final Resource resource;

    Wording(String stack, Resource resource) {
        this.stack = stack;
        this.resource = resource;
    }

    Diagnostic unknownType(Optional<String> nearest) {
        var finding = Diagnostic.of(
                        RuleId.of("template.type.unknown"),
                        Severity.NOTE,
                        resource.at(),
                        "`" + resource.type()
                                + "` is no resource type that Stowage knows, so its properties go unchecked.")
                .on(stack, resource.logicalId());
        return nearest.isPresent() ? finding.fix("If a known type is meant, write `" + nearest.get() + "`.") : finding;
    }

    Diagnostic unknownProperty(Definition definition, Place place) {
        var message = "`" + place.step() + "` is no property of " + owner(definition) + ".";
        var finding = finding("template.property.unknown", Severity.ERROR, place, message)
                .property(place.path());
        var nearest = definition.suggest(place.step());
        if (nearest.isPresent()) {
            return finding.fix("Write `" + spelled(nearest.get(), place.step()) + "`.");
        }
        return finding.fix(
                definition.properties().size() <= FEW
                        ? "Leave it out, or write one of " + names(definition) + "."
                        : "Leave it out.");
    }

    /**
     * A property as whoever wrote another name would spell it: the ECS API begins the properties of a task definition with
     * small letters.
     */
    private String spelled(String property, String as) {
        var isOfApi = resource.type().equals("AWS::ECS::TaskDefinition")
                && Character.isLowerCase(as.charAt(0))
                && !as.equalsIgnoreCase(property);
        if (!isOfApi) {
            return property;
        }
        var large = 0;
        while (large < property.length() && Character.isUpperCase(property.charAt(large))) {
            large++;
        }
        var end = large == property.length() || large <= 1 ? large : large - 1;
        return property.substring(0, end).toLowerCase(Locale.ROOT) + property.substring(end);
    }

    Diagnostic missing(Definition definition, PropertyFact fact, Place place) {
        var message = "`" + fact.name() + "` is missing, and " + owner(definition) + " needs it.";
        return finding("template.property.missing", Severity.ERROR, place, message)
                .property(place.path(fact.name()))
                .fix("Add `" + fact.name() + "`, " + wanted(fact.type()) + ".");
    }

    Diagnostic tag(String message, Place place) {
        return finding("tag.form", Severity.ERROR, place, message)
                .property(place.path())
                .fix("Give the tag another key or value.");
    }

    Diagnostic misfit(PropertyType wanted, Node node, Place place) {
        var message = "`" + place.path() + "` of an `" + resource.type() + "` is " + found(node) + ", and takes "
                + wanted(wanted) + ".";
        return finding("template.property.shape", Severity.ERROR, place, message)
                .property(place.path())
                .fix(
                        wanted instanceof ListOf && !(node instanceof ObjectNode)
                                ? "Write a list with this one item."
                                : "Write " + wanted(wanted) + ".");
    }

    Diagnostic unusual(List<String> values, Node node, Place place) {
        var value = Scalars.text(node);
        var message = "`" + place.path() + "` of an `" + resource.type() + "` is " + found(node) + ", which is none of "
                + (values.size() <= FEW ? quoted(values) : "the " + values.size() + " values that are known") + ".";
        var nearest = value == null ? Optional.<String>empty() : Nearest.to(value, values);
        return finding("template.value.unusual", Severity.WARNING, place, message)
                .property(place.path())
                .fix(
                        nearest.isPresent()
                                ? "Write `" + nearest.get() + "`."
                                : "Write one of them, or allow this finding if AWS takes the value.");
    }

    Diagnostic excluded(Pair pair, Place other) {
        var message =
                "`" + other.step() + "` of an `" + resource.type() + "` cannot stand beside `" + given(pair) + "`.";
        return finding("template.property.excluded", Severity.ERROR, other, message)
                .property(other.path())
                .fix("Leave one of the two out.");
    }

    Diagnostic needed(Pair pair, Place place, Place wanting) {
        var holder = place.step().isEmpty() ? "an `" + resource.type() + "`" : "`" + place.path() + "`";
        var others = quoted(pair.others()).replace("`, `", "` or `");
        var message = (pair.property().isEmpty() ? holder : "`" + given(pair) + "` in " + holder) + " wants " + others
                + ", and there is none.";
        return finding("template.property.needed", Severity.ERROR, wanting, message)
                .property(place.path(pair.others().get(0)))
                .fix("Add " + others + ".");
    }

    private static String given(Pair pair) {
        return pair.property() + (pair.value().isEmpty() ? "" : ": " + pair.value());
    }

    Diagnostic tooMany(int count, int most, Place place) {
        var message = "`" + place.path() + "` of an `" + resource.type() + "` has " + count + " items, and AWS takes "
                + most + ".";
        return finding("template.list.too-long", Severity.ERROR, place, message)
                .property(place.path())
                .fix("Take some away.");
    }

    Diagnostic outside(Range range, String digits, Place place) {
        var message = "`" + place.path() + "` of an `" + resource.type() + "` is " + digits + ", and AWS takes "
                + range.least() + " to " + range.most() + ".";
        return finding("template.value.range", Severity.ERROR, place, message)
                .property(place.path())
                .fix("Write a number from " + range.least() + " to " + range.most() + ".");
    }

    Diagnostic misspelt(Range range, Node node, Place place) {
        var wanted = range.least() + " to " + range.most() + " of `" + range.letters() + "`";
        var message = "`" + place.path() + "` of an `" + resource.type() + "` is " + found(node) + ", and AWS takes "
                + wanted + ".";
        return finding("template.value.form", Severity.ERROR, place, message)
                .property(place.path())
                .fix("Write " + wanted + ".");
    }

    private Diagnostic finding(String rule, Severity severity, Place place, String message) {
        return Diagnostic.of(RuleId.of(rule), severity, place.at(), message).on(stack, resource.logicalId());
    }

    private String owner(Definition definition) {
        var type = "an `" + resource.type() + "`";
        return definition.name().equals(resource.type()) ? type : "`" + definition.name() + "` in " + type;
    }

    private static String names(Definition definition) {
        var names = new ArrayList<String>(FEW);
        for (var fact : definition.properties()) {
            names.add(fact.name());
        }
        return quoted(names);
    }

    private static String quoted(List<String> names) {
        var text = new StringBuilder();
        for (var name : names) {
            text.append(text.length() == 0 ? "`" : ", `").append(name).append('`');
        }
        return text.toString();
    }

    private static String wanted(PropertyType type) {
        if (type instanceof AnyOf any) {
            var text = new StringBuilder();
            for (var choice : any.choices()) {
                text.append(text.length() == 0 ? "" : " or ").append(wanted(choice));
            }
            return text.toString();
        }
        if (type instanceof Plain plain) {
            return switch (plain) {
                case STRING -> "a string";
                case INTEGER -> "a whole number";
                case NUMBER -> "a number";
                case BOOLEAN -> "true or false";
                case JSON -> "JSON";
                case TAG -> "an object with `Key` and `Value`";
                case TIMESTAMP -> "a time";
            };
        }
        return type instanceof ListOf ? "a list" : "an object";
    }

    private static String found(Node node) {
        if (node instanceof TextNode text) {
            var value = text.value();
            return "the string `" + (value.length() > LONG ? value.substring(0, LONG) + "..." : value) + "`";
        }
        if (node instanceof NumberNode number) {
            return "the number " + number.digits();
        }
        if (node instanceof ListNode) {
            return "a list";
        }
        return node instanceof ObjectNode ? "an object" : String.valueOf(node);
    }
}
