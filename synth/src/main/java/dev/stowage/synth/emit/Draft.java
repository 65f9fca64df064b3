package dev.stowage.synth.emit;

import dev.stowage.dsl.app.Kind;
import dev.stowage.dsl.app.Thing;
import dev.stowage.schema.diagnostic.Allowance;
import dev.stowage.schema.origin.Origin;
import dev.stowage.schema.resource.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resource that is about to be added to a template. */
public final class Draft {

    private final Thing thing;
    private final String suffix;
    private final String type;
    private final Shape<?> properties;
    private final Optional<Kind> kind;
    private final Origin at;
    private final List<String> after;
    private final List<Allowance> allowances;
    private final String policy;

    private Draft(
            Thing thing,
            String suffix,
            String type,
            Shape<?> properties,
            Optional<Kind> kind,
            Origin at,
            List<String> after,
            List<Allowance> allowances,
            String policy) {
        this.thing = thing;
        this.suffix = suffix;
        this.type = type;
        this.properties = properties;
        this.kind = kind;
        this.at = at;
        this.after = after;
        this.allowances = allowances;
        this.policy = policy;
    }

    /**
     * A resource of a thing.
     *
     * @param thing whose resource
     * @param suffix what it is to the thing: the end of its logical id
     * @param type its CloudFormation type
     * @param properties its properties
     */
    public static Draft of(Thing thing, String suffix, String type, Shape<?> properties) {
        return new Draft(
                thing,
                suffix,
                type,
                properties,
                Optional.empty(),
                thing.particulars().birth(),
                List.of(),
                thing.particulars().allowances(),
                "");
    }

    /** The same resource; {@code raw} writes to it by this kind. */
    public Draft kind(Kind kind) {
        return new Draft(thing, suffix, type, properties, Optional.of(kind), at, after, allowances, policy);
    }

    /** The same resource, written there. */
    public Draft at(Origin origin) {
        return new Draft(thing, suffix, type, properties, kind, origin, after, allowances, policy);
    }

    /** The same resource, made after these. */
    public Draft after(List<String> logicalIds) {
        var all = new ArrayList<>(after);
        all.addAll(logicalIds);
        return new Draft(thing, suffix, type, properties, kind, at, all, allowances, policy);
    }

    /** The same resource; these findings about it are accepted, too. */
    public Draft allowing(List<Allowance> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(allowances);
        all.addAll(more);
        return new Draft(thing, suffix, type, properties, kind, at, after, all, policy);
    }

    /** The same resource, which stays with what it holds when its stack is deleted or something takes its place. */
    public Draft retained() {
        return new Draft(thing, suffix, type, properties, kind, at, after, allowances, "Retain");
    }

    /** The same resource, which goes with its stack even where CloudFormation would keep a copy: that of a database. */
    public Draft deleted() {
        return new Draft(thing, suffix, type, properties, kind, at, after, allowances, "Delete");
    }

    /** What becomes of it when its stack is deleted or something takes its place, by a word of CloudFormation; empty, the usual. */
    String policy() {
        return policy;
    }

    List<Allowance> allowances() {
        return allowances;
    }

    Thing thing() {
        return thing;
    }

    String suffix() {
        return suffix;
    }

    String type() {
        return type;
    }

    Shape<?> properties() {
        return properties;
    }

    Optional<Kind> kind() {
        return kind;
    }

    Origin at() {
        return at;
    }

    List<String> after() {
        return after;
    }
}
