package dev.stowage.schema.conformance;

import dev.stowage.schema.resource.Definition;
import dev.stowage.schema.resource.PropertyFact;
import dev.stowage.schema.resource.PropertyType;
import dev.stowage.schema.resource.PropertyType.AnyOf;
import dev.stowage.schema.resource.PropertyType.ListOf;
import dev.stowage.schema.resource.PropertyType.MapOf;
import dev.stowage.schema.resource.PropertyType.Nested;
import dev.stowage.schema.resource.PropertyType.Plain;
import dev.stowage.schema.resource.ResourceType;
import dev.stowage.schema.tree.FlagNode;
import dev.stowage.schema.tree.Functions;
import dev.stowage.schema.tree.ListNode;
import dev.stowage.schema.tree.Node;
import dev.stowage.schema.tree.NumberNode;
import dev.stowage.schema.tree.ObjectNode;
import dev.stowage.schema.tree.TextNode;
import java.util.Random;

/**
 * A resource made up from the facts by a seed: right in all it says, but for one fault at most. Two specimens of one
 * type and seed are the same up to the fault, so that the first counts the places where the second can go wrong.
 */
final class Specimen {

    /** How a specimen can be wrong. */
    enum Fault {
        NONE("none"),
        MISSPELT("template.property.unknown"),
        DROPPED("template.property.missing"),
        MISSHAPEN("template.property.shape"),
        UNUSUAL("template.value.unusual");

        private final String rule;

        Fault(String rule) {
            this.rule = rule;
        }

        /** The rule that finds it. */
        String rule() {
            return rule;
        }
    }

    private static final int DEEP = 3;

    private final ResourceType type;
    private final Random random;
    private final Fault fault;
    private final int site;
    private int sites;
    private String path = "";

    private Specimen(ResourceType type, long seed, Fault fault, int site) {
        this.type = type;
        this.random = new Random(seed);
        this.fault = fault;
        this.site = site;
    }

    /** A specimen without a fault that has counted where this fault could be. */
    static Specimen counting(ResourceType type, long seed, Fault fault) {
        return new Specimen(type, seed, fault, -1);
    }

    /** A specimen with this fault at this site. */
    static Specimen faulty(ResourceType type, long seed, Fault fault, int site) {
        return new Specimen(type, seed, fault, site);
    }

    ObjectNode properties() {
        return object(type.properties(), "", 0);
    }

    /** How many places there are for the fault; known when the properties are made. */
    int sites() {
        return sites;
    }

    /** Where the fault is; known when the properties are made. */
    String path() {
        return path;
    }

    private boolean isHere(Fault kind, String where) {
        if (fault == kind && sites++ == site) {
            path = where;
            return true;
        }
        return false;
    }

    private ObjectNode object(Definition definition, String at, int depth) {
        var object = ObjectNode.empty();
        for (var fact : definition.properties()) {
            var where = at.isEmpty() ? fact.name() : at + "/" + fact.name();
            if (fact.isRequired() || random.nextInt(3 + depth * 2) == 0) {
                var value = depth > DEEP ? Functions.ref("Deep") : value(fact, fact.type(), where, depth);
                if (!fact.isRequired() || !isHere(Fault.DROPPED, where)) {
                    object = object.with(fact.name(), value);
                }
            }
        }
        var stranger = at.isEmpty() ? "Xyzzy" : at + "/Xyzzy";
        return isHere(Fault.MISSPELT, stranger) ? object.with("Xyzzy", TextNode.of("?")) : object;
    }

    private Node value(PropertyFact fact, PropertyType wanted, String at, int depth) {
        if (random.nextInt(6) == 0) {
            return choice(fact, wanted, at, depth);
        }
        if (wanted != Plain.JSON && !(wanted instanceof AnyOf) && isHere(Fault.MISSHAPEN, at)) {
            return wanted instanceof ListOf ? ObjectNode.of("Wrong", TextNode.of("?")) : ListNode.of(TextNode.of("?"));
        }
        if (wanted instanceof Plain plain) {
            return plain(fact, plain, at, depth);
        }
        if (wanted instanceof ListOf list) {
            return ListNode.of(
                    value(fact, list.element(), at + "/0", depth + 1),
                    value(fact, list.element(), at + "/1", depth + 1));
        }
        if (wanted instanceof MapOf map) {
            return ObjectNode.of("AnyKey", value(fact, map.element(), at + "/AnyKey", depth + 1));
        }
        if (wanted instanceof Nested nested) {
            return object(type.definition(nested.definition()).orElseThrow(), at, depth + 1);
        }
        return value(fact, ((AnyOf) wanted).choices().get(0), at, depth);
    }

    private Node choice(PropertyFact fact, PropertyType wanted, String at, int depth) {
        return depth > DEEP || random.nextBoolean()
                ? Functions.getAtt("Other", "Arn")
                : Functions.choose("IsBig", value(fact, wanted, at, depth + 1), Functions.noValue());
    }

    private Node plain(PropertyFact fact, Plain wanted, String at, int depth) {
        var values = fact.allowedValues();
        if (!values.isEmpty()) {
            var known = values.get(random.nextInt(values.size()));
            return TextNode.of(isHere(Fault.UNUSUAL, at) ? "9".repeat(known.length() + 9) : known);
        }
        return switch (wanted) {
            case STRING, TIMESTAMP -> random.nextBoolean() ? TextNode.of("text") : NumberNode.of(random.nextInt(100));
            case INTEGER -> random.nextBoolean() ? NumberNode.of(7) : TextNode.of("80");
            case NUMBER -> random.nextBoolean() ? NumberNode.of("0.5") : TextNode.of("1e3");
            case BOOLEAN -> random.nextBoolean() ? FlagNode.of(true) : TextNode.of("false");
            case JSON -> ObjectNode.of("Any", ListNode.of(TextNode.of("thing")));
            case TAG -> object(Definition.TAG, at, depth + 1);
        };
    }
}
