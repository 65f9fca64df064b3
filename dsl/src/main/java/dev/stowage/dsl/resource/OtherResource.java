package dev.stowage.dsl.resource;

import dev.stowage.dsl.app.Locator;
import dev.stowage.dsl.app.Named;
import dev.stowage.dsl.app.Particulars;
import dev.stowage.dsl.app.Place;
import dev.stowage.dsl.network.SubnetKind;
import dev.stowage.dsl.network.Vpc;
import dev.stowage.schema.expression.Expression;
import dev.stowage.schema.expression.Json;
import dev.stowage.schema.expression.Text;
import dev.stowage.schema.expression.Whole;
import dev.stowage.schema.value.ValueStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A resource of CloudFormation that has no words of its own: a cache, a stream, a state machine. Its properties are those of its
 * type, which are checked at the line that says them; what has words, such as tags, conditions and references, has them here, too.
 */
@ValueStyle
@Value.Immutable
public sealed interface OtherResource extends Named<OtherResource>, Place permits ImmutableOtherResource {

    /** A new one of this type, such as {@code AWS::ElastiCache::ServerlessCache}. */
    static OtherResource of(String name, String type) {
        return ImmutableOtherResource.of(Particulars.of("resource", name, "of"), type);
    }

    /** Has this property: {@code set("Engine", "valkey")}. A path of names and positions leads inside: {@code "Nodes/0/Name"}. */
    default OtherResource set(String path, String value) {
        return set(path, Text.text(value));
    }

    /** Has this property, a whole number. */
    default OtherResource set(String path, int value) {
        return set(path, Whole.whole(value));
    }

    /** Has this property, a yes or no. */
    default OtherResource set(String path, boolean value) {
        return set(path, Json.flag(value));
    }

    /** Has this property, of an expression: what another thing is called, a parameter, or a piece of JSON. */
    default OtherResource set(String path, Expression value) {
        var more = new ArrayList<>(properties());
        more.add(new Property(path, value));
        return ImmutableOtherResource.copyOf(this)
                .withProperties(more)
                .withParticulars(particulars().said("set " + path));
    }

    /** Has the subnets of a network as this property: {@code subnets("SubnetIds", network, PRIVATE)}. */
    default OtherResource subnets(String path, Vpc network, SubnetKind kind) {
        var more = new ArrayList<>(subnets());
        more.add(new Where(path, network, kind));
        return ImmutableOtherResource.copyOf(this)
                .withSubnets(more)
                .withParticulars(particulars().said("set " + path));
    }

    /** Stays when its stack is deleted, with what it holds. */
    default OtherResource kept() {
        return ImmutableOtherResource.copyOf(this)
                .withIsKept(true)
                .withParticulars(particulars().said("kept"));
    }

    /** What it answers to its name: mostly its id or its name. */
    default Text ref() {
        return Text.attribute(this, "Ref");
    }

    /** One of its attributes, such as {@code Endpoint.Address}. */
    default Text attribute(String name) {
        return Text.attribute(this, name);
    }

    @Override
    Particulars particulars();

    @Override
    default OtherResource particulars(Particulars particulars) {
        return ImmutableOtherResource.copyOf(this).withParticulars(particulars);
    }

    /** Its type in CloudFormation. */
    String type();

    /** Its properties, in the order in which they were said. */
    List<Property> properties();

    /** The subnets that it has as properties. */
    List<Where> subnets();

    /** Whether it stays when its stack is deleted. */
    @Value.Default
    default boolean isKept() {
        return false;
    }

    @Override
    default Optional<Locator> locator() {
        return Optional.empty();
    }

    /**
     * A property.
     *
     * @param path where it stands
     * @param value what it is
     */
    record Property(String path, Expression value) {}

    /**
     * The subnets of a network.
     *
     * @param path where they stand
     * @param network whose they are
     * @param kind which of them
     */
    record Where(String path, Vpc network, SubnetKind kind) {}
}
